package tadpole.app.image;

import java.util.ArrayList;
import java.util.List;
import tadpole.app.chart.Digits;
import tadpole.engine.tensor.Tensor;

/**
 * How many numbers the scale cannot show as they are.
 *
 * @param below  drawn as the lower end
 * @param above  drawn as the upper end
 * @param broken NaN or infinite
 */
public record Beyond(int below, int above, int broken) {

    public static final Beyond NOTHING = new Beyond(0, 0, 0);

    /** Of what a toning draws: all channels as color, else the one. */
    static Beyond of(Tensor values, int channel, Toning toning) {
        boolean colored = toning.kind() == Toning.Kind.COLOR;
        int area = values.shape().at(1) * values.shape().at(2);
        int from = colored ? 0 : channel * area;
        int to = colored ? values.size() : from + area;
        float[] data = values.data();
        int below = 0;
        int above = 0;
        int finite = 0;
        for (int i = from; i < to; i++) {
            float value = data[i];
            finite += Math.abs(value) <= Float.MAX_VALUE ? 1 : 0;
            below += value < toning.low() && value >= -Float.MAX_VALUE ? 1 : 0;
            above += value > toning.high() && value <= Float.MAX_VALUE ? 1 : 0;
        }
        return new Beyond(below, above, to - from - finite);
    }

    public boolean isNothing() {
        return below == 0 && above == 0 && broken == 0;
    }

    /** Such as "12 below, 3 above the scale, 1 not a number"; empty where there is nothing to say. */
    public String words() {
        List<String> parts = new ArrayList<>();
        if (below > 0) {
            parts.add(Digits.count(below) + " below" + (above > 0 ? "" : " the scale"));
        }
        if (above > 0) {
            parts.add(Digits.count(above) + " above the scale");
        }
        if (broken > 0) {
            parts.add(Digits.count(broken) + " not a number");
        }
        return String.join(", ", parts);
    }
}
