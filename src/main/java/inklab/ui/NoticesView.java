package inklab.ui;

import java.util.Locale;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The notices over the content's foot: icon, what happened in bold, the next step, details for those who ask, and a button. */
final class NoticesView extends VBox {
    private static final Duration GOOD_NEWS_STAYS = Duration.seconds(5);

    private final Notices notices;
    private final Texts texts;

    NoticesView(Notices notices, Texts texts) {
        this.notices = notices;
        this.texts = texts;
        getStyleClass().add("notices");
        setId("notices");
        setPickOnBounds(false);
        setAlignment(Pos.BOTTOM_LEFT);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        notices.shown().addListener((ListChangeListener<Notice>) change -> show());
        show();
    }

    private void show() {
        getChildren().setAll(notices.shown().stream().map(this::strip).toList());
    }

    private Node strip(Notice notice) {
        Label what = new Label(texts.sentence(notice.what()));
        what.getStyleClass().add("notice-what");
        what.setWrapText(true);
        VBox words = new VBox(what);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        if (!notice.how().isEmpty()) {
            Label how = new Label(texts.sentence(notice.how()));
            how.getStyleClass().addAll("type-note", "tone-ink");
            how.setWrapText(true);
            words.getChildren().add(how);
        }
        HBox strip = new HBox(icon(notice.kind()), words);
        strip.setAlignment(Pos.CENTER_LEFT);
        strip.getStyleClass().addAll("notice", notice.kind().name().toLowerCase(Locale.ROOT));
        if (!notice.details().isEmpty()) strip.getChildren().add(detailsButton(notice, words, strip));
        notice.action().ifPresent(action -> {
            Button button = new Button(action.says());
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(e -> {
                notices.remove(notice);
                action.run().run();
            });
            strip.getChildren().add(button);
        });
        Button close = new Button();
        close.setGraphic(new FontIcon(Feather.X));
        close.getStyleClass().add("bare");
        close.setAccessibleText(texts.get("notice.close"));
        close.setOnAction(e -> notices.remove(notice));
        strip.getChildren().add(close);
        if (notice.kind() == Notice.Kind.GOOD) {
            PauseTransition stay = new PauseTransition(GOOD_NEWS_STAYS);
            stay.setOnFinished(e -> notices.remove(notice));
            stay.play();
        }
        return strip;
    }

    private Button detailsButton(Notice notice, VBox words, HBox strip) {
        Button button = new Button(texts.get("notice.details"));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> {
            TextArea details = new TextArea(notice.details());
            details.setEditable(false);
            details.getStyleClass().add("type-code");
            details.setPrefRowCount(8);
            words.getChildren().add(details);
            strip.setAlignment(Pos.TOP_LEFT);
            button.setDisable(true);
        });
        return button;
    }

    private static FontIcon icon(Notice.Kind kind) {
        return new FontIcon(
                switch (kind) {
                    case GOOD -> Feather.CHECK_CIRCLE;
                    case WARNING -> Feather.ALERT_TRIANGLE;
                    case DANGER -> Feather.ALERT_CIRCLE;
                });
    }
}
