package inklab.ui;

import inklab.recipe.Recipe;
import inklab.recipe.Rows;
import inklab.ui.work.Jobs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Opening and saving recipes, the presets, and the files used last. For the FX thread; it has no nodes. */
public final class Recipes {
    private static final int MOST_RECENT = 8;

    private final Selection selection;
    private final RecipeShelf shelf;
    private final Jobs jobs;
    private final Notices notices;
    private final Texts texts;
    private final ObservableList<Recipe> presets = FXCollections.observableArrayList();
    private final ObservableList<Path> recent = FXCollections.observableArrayList();
    private Rows rows = new Rows(List.of(), List.of());

    private record Opened(Recipe recipe, boolean ofRun) {}

    private record Shelved(List<Recipe> presets, Rows rows) {}

    public Recipes(
            Selection selection, RecipeShelf shelf, Jobs jobs, Notices notices, Texts texts, List<Path> recentFiles) {
        this.selection = selection;
        this.shelf = shelf;
        this.jobs = jobs;
        this.notices = notices;
        this.texts = texts;
        recent.setAll(recentFiles.stream().limit(MOST_RECENT).toList());
    }

    /** Reads the presets, off the FX thread; best once the window is drawn. */
    public void readPresets() {
        jobs.run(
                progress -> new Shelved(shelf.presets(), shelf.rows()),
                read -> {
                    rows = read.rows();
                    presets.setAll(read.presets());
                },
                this::failed);
    }

    /** The published results that the presets reproduce; none until {@link #readPresets}. */
    public Rows rows() {
        return rows;
    }

    /** Those that come with Inklab; empty until {@link #readPresets}. */
    public ObservableList<Recipe> presets() {
        return FXCollections.unmodifiableObservableList(presets);
    }

    /** The files used last, newest first. */
    public ObservableList<Path> recent() {
        return FXCollections.unmodifiableObservableList(recent);
    }

    /** Takes a preset; undo leads back. */
    public void usePreset(Recipe preset) {
        selection.open(preset, Optional.empty());
    }

    /** Opens a recipe's file; the copy that a run keeps is opened without it, so that saving asks for a file. */
    public void open(Path file) {
        jobs.run(
                progress -> new Opened(shelf.read(file), shelf.isOfRun(file)),
                opened -> {
                    selection.open(opened.recipe(), Optional.of(file).filter(f -> !opened.ofRun()));
                    if (!opened.ofRun()) remember(file);
                },
                fault -> {
                    recent.remove(file);
                    failed(fault);
                });
    }

    /** Files dropped on the window that no workspace takes: recipes are opened, of anything else it is said so. */
    void drop(List<Path> files) {
        for (Path file : files)
            if (file.getFileName().toString().endsWith(".json")) open(file);
            else
                notices.add(
                        Notice.warning(texts.get("drop.unknown", file.getFileName()), texts.get("drop.unknown.how")));
    }

    public void save(Path file) {
        Recipe recipe = selection.recipe();
        jobs.run(
                progress -> {
                    shelf.write(recipe, file);
                    return file;
                },
                done -> {
                    if (selection.recipe().equals(recipe)) selection.saved(file);
                    remember(file);
                    notices.add(Notice.good(texts.get("recipe.saved", file.getFileName())));
                },
                this::failed);
    }

    /** Back to the recipe as it was opened or last saved: one step to undo. */
    public void revert() {
        selection.edit(selection.savedRecipe());
    }

    private void remember(Path file) {
        List<Path> files = new ArrayList<>(recent);
        files.remove(file);
        files.add(0, file);
        recent.setAll(files.stream().limit(MOST_RECENT).toList());
    }

    private void failed(Exception fault) {
        String what = fault.getMessage() == null ? fault.toString() : fault.getMessage();
        notices.add(Notice.danger(what, ""));
    }
}
