package tadpole.app.pane.data;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** One channel's line: name, mean and deviation with so many decimals. */
record ChannelLine(String name, String mean, String deviation) {

    private static final List<String> COLORS = List.of("red", "green", "blue");
    private static final List<String> GRAY = List.of("gray");

    static List<ChannelLine> of(Measured measured, int decimals) {
        double[] mean = measured.statistics().mean();
        double[] deviation = measured.statistics().deviation();
        List<String> names = mean.length == 3 ? COLORS : GRAY;
        return IntStream.range(0, Math.min(mean.length, names.size()))
                .mapToObj(c -> new ChannelLine(names.get(c), number(mean[c], decimals), number(deviation[c], decimals)))
                .toList();
    }

    private static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
