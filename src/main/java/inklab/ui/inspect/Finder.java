package inklab.ui.inspect;

import inklab.ui.work.Job;
import inklab.ui.work.Jobs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Finds the nets there are, and opens the one that is picked, else the selected run, else the first. For the FX thread. */
final class Finder {
    /**
     * What was found.
     *
     * @param choice null when there is no net at all
     * @param subject null when it could not be opened
     * @param trouble why not, in a sentence; else empty
     */
    record Found(Choice choice, Subject subject, String trouble) {}

    private record Findings(List<Choice> choices, Found found) {}

    private final Shelf shelf;
    private final Jobs jobs;
    private final Supplier<Path> run;
    private final Consumer<Found> found;
    private final ReadOnlyObjectWrapper<List<Choice>> choices = new ReadOnlyObjectWrapper<>(this, "choices", List.of());
    private Choice picked;
    private Job opening;
    private boolean again;

    /**
     * @param run the selected one, null for none
     * @param found told of every finding
     */
    Finder(Shelf shelf, Jobs jobs, Supplier<Path> run, Consumer<Found> found) {
        this.shelf = shelf;
        this.jobs = jobs;
        this.run = run;
        this.found = found;
    }

    ReadOnlyObjectProperty<List<Choice>> choicesProperty() {
        return choices.getReadOnlyProperty();
    }

    /** Looks once more; while it looks, once more after that. */
    void look() {
        if (opening != null && opening.isRunning()) {
            again = true;
            return;
        }
        Choice wanted = picked;
        Path selected = run.get();
        opening = jobs.run(
                progress -> find(wanted, selected),
                this::found,
                fault -> found.accept(new Found(null, null, String.valueOf(fault.getMessage()))));
    }

    /** Another net is wanted; null for the selected run's. */
    void turnTo(Choice choice) {
        picked = choice;
        close();
        look();
    }

    void close() {
        if (opening != null) opening.cancel();
    }

    private Findings find(Choice wanted, Path selected) throws IOException {
        List<Choice> all = shelf.choices();
        Choice choice = wanted;
        if (choice == null && selected != null) choice = Choice.of(selected);
        if (choice == null && !all.isEmpty()) choice = all.get(0);
        if (choice == null) return new Findings(all, new Found(null, null, ""));
        try {
            return new Findings(all, new Found(choice, shelf.open(choice), ""));
        } catch (IOException e) {
            return new Findings(all, new Found(choice, null, String.valueOf(e.getMessage())));
        }
    }

    private void found(Findings findings) {
        choices.set(findings.choices());
        found.accept(findings.found());
        if (!again) return;
        again = false;
        look();
    }
}
