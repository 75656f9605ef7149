package tadpole.app.pane.text.sheet;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** How wide each character of a font is, in pixels; each is measured once. */
public final class CharWidths {

    private static final int COMMON = 0x3000;

    private final ToDoubleFunction<String> measure;
    private final double[] common = new double[COMMON];
    private final Map<Integer, Double> rare = new HashMap<>();

    /** @param measure the width of a string */
    public CharWidths(ToDoubleFunction<String> measure) {
        this.measure = measure;
        Arrays.fill(common, Double.NaN);
    }

    public static CharWidths of(Font font) {
        Text ruler = new Text();
        ruler.setFont(font);
        return new CharWidths(string -> {
            ruler.setText(string);
            return ruler.getLayoutBounds().getWidth();
        });
    }

    /** Line ends take no room, a tab that of four spaces. */
    public double of(int codePoint) {
        if (codePoint == '\n' || codePoint == '\r') {
            return 0;
        }
        if (codePoint >= COMMON) {
            return rare.computeIfAbsent(codePoint, this::measure);
        }
        if (Double.isNaN(common[codePoint])) {
            common[codePoint] = codePoint == '\t' ? 4 * of(' ') : measure(codePoint);
        }
        return common[codePoint];
    }

    /** Between two others: alone, a space or a mark has no width. */
    private double measure(int codePoint) {
        return Math.max(0, measure.applyAsDouble("n" + Character.toString(codePoint) + "n") - measure.applyAsDouble("nn"));
    }
}
