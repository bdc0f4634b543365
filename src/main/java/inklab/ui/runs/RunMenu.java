package inklab.ui.runs;

import inklab.export.ExportFormat;
import inklab.train.RunFolder;
import inklab.ui.Navigation;
import inklab.ui.Notice;
import inklab.ui.Notices;
import inklab.ui.Place;
import inklab.ui.Texts;
import inklab.ui.work.Jobs;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** What can be done with a run and with the table, by the secondary button. */
final class RunMenu {
    private final RunsViewModel model;
    private final Navigation navigation;
    private final Notices notices;
    private final RunExport export;
    private final Jobs jobs;
    private final Texts texts;

    /** @param jobs threads to export on */
    RunMenu(RunsViewModel model, Navigation navigation, RunExport export, Jobs jobs, Notices notices, Texts texts) {
        this.model = model;
        this.navigation = navigation;
        this.export = export;
        this.jobs = jobs;
        this.notices = notices;
        this.texts = texts;
    }

    /** @param rename begins to rename a row in place */
    List<MenuItem> items(Optional<RunRow> chosen, Consumer<RunRow> rename) {
        List<MenuItem> items = new ArrayList<>();
        chosen.ifPresent(row -> {
            if (row.run().isPresent()) {
                items.add(item("menu.inspect", () -> inspect(row)));
                items.add(item("menu.draw", () -> {
                    model.choose(row);
                    navigation.go(Place.DRAW);
                }));
                items.add(item("menu.recipe", () -> {
                    model.openRecipe(row);
                    navigation.go(Place.TRAIN);
                }));
                items.add(new SeparatorMenuItem());
                items.add(item(
                        row.starred() ? "menu.unstar" : "menu.star",
                        () -> model.actions().star(row, !row.starred())));
                items.add(item("menu.rename", () -> rename.accept(row)));
                items.add(exports(row));
            }
            MenuItem delete = item("menu.delete", () -> model.actions().trash(row));
            items.add(delete);
        });
        model.actions().lastTrashed().ifPresent(gone -> {
            MenuItem back = new MenuItem(texts.get("menu.back", gone.name()));
            back.setMnemonicParsing(false);
            back.setOnAction(e -> model.actions().putBack(gone));
            items.add(back);
        });
        if (!items.isEmpty()) items.add(new SeparatorMenuItem());
        items.add(item("menu.untick", model::untickAll));
        items.add(item("menu.csv.copy", this::copyTable));
        items.add(item("menu.csv.save", () -> saveTable(null)));
        return items;
    }

    private Menu exports(RunRow row) {
        Menu menu = new Menu(texts.get("menu.export"));
        menu.setMnemonicParsing(false);
        for (ExportFormat format : ExportFormat.values())
            menu.getItems().add(item("export." + format.id(), () -> export(row, format)));
        return menu;
    }

    private void export(RunRow row, ExportFormat format) {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName(
                format.extension().isEmpty() ? row.name() + "-tensorboard" : format.file(row.name()));
        File file = chooser.showSaveDialog(null);
        if (file != null) export(row, format, file.toPath());
    }

    /** Writes it in the background, and says where it is. */
    void export(RunRow row, ExportFormat format, Path file) {
        jobs.run(
                progress -> {
                    export.write(new RunFolder(row.path()), format, file);
                    return file;
                },
                done -> notices.add(Notice.good(texts.get("export.done", row.name(), done))),
                fault -> notices.add(Notice.warning(String.valueOf(fault.getMessage()), "")));
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(texts.get(key));
        item.setMnemonicParsing(false);
        item.setOnAction(e -> action.run());
        return item;
    }

    void inspect(RunRow row) {
        if (row.run().isEmpty()) return;
        model.choose(row);
        navigation.go(Place.INSPECT);
    }

    void copyTable() {
        ClipboardContent content = new ClipboardContent();
        content.putString(RunsCsv.of(model.shown()));
        Clipboard.getSystemClipboard().setContent(content);
        notices.add(Notice.good(texts.get("csv.copied", model.shown().size())));
    }

    /** @param owner the window that asks for the place; may be null */
    void saveTable(Window owner) {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName("runs.csv");
        File file = chooser.showSaveDialog(owner);
        if (file != null) save(file.toPath());
    }

    /** The table is small text, written at once. */
    void save(Path file) {
        try {
            Files.writeString(file, RunsCsv.of(model.shown()));
            notices.add(Notice.good(texts.get("csv.saved", file)));
        } catch (IOException e) {
            notices.add(Notice.warning(texts.get("csv.failed", file), texts.get("csv.failed.how")));
        }
    }
}
