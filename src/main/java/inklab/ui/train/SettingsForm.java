package inklab.ui.train;

import inklab.net.Problem;
import inklab.recipe.Recipe;
import inklab.recipe.RecipeCheck;
import inklab.recipe.TrainingSettings;
import inklab.ui.Texts;
import inklab.ui.widget.InlineChoice;
import inklab.ui.widget.InlineField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How the net is trained, setting by setting; each replaces the recipe. */
final class SettingsForm extends VBox {
    private final TrainViewModel model;
    private final Texts texts;
    private final List<Runnable> shows = new ArrayList<>();

    SettingsForm(TrainViewModel model, Texts texts) {
        super(4);
        this.model = model;
        this.texts = texts;
        number("epochs", t -> Integer.toString(t.epochs()), (t, v) -> t.withEpochs((int) Math.round(v)), "");
        number("batch", t -> Integer.toString(t.batch()), (t, v) -> Schedules.withBatch(t, (int) Math.round(v)), "");
        number(
                "rate",
                t -> Words.exactRate(t.schedule().rate()),
                (t, v) -> Schedules.with(
                        t, Schedules.scaled(t.schedule(), v / t.schedule().rate())),
                "");
        List<String> schedules = new ArrayList<>();
        for (int i = 0; i < 6; i++) schedules.add(model.words().schedule(Schedules.ofKind(i, 1, 1)));
        choice(
                "schedule",
                schedules,
                t -> Schedules.kind(t.schedule()),
                (t, i) -> Schedules.with(t, Schedules.ofKind(i, t.schedule().rate(), t.epochs())),
                FinePart::isOfSchedule);
        List<String> optimizers = new ArrayList<>();
        for (int i = 0; i < 5; i++) optimizers.add(model.words().optimizerName(Schedules.optimizer(i)));
        choice(
                "optimizer",
                optimizers,
                t -> Schedules.kind(t.optimizer()),
                (t, i) -> Schedules.with(t, Schedules.optimizer(i)),
                part -> !part.isOfSchedule());
        number(
                "patience",
                t -> Integer.toString(t.patience()),
                (t, v) -> Schedules.withPatience(t, (int) Math.round(v)),
                texts.get("set.never"));
        number("minutes", t -> RecipeWords.plain(t.minutes()), Schedules::withMinutes, texts.get("set.none"));
        number("l2", t -> RecipeWords.plain(t.l2()), Schedules::withL2, texts.get("set.none"));
        number("clip", t -> RecipeWords.plain(t.clip()), Schedules::withClip, texts.get("set.none"));
        number("seed", t -> Long.toString(t.seed()), (t, v) -> t.withSeed(Math.round(v)), "");
        model.recipeProperty().addListener(o -> show());
        show();
    }

    private void show() {
        for (Runnable one : shows) one.run();
    }

    private TrainingSettings now() {
        return model.recipeProperty().get().training();
    }

    /** @param atZero what stands there instead of 0; empty for 0 itself */
    private void number(
            String id,
            Function<TrainingSettings, String> value,
            BiFunction<TrainingSettings, Double, TrainingSettings> with,
            String atZero) {
        InlineField field = field(id, with);
        shows.add(() -> {
            String text = value.apply(now());
            field.setValue(text.equals("0") && !atZero.isEmpty() ? atZero : text, text);
        });
        row(id, List.of(field));
    }

    private InlineField field(String id, BiFunction<TrainingSettings, Double, TrainingSettings> with) {
        InlineField field = new InlineField(texts.get("set." + id));
        field.setId("train-set-" + id);
        field.setHint(texts.get("set." + id + ".hint"));
        field.setCheck(typed -> wrong(typed, with));
        field.setOnCommit(typed -> parse(typed).ifPresent(v -> edit(with.apply(now(), v))));
        return field;
    }

    /** A number that only some kinds have: it stands beside their name. */
    private InlineField fine(FinePart part) {
        InlineField field = field(part.key(), part::in);
        field.setHint(texts.get("set." + part.key()) + ": " + texts.get("set." + part.key() + ".hint"));
        shows.add(() -> {
            OptionalDouble value = part.of(now());
            field.setVisible(value.isPresent());
            field.setManaged(value.isPresent());
            if (value.isEmpty()) return;
            String text = words(part, value.getAsDouble());
            field.setValue(texts.get("set." + part.key() + ".short", text), text);
        });
        return field;
    }

    private static String words(FinePart part, double value) {
        // 1e-8, not 1.0E-8.
        return part.isWhole()
                ? Long.toString(Math.round(value))
                : RecipeWords.plain(value).replace(".0E", "e").replace("E", "e");
    }

    private void choice(
            String id,
            List<String> words,
            Function<TrainingSettings, Integer> chosen,
            BiFunction<TrainingSettings, Integer, TrainingSettings> with,
            Predicate<FinePart> parts) {
        InlineChoice choice = new InlineChoice(texts.get("set." + id));
        choice.setId("train-set-" + id);
        RunCharts.hint(choice, texts.get("set." + id + ".hint"));
        IntConsumer pick = i -> {
            if (i != chosen.apply(now())) edit(with.apply(now(), i));
        };
        choice.setOnChosen(pick);
        shows.add(() -> choice.setChoices(words, chosen.apply(now())));
        List<Node> fields = new ArrayList<>(List.of(choice));
        for (FinePart part : FinePart.values()) if (parts.test(part)) fields.add(fine(part));
        row(id, fields);
    }

    private void row(String id, List<Node> fields) {
        Label name = new Label(texts.get("set." + id));
        name.getStyleClass().addAll("type-note", "setting-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        RunCharts.hint(name, texts.get("set." + id + ".hint"));
        FlowPane flow = new FlowPane(4, 4);
        flow.getChildren().setAll(fields);
        flow.setAlignment(Pos.TOP_RIGHT);
        flow.setMinWidth(0);
        HBox.setHgrow(flow, Priority.ALWAYS);
        HBox row = new HBox(8, name, flow);
        row.getStyleClass().add("setting");
        getChildren().add(row);
    }

    private void edit(TrainingSettings next) {
        model.edit(model.recipeProperty().get().withTraining(next));
    }

    private Optional<String> wrong(String typed, BiFunction<TrainingSettings, Double, TrainingSettings> with) {
        Optional<Double> value = parse(typed);
        if (value.isEmpty()) return Optional.of(texts.get("set.number"));
        return wrong(model.recipeProperty().get(), with.apply(now(), value.get()))
                .map(texts::sentence);
    }

    /** What a change of the settings alone would make wrong with the recipe. */
    static Optional<String> wrong(Recipe recipe, TrainingSettings next) {
        List<Problem> before = RecipeCheck.of(recipe);
        return RecipeCheck.of(recipe.withTraining(next)).stream()
                .filter(problem -> problem.isError() && !before.contains(problem))
                .map(problem -> problem.what() + " " + problem.how())
                .findFirst();
    }

    static Optional<Double> parse(String typed) {
        try {
            double value = Double.parseDouble(typed.strip().replace(',', '.').replace('\u2212', '-'));
            return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
