package inklab.ui.runs;

import inklab.recipe.Measured;
import inklab.recipe.MemberDeviations;
import inklab.recipe.Presets;
import inklab.recipe.PublishedFigure;
import inklab.recipe.Recipe;
import inklab.recipe.RecipeDifference;
import inklab.recipe.Reproduction;
import inklab.recipe.Results;
import inklab.recipe.Row;
import inklab.recipe.Rows;
import inklab.recipe.TrainingSettings;
import inklab.train.Runs;
import inklab.ui.Figures;
import inklab.ui.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What was published beside what came out here.
 *
 * @param about what the figures are of, in words
 * @param published the published figure; empty when nothing is published for such a recipe
 * @param ours our test error, 0 to 1: the committee's, or the median over seeds; NaN when there is none yet
 * @param each every seed's, in the order of the seeds; none for a committee
 * @param lines what was done, name and figure
 * @param deviations in what the recipe differs from the source's; a sentence each
 */
record ReproductionCard(
        String about,
        Optional<PublishedFigure> published,
        double ours,
        List<Double> each,
        List<Line> lines,
        List<String> deviations) {
    /** A name and what stands beside it. */
    record Line(String name, String value) {}

    /** Makes cards; pure, for any thread. */
    static final class Maker {
        private static final int MOST_LISTED = 6;

        private final Presets presets;
        private final Results results;
        private final Texts texts;

        /** @param results what was measured with Inklab elsewhere, and came with it */
        Maker(Presets presets, Results results, Texts texts) {
            this.presets = presets;
            this.results = results;
            this.texts = texts;
        }

        /** The card of a committee that was counted. */
        ReproductionCard committee(Standing standing, boolean byVotes) {
            List<RunRow> members = standing.members();
            Optional<Row> row = committeeRow(members);
            List<Line> lines = new ArrayList<>();
            row.ifPresent(one -> published(one, lines));
            lines.add(new Line(texts.get("card.epochs"), epochs(members, row)));
            lines.add(new Line(texts.get("card.members"), members(members)));
            lines.add(new Line(texts.get("card.seeds"), seeds(members)));
            lines.add(new Line(
                    texts.get("card.time"),
                    Figures.roughTime(
                            members.stream().mapToDouble(RunRow::seconds).sum())));
            row.ifPresent(one -> measured(one, lines));
            String about = row.map(one -> texts.get("card.about", title(one)))
                    .orElse(texts.get(
                            "card.about.committee",
                            members.size(),
                            members.get(0).data()));
            return new ReproductionCard(
                    about,
                    row.flatMap(Row::figure),
                    standing.error(byVotes),
                    List.of(),
                    lines,
                    row.map(one -> deviations(one, members)).orElse(List.of()));
        }

        /** The card of one run, with the others of its recipe that differ in nothing but the seed. */
        ReproductionCard single(RunRow run, List<RunRow> all) {
            Recipe recipe = run.recipe().orElseThrow();
            List<RunRow> same = all.stream()
                    .filter(row -> row.is(Runs.Status.FINISHED) && !Double.isNaN(row.test()))
                    .filter(row -> isSame(recipe, row.recipe().orElseThrow()))
                    .sorted(Comparator.comparingLong(RunRow::seed))
                    .toList();
            if (same.isEmpty()) same = List.of(run);
            Rows rows = presets.rows();
            Optional<Row> row = rows.nearest(recipe, presets);
            double[] errors = same.stream().mapToDouble(RunRow::test).sorted().toArray();
            List<Line> lines = new ArrayList<>();
            row.ifPresent(one -> published(one, lines));
            lines.add(new Line(texts.get("card.epochs"), epochs(same, row)));
            lines.add(new Line(texts.get("card.seeds"), seeds(same)));
            if (same.size() > 1)
                lines.add(new Line(
                        texts.get("card.each"),
                        list(same.stream()
                                .map(one -> Figures.fixed(100 * one.test(), 2))
                                .toList())));
            lines.add(new Line(
                    texts.get("card.time"),
                    Figures.roughTime(
                            same.stream().mapToDouble(RunRow::seconds).average().orElse(0))));
            row.ifPresent(one -> measured(one, lines));
            LinkedHashSet<String> deviations =
                    new LinkedHashSet<>(row.map(Row::deviations).orElse(List.of()));
            row.flatMap(one -> presets.find(one.presets().get(0)))
                    .ifPresent(preset -> deviations.addAll(RecipeDifference.of(preset, recipe)));
            return new ReproductionCard(
                    row.map(one -> texts.get("card.about", title(one)))
                            .orElse(texts.get("card.about.none", run.name())),
                    row.flatMap(Row::figure),
                    median(errors),
                    same.size() > 1 ? same.stream().map(RunRow::test).toList() : List.of(),
                    lines,
                    List.copyOf(deviations));
        }

        private static boolean isSame(Recipe a, Recipe b) {
            TrainingSettings as = a.training();
            TrainingSettings bs = b.training().withSeed(as.seed());
            return a.data().equals(b.data())
                    && a.distortion().equals(b.distortion())
                    && a.net().equals(b.net())
                    && as.equals(bs);
        }

        private String title(Row row) {
            String title = row.title() + ", " + presets.rows().family(row).title();
            return title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
        }

        /** The published committee that is made mostly of such nets; of several the one with the nearest number of them. */
        private Optional<Row> committeeRow(List<RunRow> members) {
            return presets.rows().rows().stream()
                    .filter(row -> row.isCommittee() && row.figure().isPresent())
                    .filter(row -> strangers(row, members) * 2 < members.size())
                    .min(Comparator.comparingLong(
                            row -> Math.abs(row.members() - members.size()) + 2 * strangers(row, members)));
        }

        private long strangers(Row row, List<RunRow> members) {
            return members.stream()
                    .filter(member -> preset(row, member).isEmpty())
                    .count();
        }

        /** The recipe among a committee's that has a member's data, width and net; it may be trained otherwise. */
        private Optional<Recipe> preset(Row row, RunRow member) {
            Recipe own = member.recipe().orElseThrow();
            return row.presets().stream()
                    .flatMap(name -> presets.find(name).stream())
                    .filter(preset -> preset.data().dataset().equals(own.data().dataset())
                            && preset.data().normaliseWidth() == own.data().normaliseWidth()
                            && preset.net().equals(own.net()))
                    .findFirst();
        }

        /** What is known of the row first, then what is special about these members. */
        private List<String> deviations(Row row, List<RunRow> members) {
            List<Recipe> recipes = row.presets().stream()
                    .flatMap(name -> presets.find(name).stream())
                    .toList();
            List<List<String>> each = new ArrayList<>();
            for (RunRow member : members) {
                Recipe own = member.recipe().orElseThrow();
                each.add(RecipeDifference.of(RecipeDifference.nearest(recipes, own), own));
            }
            List<String> all = new ArrayList<>(row.deviations());
            all.addAll(MemberDeviations.told(members.stream().map(RunRow::name).toList(), each));
            return all;
        }

        /** Of what each published figure is, where the source says so: of four nets, of 35, of the book. */
        private void published(Row row, List<Line> lines) {
            for (PublishedFigure figure : row.figures())
                if (!figure.label().isEmpty())
                    lines.add(new Line(
                            texts.get("card.figure", figure.label()), RunWords.published(figure, texts) + " %"));
        }

        private String epochs(List<RunRow> runs, Optional<Row> row) {
            TreeSet<Integer> done = new TreeSet<>();
            runs.forEach(run -> done.add(run.epochs()));
            String ours = done.size() == 1
                    ? String.valueOf(done.first())
                    : texts.get("card.range", done.first(), done.last());
            int published = row.map(Row::epochs).orElse(0);
            return published > 0 ? texts.get("card.epochs.of", ours, published) : ours;
        }

        /** How many, and how wide their digits are where that is what they differ in. */
        private String members(List<RunRow> members) {
            TreeSet<Integer> widths = new TreeSet<>();
            members.forEach(run -> widths.add(run.recipe().orElseThrow().data().normaliseWidth()));
            if (widths.size() < 2) return String.valueOf(members.size());
            boolean asIs = widths.remove(0);
            String range = widths.size() == 1
                    ? String.valueOf(widths.first())
                    : texts.get("card.range", widths.first(), widths.last());
            return texts.get(asIs ? "card.widths.asis" : "card.widths", members.size(), range);
        }

        private String seeds(List<RunRow> runs) {
            TreeSet<Long> seeds = new TreeSet<>();
            runs.forEach(run -> seeds.add(run.seed()));
            boolean unbroken = seeds.size() > 2 && seeds.last() - seeds.first() == seeds.size() - 1;
            String list = unbroken
                    ? texts.get("card.range", seeds.first(), seeds.last())
                    : list(seeds.stream().map(String::valueOf).toList());
            boolean each = seeds.size() == runs.size() && runs.size() > 1;
            return each ? texts.get("card.seeds.each", list) : list;
        }

        /** The first few, and a sign where there are more. */
        private static String list(List<String> figures) {
            String first = String.join(", ", figures.subList(0, Math.min(MOST_LISTED, figures.size())));
            return figures.size() > MOST_LISTED ? first + " …" : first;
        }

        /** What came with Inklab, measured on another machine. */
        private void measured(Row row, List<Line> lines) {
            Reproduction reproduction = results.of(row);
            if (reproduction.error().isEmpty()) return;
            lines.add(new Line(
                    texts.get("card.measured"),
                    texts.get(
                            row.isCommittee()
                                    ? "card.measured.nets"
                                    : reproduction.nets() == 1 ? "card.measured.seed" : "card.measured.seeds",
                            RunWords.error(reproduction.error().getAsDouble()),
                            reproduction.nets())));
            Optional<Measured.Machine> machine = row.isCommittee()
                    ? reproduction.committee().map(c -> c.machine())
                    : reproduction.runs().stream().findFirst().map(Measured::machine);
            if (reproduction.epochs() < row.epochs())
                lines.add(new Line(
                        texts.get("card.measured.epochs"),
                        texts.get("card.epochs.of", reproduction.epochs(), row.epochs())));
            machine.ifPresent(one -> lines.add(
                    new Line(texts.get("card.machine"), texts.get("card.machine.cores", one.cpu(), one.cores()))));
        }

        private static double median(double[] sorted) {
            if (sorted.length == 0 || Arrays.stream(sorted).anyMatch(Double::isNaN)) return Double.NaN;
            int middle = sorted.length / 2;
            return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        }
    }
}
