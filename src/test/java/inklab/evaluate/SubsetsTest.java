package inklab.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import inklab.evaluate.Subsets.Size;
import inklab.evaluate.Subsets.Subset;
import inklab.train.Outputs;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SubsetsTest {
    private static final int CLASSES = 5;

    /** Probabilities in sixteenths, so that ties of averages and of votes are frequent. */
    private static Outputs coarse(long seed, int images) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] p = new float[images * CLASSES];
        int[] labels = new int[images];
        for (int i = 0; i < images; i++) {
            labels[i] = i % CLASSES;
            for (int part = 0; part < 16; part++)
                p[i * CLASSES + (random.nextInt(3) == 0 ? labels[i] : random.nextInt(CLASSES))] += 1 / 16f;
        }
        return new Outputs(CLASSES, p, labels);
    }

    private static Outputs fine(long seed, int images) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] p = new float[images * CLASSES];
        int[] labels = new int[images];
        for (int i = 0; i < images; i++) {
            labels[i] = i % CLASSES;
            double sum = 0;
            for (int k = 0; k < CLASSES; k++)
                sum += p[i * CLASSES + k] = (float) (random.nextDouble() + (k == labels[i] ? 0.3 : 0));
            for (int k = 0; k < CLASSES; k++) p[i * CLASSES + k] /= (float) sum;
        }
        return new Outputs(CLASSES, p, labels);
    }

    private static Subsets of(List<Outputs> members, int most) {
        return Subsets.of(new Committee(members), most, () -> false).orElseThrow();
    }

    private static void agreesWithCommittees(List<Outputs> members, Subsets subsets) {
        for (Subset subset : subsets.all()) {
            List<Outputs> some = subset.members().stream().map(members::get).toList();
            Committee committee = new Committee(some);
            assertThat(subset.errors())
                    .as(subset.toString())
                    .isEqualTo(committee.average().errors());
            assertThat(subset.voteErrors())
                    .as(subset.toString())
                    .isEqualTo(committee.votes().errors());
        }
    }

    @Test
    void every_choice_errs_as_a_committee_of_just_these_members() {
        for (int seed = 0; seed < 4; seed++) {
            int base = 10 * seed;
            List<Outputs> members = IntStream.range(0, 5)
                    .mapToObj(m -> base % 20 == 0 ? coarse(base + m, 400) : fine(base + m, 400))
                    .toList();
            Subsets subsets = of(members, Subsets.MOST);
            assertThat(subsets.isWhole()).isTrue();
            assertThat(subsets.all()).hasSize(31);
            assertThat(subsets.exist()).isEqualTo(31);
            agreesWithCommittees(members, subsets);
        }
    }

    @Test
    void no_choice_is_missing_or_counted_twice() {
        List<Outputs> members =
                IntStream.range(0, 6).mapToObj(m -> coarse(m, 20)).toList();
        Subsets subsets = of(members, Subsets.MOST);
        HashSet<List<Integer>> expected = new HashSet<>();
        for (int mask = 1; mask < 64; mask++) {
            List<Integer> some = new ArrayList<>();
            for (int m = 0; m < 6; m++) if ((mask >> m & 1) == 1) some.add(m);
            expected.add(some);
        }
        List<List<Integer>> found = subsets.all().stream().map(Subset::members).toList();
        assertThat(found).hasSize(63);
        assertThat(new HashSet<>(found)).isEqualTo(expected);
        assertThat(subsets.sizes()).extracting(size -> size.subsets().size()).containsExactly(6, 15, 20, 15, 6, 1);
        assertThat(subsets.full().members()).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void of_too_many_a_sample_is_counted_that_says_so_and_is_always_the_same() {
        List<Outputs> members = IntStream.range(0, 9).mapToObj(m -> fine(m, 60)).toList();
        Subsets some = of(members, 180);
        assertThat(some.isWhole()).isFalse();
        assertThat(some.exist()).isEqualTo(511);
        for (Size size : some.sizes()) {
            assertThat(size.subsets()).hasSize((int) Math.min(20, size.exist()));
            assertThat(size.all()).isEqualTo(size.exist() <= 20);
            assertThat(size.subsets()).extracting(Subset::members).doesNotHaveDuplicates();
            assertThat(size.subsets()).allMatch(subset -> subset.size() == size.size());
        }
        agreesWithCommittees(members, some);
        assertThat(of(members, 180)).isEqualTo(some);
    }

    @Test
    void twelve_networks_are_counted_whole_and_thirteen_are_not() {
        List<Outputs> members =
                IntStream.range(0, 13).mapToObj(m -> fine(m, 10)).toList();
        Subsets twelve =
                Subsets.of(new Committee(members.subList(0, 12)), () -> false).orElseThrow();
        assertThat(twelve.isWhole()).isTrue();
        assertThat(twelve.all()).hasSize(4095);
        Subsets thirteen = Subsets.of(new Committee(members), () -> false).orElseThrow();
        assertThat(thirteen.isWhole()).isFalse();
        assertThat(thirteen.full().members()).hasSize(13);
        assertThat(Subsets.of(new Committee(members), () -> true)).isEmpty();
    }

    @Test
    void dissent_is_every_image_on_which_somebody_differs() {
        List<Outputs> members =
                IntStream.range(0, 3).mapToObj(m -> coarse(m, 200)).toList();
        Committee committee = new Committee(members);
        List<Dissent> found = Dissent.of(committee);
        int differing = 0;
        for (int i = 0; i < 200; i++) {
            int first = members.get(0).predicted(i);
            if (members.get(1).predicted(i) != first || members.get(2).predicted(i) != first) differing++;
        }
        assertThat(found).hasSize(differing);
        for (Dissent d : found) {
            for (int m = 0; m < 3; m++)
                assertThat(d.said().get(m)).isEqualTo(members.get(m).predicted(d.image()));
            assertThat(d.averaged()).isEqualTo(committee.average().predicted(d.image()));
            assertThat(d.voted()).isEqualTo(committee.votes().predicted(d.image()));
            assertThat(d.label()).isEqualTo(d.image() % CLASSES);
        }
        // Those misread together come first.
        List<Boolean> right = found.stream().map(d -> d.averaged() == d.label()).toList();
        assertThat(right.indexOf(true)).isEqualTo(right.lastIndexOf(false) + 1);
    }

    /** Of 60 images that a fair coin decides, 38 to 22 or more happens in 5.2 % of cases and 39 to 21 in 2.7 %. */
    @Test
    void the_noise_is_the_largest_difference_that_chance_makes() {
        assertThat(new PairedTest(39, 21).p()).isBetween(0.026, 0.028);
        assertThat(new PairedTest(39, 21).noise()).isEqualTo(16);
        assertThat(new PairedTest(38, 22).p()).isGreaterThan(0.05);
        assertThat(new PairedTest(0, 0).noise()).isZero();
        assertThat(new PairedTest(1, 0).noise()).isEqualTo(1);
        for (int n = 2; n < 40; n++) {
            int noise = new PairedTest(n, 0).noise();
            assertThat(new PairedTest((n + noise) / 2, (n - noise) / 2).p()).isGreaterThan(0.05);
            if (noise < n)
                assertThat(new PairedTest((n + noise) / 2 + 1, (n - noise) / 2 - 1).p())
                        .isLessThanOrEqualTo(0.05);
        }
    }
}
