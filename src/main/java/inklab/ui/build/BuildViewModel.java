package inklab.ui.build;

import inklab.net.Activation;
import inklab.net.LayerSpec;
import inklab.net.NetSpec;
import inklab.net.Notation;
import inklab.net.WeightInit;
import inklab.recipe.Recipe;
import inklab.ui.Selection;
import inklab.ui.Texts;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The net of the selected recipe as a column of cards, and everything that can be done to it. Every change is one step to undo. */
public final class BuildViewModel {
    /** What {@link #chosenProperty} holds while the input is chosen. */
    static final int INPUT = -1;

    private final Selection selection;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<Column> column = new ReadOnlyObjectWrapper<>(this, "column");
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(this, "chosen", INPUT);
    private final ReadOnlyObjectWrapper<Optional<Placing>> placing =
            new ReadOnlyObjectWrapper<>(this, "placing", Optional.empty());
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper(this, "state", "");

    public BuildViewModel(Selection selection, Texts texts) {
        this.selection = selection;
        this.texts = texts;
        selection.recipeProperty().addListener((o, was, now) -> {
            if (!was.net().equals(now.net())) show(now.net());
        });
        placing.addListener(o -> say());
        show(selection.recipe().net());
        chosen.set(heaviest());
    }

    private void show(NetSpec net) {
        placing.set(Optional.empty());
        Column next = Column.of(net, texts);
        if (chosen.get() >= next.layers()) chosen.set(next.layers() - 1);
        column.set(next);
        say();
    }

    /** The second of the layers with weights is the first whose view of the image is worth a picture. */
    private int heaviest() {
        List<LayerCard> weighted =
                column.get().cards().stream().filter(c -> c.series() > 0).toList();
        return weighted.isEmpty()
                ? INPUT
                : weighted.get(Math.min(1, weighted.size() - 1)).index();
    }

    private void say() {
        int n = column.get() == null ? 0 : column.get().layers();
        String[] words = texts.get("state.numbers").split(",", -1);
        String count = n == 1
                ? texts.get("state.layer")
                : texts.get("state.layers", n < words.length ? words[n] : Integer.toString(n));
        state.set(placing.get()
                .map(p -> texts.get(
                        p.from() < 0 ? "state.placing" : "state.moving",
                        count,
                        texts.get("article." + p.kind().id())))
                .orElse(count));
    }

    /** The column of cards. */
    ReadOnlyObjectProperty<Column> columnProperty() {
        return column.getReadOnlyProperty();
    }

    Column column() {
        return column.get();
    }

    /** The chosen layer's index; {@link #INPUT} for the input. */
    ReadOnlyIntegerProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    int chosen() {
        return chosen.get();
    }

    /** The layer in the hand, while there is one. */
    ReadOnlyObjectProperty<Optional<Placing>> placingProperty() {
        return placing.getReadOnlyProperty();
    }

    /** One line: how many layers, and what is going on. */
    ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    Recipe recipe() {
        return selection.recipe();
    }

    /** Chooses a layer; beyond the ends, the nearest. */
    void choose(int layer) {
        chosen.set(Math.max(INPUT, Math.min(column.get().layers() - 1, layer)));
    }

    void chooseNext(int by) {
        choose(chosen.get() + by);
    }

    /**
     * Adds a new layer below the chosen one, above an output. Where it would be wrong there it is not added: it is held at its place, with
     * what is wrong, to be mended or placed all the same.
     */
    void add(LayerKind kind) {
        Placing fresh = Placing.fresh(kind, nextPlace(kind), selection.recipe().net());
        placing.set(Optional.of(fresh));
        if (fresh.trouble().isEmpty()) drop();
    }

    private int nextPlace(LayerKind kind) {
        Stack stack = new Stack(selection.recipe().net());
        int last = stack.hasOutput() ? stack.size() - 1 : stack.size();
        return kind == LayerKind.OUTPUT ? stack.size() : Math.min(last, chosen.get() + 1);
    }

    /** Takes a new layer into the hand. */
    void hold(LayerKind kind) {
        placing.set(Optional.of(
                Placing.fresh(kind, nextPlace(kind), selection.recipe().net())));
    }

    /** Takes a layer of the column into the hand. */
    void lift(int layer) {
        choose(layer);
        placing.set(Optional.of(Placing.moved(layer, layer, selection.recipe().net())));
    }

    /** What is in the hand would go here, counted without it. */
    void hover(int at) {
        placing.get().ifPresent(held -> {
            int place = Math.max(0, Math.min(held.places() - 1, at));
            if (place != held.at()) placing.set(Optional.of(held.at(place)));
        });
    }

    /** Places what is in the hand. */
    void drop() {
        placing.get().ifPresent(held -> settle(held.after(), held.at()));
    }

    /** Places what is in the hand as its mend proposes. */
    void dropMended() {
        placing.get()
                .ifPresent(held -> held.trouble().flatMap(Trouble::fix).ifPresent(fix -> settle(fix.net(), held.at())));
    }

    private void settle(NetSpec net, int at) {
        placing.set(Optional.empty());
        edit(net);
        choose(at);
    }

    /** Puts what is in the hand back where it came from. */
    void letGo() {
        placing.set(Optional.empty());
    }

    /** Moves the chosen layer so many places down; nothing at the ends. */
    void moveChosen(int by) {
        int from = chosen.get();
        int to = from + by;
        if (from < 0 || to < 0 || to >= column.get().layers()) return;
        edit(new Stack(selection.recipe().net()).moved(from, to));
        choose(to);
    }

    /** A copy of a layer below it, above it for an output. */
    void duplicate(int layer) {
        if (layer < 0) return;
        NetSpec net = selection.recipe().net();
        LayerSpec copied = net.layers().get(layer);
        edit(new Stack(net).inserted(layer + 1, copied));
        choose(layer + 1);
    }

    void delete(int layer) {
        if (layer < 0) return;
        edit(new Stack(selection.recipe().net()).without(layer));
        choose(Math.min(layer, column.get().layers() - 1));
    }

    /** Takes all layers away; the input stays. */
    void clear() {
        edit(new NetSpec(selection.recipe().net().input(), List.of()));
        choose(INPUT);
    }

    /** Takes a mend. */
    void mend(Trouble trouble) {
        trouble.fix().ifPresent(fix -> edit(fix.net()));
    }

    /** Takes what was typed into a field; false when it cannot be understood. */
    boolean type(Field.Entry field, String typed) {
        Optional<NetSpec> net = field.read().apply(typed);
        net.ifPresent(this::edit);
        return net.isPresent();
    }

    void choose(Field.Option option) {
        edit(option.net());
    }

    /** The activation of all convolutions and dense layers; empty while they differ or there are none. */
    Optional<Activation> activation() {
        return only(new Stack(selection.recipe().net()).activations());
    }

    void setActivation(Activation activation) {
        edit(new Stack(selection.recipe().net()).withActivation(activation));
    }

    /** The first weights of all layers that have weights; empty while they differ or there are none. */
    Optional<WeightInit> init() {
        return only(new Stack(selection.recipe().net()).inits());
    }

    void setInit(WeightInit init) {
        edit(new Stack(selection.recipe().net()).withInit(init));
    }

    /** The literature's own count of a net's weights where it differs from the layers'. */
    Optional<PublishedCount> published() {
        return PublishedCount.of(selection.recipe().net());
    }

    void undo() {
        selection.undo();
    }

    void redo() {
        selection.redo();
    }

    Selection selection() {
        return selection;
    }

    /** The costs of the column as a table, one line a layer. */
    String csv() {
        StringBuilder text = new StringBuilder("layer,output,weights,multiply-adds,bytes\n");
        for (LayerCard card : column.get().cards())
            text.append(card.code())
                    .append(',')
                    .append(card.output().map(Object::toString).orElse(""))
                    .append(',')
                    .append(card.cost().parameters())
                    .append(',')
                    .append(card.cost().multiplyAdds())
                    .append(',')
                    .append(card.cost().activationBytes())
                    .append('\n');
        return text.toString();
    }

    /** The net in notation. */
    String notation() {
        return Notation.print(selection.recipe().net());
    }

    private void edit(NetSpec net) {
        selection.edit(selection.recipe().withNet(net));
    }

    private static <T> Optional<T> only(List<T> values) {
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }
}
