package tadpole.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tadpole.engine.dataset.ChannelStatistics;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.FoundDataset;
import tadpole.engine.dataset.Split;
import tadpole.samples.SampleData;

/** A data set in lines of text: where it lies, images in each class, mean and deviation of each channel. */
final class DatasetReport {

    private static final double WHITE = 255;

    private final FoundDataset found;
    private final Dataset dataset;
    private final List<String> lines = new ArrayList<>();

    private DatasetReport(FoundDataset found, Dataset dataset) {
        this.found = found;
        this.dataset = dataset;
    }

    static DatasetReport of(FoundDataset found, Dataset dataset) {
        DatasetReport report = new DatasetReport(found, dataset);
        report.head();
        report.classes();
        report.statistics("training", dataset.train());
        dataset.test().ifPresent(test -> report.statistics("test", test));
        report.lines.add("");
        return report;
    }

    List<String> lines() {
        return lines;
    }

    private void head() {
        boolean bundled = found.path().startsWith(SampleData.data());
        lines.add("%s: %s, %s".formatted(dataset.key(), dataset.title(), bundled ? "bundled with Tadpole" : found.path()));
        lines.add("  %d training and %d test images of %s".formatted(
                dataset.train().size(), dataset.test().map(Split::size).orElse(0), dataset.shape()));
    }

    private void classes() {
        int[] train = counts(dataset.train());
        int[] test = dataset.test().map(this::counts).orElse(new int[train.length]);
        int width = dataset.classes().stream().mapToInt(String::length).max().orElse(0);
        lines.add(String.format(Locale.ROOT, "  %-" + Math.max(width, 5) + "s %9s %9s", "class", "training", "test"));
        for (int i = 0; i < train.length; i++) {
            lines.add(String.format(Locale.ROOT, "  %-" + Math.max(width, 5) + "s %9d %9d", dataset.classes().get(i), train[i], test[i]));
        }
    }

    private int[] counts(Split split) {
        int[] counts = new int[dataset.classes().size()];
        for (int i = 0; i < split.size(); i++) {
            counts[split.label(i)]++;
        }
        return counts;
    }

    /** The deviation has n - 1, and beside it n, as both are published. */
    private void statistics(String name, Split split) {
        ChannelStatistics pixels = ChannelStatistics.of(split);
        ChannelStatistics scaled = pixels.dividedBy(WHITE);
        long count = (long) split.size() * (split.shape().size() / split.shape().at(0));
        double toN = count == 0 ? 0 : Math.sqrt((count - 1.0) / count);
        lines.add("  %s images          mean  deviation (n - 1)   deviation (n)      mean / 255  (n - 1) / 255".formatted(name));
        for (int channel = 0; channel < pixels.mean().length; channel++) {
            lines.add(String.format(Locale.ROOT, "  %-" + (name.length() + 7) + "s %14.6f %18.6f %15.6f %15.6f %14.6f",
                    channel(channel, pixels.mean().length), pixels.mean()[channel], pixels.deviation()[channel],
                    pixels.deviation()[channel] * toN, scaled.mean()[channel], scaled.deviation()[channel]));
        }
    }

    private static String channel(int channel, int channels) {
        return switch (channels) {
            case 1 -> "gray";
            case 3 -> List.of("red", "green", "blue").get(channel);
            default -> "channel " + (channel + 1);
        };
    }
}
