package inklab.ui;

import inklab.ui.widget.CalmRow;
import inklab.ui.widget.LiveScrollPane;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * A workspace's page: the header (title, state, actions) over its content; in projector mode the content alone, with the actions and what
 * the workspace adds at the foot. Scrolls when the window is smaller than the content can be.
 */
final class Page extends LiveScrollPane {
    private final HBox actions = new HBox();
    private final HBox header = new HBox();
    private final HBox foot = new HBox();
    private final StackPane content = new StackPane();
    private final VBox page = new VBox();
    private final Workspace workspace;

    Page(Workspace workspace, Texts texts) {
        this.workspace = workspace;
        getStyleClass().add("page-scroll");
        setFitToWidth(true);
        setFitToHeight(true);

        Label title = new Label(texts.get(workspace.place().nameKey()));
        title.getStyleClass().add("type-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Label state = new Label();
        state.getStyleClass().addAll("type-body", "tone-2", "page-state");
        state.textProperty().bind(workspace.state());
        HBox words = new CalmRow(title, state);
        words.getStyleClass().add("page-words");
        words.setAlignment(Pos.BASELINE_LEFT);
        words.setMaxHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        actions.getStyleClass().add("page-actions");
        actions.setAlignment(Pos.CENTER_RIGHT);
        header.getStyleClass().add("page-header");
        header.setAlignment(Pos.CENTER_LEFT);
        header.getChildren().addAll(words, actions);

        foot.getStyleClass().add("page-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        content.getStyleClass().add("page-content");
        content.getChildren().setAll(workspace.content());
        VBox.setVgrow(content, Priority.ALWAYS);
        page.getStyleClass().add("page");
        setContent(page);
    }

    /** Lays the page out for the desk or for the lecture hall. */
    void project(boolean projector) {
        // A node can have one parent: clear both places before filling one.
        actions.getChildren().clear();
        foot.getChildren().clear();
        if (projector) {
            foot.getChildren().addAll(workspace.actions());
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            foot.getChildren().add(gap);
            workspace.projectorFoot().ifPresent(foot.getChildren()::add);
            boolean bare =
                    workspace.actions().isEmpty() && workspace.projectorFoot().isEmpty();
            page.getChildren().setAll(bare ? new Node[] {content} : new Node[] {content, foot});
        } else {
            actions.getChildren().setAll(workspace.actions());
            page.getChildren().setAll(header, content);
        }
    }

    Workspace workspace() {
        return workspace;
    }
}
