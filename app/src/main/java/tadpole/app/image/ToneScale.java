package tadpole.app.image;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import tadpole.app.chart.Digits;

/**
 * The scale of a {@link PlaneModel}'s colors between its two end values: "≤ 0" and "≥ 255" where numbers lie beyond them, and "stretched" where the
 * ends were moved to the numbers.
 */
public final class ToneScale extends HBox {

    private static final int STEPS = 256;
    private static final int THICK = 8;
    private static final double LEAST = 40;
    private static final double GAP = 8;

    private final PlaneModel model;
    private final Function<String, Color> tokens;
    private final Label low = label();
    private final Label high = label();
    private final Label note = label();
    private final PixelField field = new PixelField(STEPS, THICK);
    private final Tooltip tip = new Tooltip();

    /** @param tokens the theme's colors by their names */
    public ToneScale(PlaneModel model, Function<String, Color> tokens) {
        super(GAP);
        this.model = model;
        this.tokens = tokens;
        getStyleClass().add("tone-scale");
        setAlignment(Pos.CENTER_LEFT);
        Bar bar = new Bar(new ImageView(field.image()));
        HBox.setHgrow(bar, Priority.ALWAYS);
        getChildren().setAll(low, bar, high, note);
        low.setMinWidth(Region.USE_PREF_SIZE);
        high.setMinWidth(Region.USE_PREF_SIZE);
        note.setMinWidth(Region.USE_PREF_SIZE);
        note.managedProperty().bind(note.textProperty().isNotEmpty());
        Tooltip.install(this, tip);
        InvalidationListener again = _ -> requestLayout();
        model.toningProperty().addListener(again);
        model.beyondBinding().addListener(again);
        write();
    }

    private static Label label() {
        Label label = new Label();
        label.getStyleClass().addAll("mono", "muted", "small");
        return label;
    }

    /** Colors that changed with the theme. */
    public void repaint() {
        write();
    }

    @Override
    protected void layoutChildren() {
        write();
        super.layoutChildren();
    }

    private void write() {
        Toning toning = model.toningProperty().get();
        Beyond beyond = model.beyondBinding().get();
        low.setText((beyond.below() > 0 ? "≤ " : "") + Digits.shortest(toning.low()));
        high.setText((beyond.above() > 0 ? "≥ " : "") + Digits.shortest(toning.high()));
        List<String> notes = new ArrayList<>();
        if (toning.stretched()) {
            notes.add("stretched");
        }
        if (beyond.broken() > 0) {
            notes.add(Digits.count(beyond.broken()) + " NaN");
        }
        note.setText(String.join(" · ", notes));
        tip.setText(words(toning, beyond));
        setAccessibleText(tip.getText());
        Toning even = toning.high() > toning.low() ? toning : new Toning(toning.kind(), -1, 1);
        Shades shades = Shades.of(even, tokens);
        for (int i = 0; i < STEPS * THICK; i++) {
            field.colors()[i] = shades.of(even.low() + (even.high() - even.low()) * (i % STEPS) / (STEPS - 1));
        }
        field.show();
    }

    private static String words(Toning toning, Beyond beyond) {
        String map = switch (toning.kind()) {
            case GRAY -> "Black is %s, white is %s.";
            case COLOR -> "Each channel goes from %s (dark) to %s (full).";
            case MAGNITUDE -> "The colors go from %s, dark, to %s, bright.";
            case SIGNED -> "The colors go from %s over 0 to %s.";
        };
        String ends = map.formatted(Float.toString(toning.low()), Float.toString(toning.high()));
        String stretched = toning.stretched() ? " The scale is stretched to the least and the largest number." : "";
        return ends + stretched + (beyond.isNothing() ? "" : "\n" + beyond.words() + ", drawn as the nearest end.");
    }

    /** As wide as there is room. */
    private static final class Bar extends Region {

        private final ImageView image;
        private final Rectangle round = new Rectangle();

        private Bar(ImageView image) {
            this.image = image;
            image.setManaged(false);
            image.setFitHeight(THICK);
            image.setSmooth(false);
            round.setArcWidth(THICK / 2.0);
            round.setArcHeight(THICK / 2.0);
            setClip(round);
            setMinSize(LEAST, THICK);
            setPrefSize(LEAST, THICK);
            setMaxHeight(THICK);
            getChildren().setAll(image);
        }

        @Override
        protected void layoutChildren() {
            image.setFitWidth(getWidth());
            round.setWidth(getWidth());
            round.setHeight(THICK);
        }
    }
}
