package tadpole.app.pane.kernels;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What a view says where there is nothing to convolve yet, or where the settings do not fit the picture. */
public final class Lack {

    private Lack() {}

    /** @param sentence for the empty view @param help what fills it; gone where settings are at fault */
    public static Node of(KernelsModel model, String sentence, Node help) {
        Label words = new Label();
        words.getStyleClass().addAll("placeholder-text", "kernels-lack-words");
        words.setWrapText(true);
        words.textProperty().bind(Bindings.createStringBinding(
                () -> model.refusalProperty().get().isEmpty() ? sentence : model.refusalProperty().get(), model.refusalProperty()));
        help.visibleProperty().bind(model.refusalProperty().isEmpty());
        help.managedProperty().bind(help.visibleProperty());
        VBox box = new VBox(words, help);
        box.getStyleClass().add("kernels-lack");
        box.setPickOnBounds(false);
        box.visibleProperty().bind(model.convolvedProperty().map(Optional::isEmpty));
        return box;
    }

    /** Why what is shown is not what is set: a line that comes and goes. */
    public static Label refusal(KernelsModel model) {
        Label line = new Label();
        line.getStyleClass().addAll("refusal", "kernels-refusal");
        line.setWrapText(true);
        line.setMinHeight(Label.USE_PREF_SIZE);
        line.textProperty().bind(model.refusalProperty());
        line.visibleProperty().bind(model.refusalProperty().isNotEmpty());
        line.managedProperty().bind(line.visibleProperty());
        return line;
    }
}
