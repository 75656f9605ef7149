package tadpole.app.pane.kernels;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/** One number of a kernel on its color. */
final class KernelCell extends StackPane {

    private static final PseudoClass ABOVE = PseudoClass.getPseudoClass("above");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    /** So that the number stays readable on it. */
    private static final double STRONGEST = 0.55;

    private final Region tint = new Region();
    private final Label number = new Label();
    private final Tooltip tip = new Tooltip();

    KernelCell(int u, int v) {
        setId("kernel-cell-%d-%d".formatted(u, v));
        getStyleClass().add("kernel-cell");
        tint.getStyleClass().add("kernel-tint");
        number.getStyleClass().addAll("mono", "kernel-number");
        getChildren().setAll(tint, number);
        tip.setShowDelay(Duration.millis(600));
        tip.setShowDuration(Duration.seconds(20));
        Tooltip.install(this, tip);
    }

    void show(String text, double share, String words) {
        number.setText(text);
        tint.pseudoClassStateChanged(ABOVE, share > 0);
        tint.setOpacity(STRONGEST * Math.abs(share));
        tip.setText(words);
    }

    void setFontSize(double pixels) {
        number.setStyle("-fx-font-size: %.2fpx;".formatted(pixels).replace(',', '.'));
    }

    void setChosen(boolean chosen) {
        pseudoClassStateChanged(CHOSEN, chosen);
    }

    String text() {
        return number.getText();
    }
}
