package inklab.ui.runs;

import inklab.evaluate.Dissent;
import inklab.ui.widget.Picture;
import inklab.ui.work.Jobs;
import inklab.ui.work.Latest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The images on which the committee's members differ, with their pictures; read only while somebody looks. */
final class DissentModel {
    /** More than so many are looked at by nobody. */
    static final int MOST = 500;

    /**
     * What there is to look at.
     *
     * @param members in their order
     * @param dissents the first of them, those misread together before the others
     * @param pictures by the image's index; none when they cannot be had
     */
    record Sight(List<RunRow> members, List<Dissent> dissents, Map<Integer, Picture> pictures) {
        static final Sight NONE = new Sight(List.of(), List.of(), Map.of());
    }

    private final CommitteeModel committee;
    private final Latest<Standing, Sight> reading;
    private final ReadOnlyObjectWrapper<Sight> sight = new ReadOnlyObjectWrapper<>(this, "sight", Sight.NONE);
    private final Looks looks;
    private boolean watched;
    private Standing seen = Standing.NONE;

    DissentModel(CommitteeModel committee, Looks looks, Jobs jobs) {
        this.committee = committee;
        this.looks = looks;
        reading = jobs.latest(this::read, sight::set);
        committee.standingProperty().addListener(o -> look());
    }

    ReadOnlyObjectProperty<Sight> sightProperty() {
        return sight.getReadOnlyProperty();
    }

    /** Whether somebody looks. */
    void setWatched(boolean watched) {
        this.watched = watched;
        look();
    }

    boolean byVotes() {
        return committee.byVotesProperty().get();
    }

    /** The number of a member's colour; 0 of one that has left meanwhile. */
    int series(RunRow member) {
        return Math.max(0, committee.series(member));
    }

    private void look() {
        if (!watched || committee.standing().equals(seen)) return;
        seen = committee.standing();
        reading.set(seen);
    }

    private Sight read(Standing standing) {
        List<Dissent> first = standing.dissents().stream().limit(MOST).toList();
        Optional<RunRow> reader = standing.members().stream().findFirst();
        if (first.isEmpty() || reader.isEmpty()) return new Sight(standing.members(), first, Map.of());
        List<Integer> images = first.stream().map(Dissent::image).toList();
        Map<Integer, Picture> pictures;
        try {
            pictures = looks.test(reader.get().recipe().orElseThrow(), images);
        } catch (IOException | IllegalArgumentException e) {
            // Without the data set the votes are shown all the same.
            pictures = Map.of();
        }
        return new Sight(standing.members(), first, pictures);
    }
}
