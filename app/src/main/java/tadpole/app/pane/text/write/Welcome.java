package tadpole.app.pane.text.write;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/** Lies over an empty page: what one does here. The page under it takes clicks and keys. */
final class Welcome extends StackPane {

    Welcome(WriteModel model, WriteFiles files) {
        setMouseTransparent(true);
        setAlignment(Pos.CENTER);
        Label words = new Label();
        words.setId("write-welcome");
        words.getStyleClass().add("placeholder-text");
        words.setWrapText(true);
        words.textProperty().bind(Bindings.createStringBinding(() -> words(model, files),
                model.text().modelProperty(), files.bundled().loadingProperty(), model.text().textProperty()));
        visibleProperty().bind(words.textProperty().isNotEmpty());
        getChildren().setAll(words);
    }

    private static String words(WriteModel model, WriteFiles files) {
        boolean empty = model.text().textProperty().get().isEmpty();
        if (model.text().modelProperty().get().isPresent()) {
            return empty ? "Type or paste a beginning, or press Write: the network goes on, and the colors show where it was surprised." : "";
        }
        if (files.bundled().loadingProperty().get()) {
            return empty ? "Reading the bundled models..." : "";
        }
        return empty ? "No model is here yet. Train one in the room Train, or open one (Ctrl+O)." : "";
    }
}
