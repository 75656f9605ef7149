package tadpole.app.pane.kernels;

import javafx.scene.control.Label;

/** The formula of the output's size with its numbers, beside the switch between the views. */
final class SizeLine extends Label {

    SizeLine(KernelsModel model) {
        setId("kernels-size");
        getStyleClass().addAll("mono", "muted");
        model.convolvedProperty().subscribe(now -> setText(now.map(each -> "output %d × %d".formatted(each.height(), each.width())).orElse("")));
    }
}
