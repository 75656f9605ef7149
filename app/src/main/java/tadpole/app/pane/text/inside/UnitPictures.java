package tadpole.app.pane.text.inside;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tadpole.app.chart.XyPicture;

/** How a unit's values are spread where a property holds and where it does not. */
final class UnitPictures {

    private static final int BINS = 40;

    private UnitPictures() {}

    /** @param property after each token; where it is above its middle it counts as inside; empty where all tokens are one group */
    static XyPicture spread(float[] values, float[] property) {
        double least = IntStream.range(0, values.length).mapToDouble(i -> values[i]).min().orElse(-1);
        double most = IntStream.range(0, values.length).mapToDouble(i -> values[i]).max().orElse(1);
        double right = most > least ? most : least + 1;
        double[] inside = new double[BINS];
        double[] outside = new double[BINS];
        double middle = middle(property);
        for (int i = 0; i < values.length; i++) {
            int bin = (int) Math.min(BINS - 1, (values[i] - least) / (right - least) * BINS);
            (property.length > 0 && property[i] > middle ? inside : outside)[bin]++;
        }
        share(inside);
        share(outside);
        double top = Math.max(0.05, 1.15 * IntStream.range(0, BINS).mapToDouble(i -> Math.max(inside[i], outside[i])).max().orElse(1));
        List<XyPicture.Item> items = new ArrayList<>();
        items.add(steps(outside, least, right, 0));
        if (property.length > 0) {
            items.add(steps(inside, least, right, 1));
        }
        String note = property.length == 0 ? "share of all tokens" : "share; orange: there, blue: elsewhere";
        return new XyPicture("Values", note, new XyPicture.Axes(least, right, 0, top, false, false, "value of the unit"), items);
    }

    /** Half way between least and greatest: 0.5 of something that is so or not. */
    static double middle(float[] property) {
        double least = IntStream.range(0, property.length).mapToDouble(i -> property[i]).min().orElse(0);
        double most = IntStream.range(0, property.length).mapToDouble(i -> property[i]).max().orElse(1);
        return (least + most) / 2;
    }

    private static void share(double[] counts) {
        double all = IntStream.range(0, counts.length).mapToDouble(i -> counts[i]).sum();
        for (int i = 0; i < counts.length && all > 0; i++) {
            counts[i] /= all;
        }
    }

    private static XyPicture.Line steps(double[] shares, double least, double right, int look) {
        double[] x = new double[2 * BINS];
        double[] y = new double[2 * BINS];
        for (int i = 0; i < BINS; i++) {
            x[2 * i] = least + (right - least) * i / BINS;
            x[2 * i + 1] = least + (right - least) * (i + 1) / BINS;
            y[2 * i] = y[2 * i + 1] = shares[i];
        }
        return new XyPicture.Line(x, y, look, 2);
    }
}
