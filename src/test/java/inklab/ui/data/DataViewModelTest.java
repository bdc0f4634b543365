package inklab.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import inklab.data.DataStatus;
import inklab.net.LayerSpec;
import inklab.net.Shape;
import inklab.recipe.DataSettings;
import inklab.ui.Notice;
import inklab.ui.Selection;
import inklab.ui.SomeRecipes;
import inklab.ui.Texts;
import inklab.ui.work.Jobs;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataViewModelTest {
    @TempDir
    Path folder;

    private final SomeStock stock = new SomeStock();
    private final Selection selection = new Selection(SomeRecipes.CIRESAN);
    private final Jobs atOnce = new Jobs(Runnable::run, Runnable::run, fault -> {
        throw new AssertionError(fault);
    });
    private final List<Notice> told = new ArrayList<>();
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final Jobs later = new Jobs(waiting::add, Runnable::run, fault -> {
        throw new AssertionError(fault);
    });

    private DataViewModel model() {
        return model(atOnce);
    }

    private DataViewModel model(Jobs moving) {
        DataViewModel model = new DataViewModel(
                selection,
                stock,
                atOnce,
                moving,
                new WallMemory(folder.resolve("wall.properties")),
                told::add,
                new Texts(DataWorkspace.class, Locale.ENGLISH));
        model.show();
        model.makeRoom(30);
        return model;
    }

    private static Set<Integer> labels(DataViewModel model) {
        Set<Integer> labels = new HashSet<>();
        for (Page.Cell cell : model.pageProperty().get().cells())
            labels.add(model.imagesProperty().get().label(cell.index()));
        return labels;
    }

    private static List<Integer> wall(DataViewModel model) {
        return model.pageProperty().get().cells().stream().map(Page.Cell::index).toList();
    }

    @Test
    void the_recipes_data_set_is_open_with_counts_a_wall_and_a_specimen() {
        DataViewModel model = model();
        assertThat(model.imagesProperty().get().id()).isEqualTo("mnist");
        assertThat(model.summaryProperty().get().counts()).containsOnly(100);
        assertThat(wall(model)).hasSize(30).doesNotHaveDuplicates();
        assertThat(model.specimenProperty().get().index()).isEqualTo(wall(model).get(0));
        assertThat(model.fitProperty().get()).isEmpty();
    }

    @Test
    void choosing_another_edits_the_recipes_data_alone_and_undo_leads_back() {
        DataViewModel model = model();
        model.choose("ink");
        assertThat(selection.recipe())
                .isEqualTo(
                        SomeRecipes.CIRESAN.withData(new DataSettings("ink", 0, 10_000, 0, DataSettings.Pixels.UNIT)));
        assertThat(model.imagesProperty().get().id()).isEqualTo("ink");
        selection.undo();
        assertThat(model.imagesProperty().get().id()).isEqualTo("mnist");
    }

    @Test
    void a_class_filters_the_wall_and_the_seed_changes_its_order() {
        DataViewModel model = model();
        List<Integer> first = wall(model);
        model.filter(4);
        assertThat(labels(model)).containsExactly(4);
        assertThat(model.pageProperty().get().total()).isEqualTo(100);
        model.filter(-1);
        assertThat(wall(model)).isEqualTo(first);
        model.shuffle();
        assertThat(wall(model)).isNotEqualTo(first);
    }

    @Test
    void every_shuffle_is_a_permutation_and_the_same_seed_gives_the_same() {
        int[] order = DataViewModel.shuffled(257, 3);
        assertThat(order)
                .hasSize(257)
                .doesNotHaveDuplicates()
                .contains(0, 256)
                .isEqualTo(DataViewModel.shuffled(257, 3));
        assertThat(order).isNotEqualTo(DataViewModel.shuffled(257, 4));
    }

    @Test
    void the_wall_goes_on_to_its_end_and_back_and_no_further() {
        stock.size = 70;
        DataViewModel model = model();
        List<Integer> first = wall(model);
        assertThat(model.move(-10)).isFalse();
        assertThat(model.move(30)).isTrue();
        assertThat(wall(model)).hasSize(30).doesNotContainAnyElementsOf(first);
        assertThat(model.move(30)).isTrue();
        assertThat(wall(model)).hasSize(10);
        assertThat(model.move(30)).isFalse();
        assertThat(model.move(-30)).isTrue();
        assertThat(model.move(-30)).isTrue();
        assertThat(wall(model)).isEqualTo(first);
    }

    @Test
    void filter_and_seed_are_remembered_for_each_data_set_and_from_start_to_start() {
        DataViewModel model = model();
        model.filter(3);
        model.shuffle();
        List<Integer> left = wall(model);
        model.choose("ink");
        assertThat(model.labelProperty().get()).isEqualTo(-1);
        selection.undo();
        assertThat(model.labelProperty().get()).isEqualTo(3);
        assertThat(wall(model)).isEqualTo(left);
        model.close();

        WallMemory next = new WallMemory(folder.resolve("wall.properties"));
        next.read();
        assertThat(next.of("mnist")).isEqualTo(new WallMemory.Hanging(3, 8));
        assertThat(next.of("cifar-10")).isEqualTo(WallMemory.Hanging.FIRST);
    }

    @Test
    void colour_pictures_do_not_change_a_grey_net_but_the_mend_does_in_one_step() {
        stock.here.add("cifar-10");
        DataViewModel model = model();
        model.choose("cifar-10");
        assertThat(selection.recipe().net()).isEqualTo(SomeRecipes.CIRESAN.net());
        Fit fit = model.fitProperty().get().orElseThrow();
        assertThat(fit.grave()).isFalse();
        assertThat(fit.what()).contains("32 × 32 colour").contains("29 × 29 grey");
        model.mend();
        assertThat(selection.recipe().net().input()).isEqualTo(new Shape(3, 32, 32));
        assertThat(model.fitProperty().get()).isEmpty();
        selection.undo();
        assertThat(selection.recipe().net()).isEqualTo(SomeRecipes.CIRESAN.net());
        assertThat(selection.recipe().data().dataset()).isEqualTo("cifar-10");
    }

    @Test
    void another_number_of_classes_is_grave_and_mended_at_the_nets_end() {
        stock.own.add("pictures/leaves");
        stock.here.add("pictures/leaves");
        DataViewModel model = model();
        model.choose("pictures/leaves");
        Fit fit = model.fitProperty().get().orElseThrow();
        assertThat(fit.grave()).isTrue();
        assertThat(fit.what()).isEqualTo("leaves has 4 classes, the net ends with 10.");
        model.mend();
        List<LayerSpec> layers = selection.recipe().net().layers();
        assertThat(layers.get(layers.size() - 1))
                .isInstanceOfSatisfying(
                        LayerSpec.Output.class,
                        output -> assertThat(output.classes()).isEqualTo(4));
        assertThat(model.fitProperty().get()).isEmpty();
    }

    @Test
    void a_missing_data_set_says_so_and_fetching_opens_it() {
        DataViewModel model = model();
        model.choose("cifar-10");
        assertThat(model.imagesProperty().get()).isNull();
        assertThat(model.troubleProperty().get()).isEqualTo("cifar-10 is not here.");
        ShelfCard card = model.shelf().card("cifar-10").orElseThrow();
        assertThat(card.isMissing()).isTrue();
        model.shelf().fetch(card);
        assertThat(card.isUsable()).isTrue();
        assertThat(card.isBusy()).isFalse();
        assertThat(model.imagesProperty().get().id()).isEqualTo("cifar-10");
        assertThat(model.troubleProperty().get()).isEmpty();
    }

    @Test
    void a_fetch_that_fails_leaves_its_sentence_on_the_card_and_the_rest_as_it_was() {
        stock.faults.put("fetch cifar-10", "There is no connection: try again later.");
        DataViewModel model = model();
        ShelfCard card = model.shelf().card("cifar-10").orElseThrow();
        model.shelf().fetch(card);
        assertThat(card.problemProperty().get()).isEqualTo("There is no connection: try again later.");
        assertThat(card.isBusy()).isFalse();
        assertThat(model.imagesProperty().get().id()).isEqualTo("mnist");
        model.shelf().dismiss(card);
        assertThat(card.problemProperty().get()).isEmpty();
    }

    @Test
    void what_is_under_way_can_be_cancelled_and_nothing_of_it_arrives() {
        DataViewModel model = model(later);
        ShelfCard card = model.shelf().card("cifar-10").orElseThrow();
        model.shelf().fetch(card);
        assertThat(card.doingProperty().get().kind()).isEqualTo(ShelfCard.Kind.FETCH);
        model.shelf().fetch(card);
        assertThat(waiting).hasSize(1);
        model.shelf().cancel(card);
        assertThat(card.isBusy()).isFalse();
        waiting.remove().run();
        assertThat(stock.asked).doesNotContain("fetch cifar-10");
        assertThat(card.isMissing()).isTrue();
    }

    @Test
    void progress_says_how_much_of_how_much_with_the_unit_once() {
        DataViewModel model = model(later);
        ShelfCard card = model.shelf().card("cifar-10").orElseThrow();
        model.shelf().fetch(card);
        var job = card.doingProperty().get().job();
        waiting.remove().run();
        assertThat(job.wordsProperty().get()).isEqualTo("68 of 162 MB");
        assertThat(job.fractionProperty().get()).isEqualTo(68 / 162.0);
    }

    @Test
    void a_folder_of_ones_own_becomes_a_card_and_the_recipes_data_set() {
        stock.recognised = "pictures/leaves";
        DataViewModel model = model();
        model.importAny(Path.of("leaves"));
        assertThat(model.shelf().card("pictures/leaves")).isPresent();
        assertThat(selection.recipe().data().dataset()).isEqualTo("pictures/leaves");
        assertThat(model.imagesProperty().get().id()).isEqualTo("pictures/leaves");
    }

    @Test
    void a_public_set_goes_to_its_card_and_a_fault_of_it_too() {
        stock.faults.put("import mnist", "It is damaged: fetch it again.");
        DataViewModel model = model();
        model.importAny(Path.of("somewhere"));
        assertThat(model.shelf().card("mnist").orElseThrow().problemProperty().get())
                .isEqualTo("It is damaged: fetch it again.");
        assertThat(model.shelf().slot().problemProperty().get()).isEmpty();
        assertThat(model.imagesProperty().get().id()).isEqualTo("mnist");
    }

    @Test
    void a_folder_that_is_nothing_says_so_where_it_was_dropped() {
        stock.faults.put("recognise mnist", "It has no folders in it: there must be one for each class.");
        DataViewModel model = model();
        model.importAny(Path.of("somewhere"));
        assertThat(model.shelf().slot().problemProperty().get()).contains("one for each class");
        assertThat(selection.undoableProperty().get()).isFalse();
    }

    @Test
    void pictures_of_ones_own_are_removed_and_put_back() {
        stock.own.add("pictures/leaves");
        stock.here.add("pictures/leaves");
        DataViewModel model = model();
        assertThat(model.canRemove()).isFalse();
        model.remove();
        assertThat(stock.asked).noneMatch(asked -> asked.startsWith("remove"));
        model.choose("pictures/leaves");
        assertThat(model.canRemove()).isTrue();
        model.remove();
        assertThat(model.shelf().card("pictures/leaves")).isEmpty();
        assertThat(selection.recipe().data().dataset()).isEqualTo("ink");
        assertThat(told).singleElement().extracting(Notice::how).asString().contains("aside");
        told.get(0).action().orElseThrow().run().run();
        assertThat(model.shelf().card("pictures/leaves")).isPresent();
        assertThat(selection.recipe().data().dataset()).isEqualTo("pictures/leaves");
    }

    @Test
    void verifying_says_what_it_found() {
        DataViewModel model = model();
        ShelfCard card = model.shelf().card("mnist").orElseThrow();
        model.shelf().verify(card);
        assertThat(card.doneProperty().get()).isNotEmpty();
        stock.found = new DataStatus(DataStatus.State.DIFFERENT, "It is not the public copy.");
        model.shelf().verify(card);
        assertThat(card.doneProperty().get()).isEmpty();
        assertThat(card.looksProperty().get().orElseThrow().status().notice()).isEqualTo("It is not the public copy.");
    }

    @Test
    void counts_and_pixels_become_the_recipes_and_what_will_not_do_is_said() {
        DataViewModel model = model();
        DataSettings before = selection.recipe().data();
        DataSettings fewer =
                new DataSettings(before.dataset(), 50, 20, before.normaliseWidth(), DataSettings.Pixels.SIGNED);
        assertThat(model.wrong(fewer)).isEmpty();
        model.edit(fewer);
        assertThat(selection.recipe().data()).isEqualTo(fewer);
        DataSettings none = new DataSettings(before.dataset(), 50, -1, 0, DataSettings.Pixels.UNIT);
        assertThat(model.wrong(none)).get().asString().contains("10000 is usual");
        assertThat(SplitFields.parse("10,000")).contains(10_000);
        assertThat(SplitFields.parse("ten")).isEmpty();
    }

    @Test
    void inks_digits_stand_beside_digits_alone() {
        DataViewModel model = model();
        DataSettings digits = selection.recipe().data().withDataset("mnist");
        assertThat(model.wrong(digits.withInk(20_000))).isEmpty();
        assertThat(model.wrong(digits.withDataset("fashion-mnist").withInk(20_000)))
                .get()
                .asString()
                .contains("none of Fashion-MNIST's classes");
        model.edit(digits.withInk(20_000));
        model.choose("mnist");
        assertThat(selection.recipe().data().ink()).isEqualTo(20_000);
        model.choose("fashion-mnist");
        assertThat(selection.recipe().data().ink()).isZero();
    }

    @Test
    void a_width_becomes_the_recipes_and_the_wall_stays() {
        DataViewModel model = model();
        Images open = model.imagesProperty().get();
        model.normalise(18);
        assertThat(selection.recipe().data().normaliseWidth()).isEqualTo(18);
        assertThat(model.imagesProperty().get()).isSameAs(open);
    }

    @Test
    void counts_are_a_table_that_spreadsheets_read() {
        assertThat(Words.csv(List.of("a", "b,c", "d\"e"), List.of(1, 2, 3)))
                .isEqualTo("class,training_images\r\na,1\r\n\"b,c\",2\r\n\"d\"\"e\",3\r\n");
    }

    @Test
    void sentences_on_cards_name_files_without_their_folders() {
        assertThat(Words.brief("/tmp/a b/train-labels.gz ends too early: fetch it again."))
                .isEqualTo("train-labels.gz ends too early: fetch it again.");
        assertThat(Words.brief("MNIST in /data/mnist lacks x.gz, y.gz: fetch it."))
                .isEqualTo("MNIST in mnist lacks x.gz, y.gz: fetch it.");
        assertThat(Words.brief("C:\\data\\mnist is not there: import it.")).isEqualTo("mnist is not there: import it.");
    }
}
