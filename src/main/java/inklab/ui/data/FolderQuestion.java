package inklab.ui.data;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.DirectoryChooser;

/** Asks the user for a folder. */
@FunctionalInterface
interface FolderQuestion {
    /** The folder that was chosen; nothing when the user thought better of it. */
    Optional<Path> ask(Node near, String title);

    /** With the platform's own window. */
    static FolderQuestion ofPlatform() {
        return (near, title) -> {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle(title);
            return Optional.ofNullable(chooser.showDialog(near.getScene().getWindow()))
                    .map(java.io.File::toPath);
        };
    }
}
