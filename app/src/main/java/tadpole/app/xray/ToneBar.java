package tadpole.app.xray;

import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import tadpole.app.chart.Digits;

/** The scale beside a grid of numbers: its map from the least to the most. */
public final class ToneBar extends Region {

    private static final double LONG = 60;
    private static final double THICK = 8;
    private static final double GAP = 6;

    private final Canvas canvas = new Canvas(LONG, THICK);
    private final Text least = label();
    private final Text most = label();
    private final Ink ink = new Ink(this::requestLayout);
    private Tone tone = new Tone(Tone.Kind.MAGNITUDE, 0, 0);

    public ToneBar() {
        getStyleClass().add("tone-bar");
        getChildren().setAll(least, canvas, most, ink.swatches());
    }

    private static Text label() {
        Text text = new Text();
        text.getStyleClass().add("number-grid-scale");
        text.setTextOrigin(VPos.TOP);
        return text;
    }

    public void show(Tone shown) {
        tone = shown;
        least.setText(Digits.shortest(shown.least()));
        most.setText(Digits.shortest(shown.most()));
        requestLayout();
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.ceil(least.prefWidth(-1)) + LONG + Math.ceil(most.prefWidth(-1)) + 2 * GAP;
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.ceil(least.prefHeight(-1));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return computePrefWidth(height);
    }

    @Override
    protected void layoutChildren() {
        double x = Math.ceil(least.prefWidth(-1)) + GAP;
        least.relocate(0, 0);
        canvas.relocate(x, snapPositionY((getHeight() - THICK) / 2));
        most.relocate(x + LONG + GAP, 0);
        for (int i = 0; i < LONG; i++) {
            canvas.getGraphicsContext2D().setFill(tone.color(tone.least() + (tone.most() - tone.least()) * i / (LONG - 1), ink));
            canvas.getGraphicsContext2D().fillRect(i, 0, 1, THICK);
        }
    }
}
