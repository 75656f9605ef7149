package tadpole.app.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Files dropped on the window go to the pane that can use them. */
final class Drops {

    private final OpenPanes panes;
    private final Messages messages;

    Drops(Scene scene, OpenPanes panes, Messages messages) {
        this.panes = panes;
        this.messages = messages;
        scene.setOnDragOver(drag -> {
            if (drag.getDragboard().hasFiles()) {
                drag.acceptTransferModes(TransferMode.COPY);
            }
            drag.consume();
        });
        scene.setOnDragDropped(this::dropped);
    }

    private void dropped(DragEvent drop) {
        boolean taken = drop.getDragboard().hasFiles()
                && take(drop.getDragboard().getFiles().stream().map(File::toPath).toList());
        drop.setDropCompleted(taken);
        drop.consume();
    }

    boolean take(List<Path> files) {
        boolean taken = panes.offer(files);
        if (!taken) {
            messages.failed("Nothing here can open " + files.getFirst().getFileName()
                    + ". Drop a data set (IDX, CIFAR-10, a folder or an archive of them), a picture (PNG, JPEG, BMP, GIF, TIFF), a text (TXT), an experiment file or weights.");
        }
        return taken;
    }
}
