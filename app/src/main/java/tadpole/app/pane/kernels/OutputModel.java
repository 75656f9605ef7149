package tadpole.app.pane.kernels;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import tadpole.app.chart.Digits;
import tadpole.app.image.Toning;
import tadpole.engine.convolution.Border;
import tadpole.engine.convolution.Convolved;
import tadpole.engine.convolution.Mixing;
import tadpole.engine.convolution.Padding;

/** How the output is drawn, in all views: as signed numbers, as a picture, or stretched. */
public final class OutputModel {

    /** The three ways. */
    public enum Look {
        SIGNED,
        PICTURE,
        STRETCHED
    }

    private static final double LIKE_ONE = 0.5;
    private static final double NEGLIGIBLE = 1e-3;

    private final ObjectProperty<Optional<Look>> chosen = new SimpleObjectProperty<>(Optional.empty());

    /** Empty as long as it is chosen by the kernel. */
    public ObjectProperty<Optional<Look>> chosenProperty() {
        return chosen;
    }

    /**
     * What was chosen; else weights that sum to about 1, or to about 1 for every channel, give a picture again, but not where one channel's
     * kernel takes differences; any others give signed numbers.
     */
    public Look look(Convolved shown, int channel) {
        return chosen.get().orElseGet(() -> times(shown, channel) > 0 ? Look.PICTURE : Look.SIGNED);
    }

    /** How much brighter than the input white comes out: 1, or the number of channels that each come out as they are; 0 where it is no picture. */
    private static int times(Convolved shown, int channel) {
        float[] weights = shown.weight().data();
        int depth = shown.weight().shape().at(1);
        int area = shown.weight().shape().at(2) * shown.weight().shape().at(3);
        double all = 0;
        int ones = 0;
        for (int c = 0; c < depth; c++) {
            double sum = 0;
            boolean weighs = false;
            for (int i = (channel * depth + c) * area; i < (channel * depth + c + 1) * area; i++) {
                sum += weights[i];
                weighs |= weights[i] != 0;
            }
            if (weighs && sum < NEGLIGIBLE) {
                return 0;
            }
            all += sum;
            ones += Math.abs(sum - 1) <= LIKE_ONE ? 1 : 0;
        }
        return ones == depth ? depth : Math.abs(all - 1) <= LIKE_ONE ? 1 : 0;
    }

    /** The input's white, or its black, in the output's picture. */
    private float end(Convolved shown, int channel, float input) {
        return chosen.get().isPresent() ? input : input * times(shown, channel);
    }

    /** Whether three channels are drawn as one colored picture. */
    public boolean isColored(Convolved shown, int channel) {
        return shown.plan().mixing() == Mixing.EACH && shown.channels() == 3 && look(shown, channel) != Look.SIGNED;
    }

    public Toning toning(Convolved shown, int channel) {
        return toning(shown, channel, isColored(shown, channel));
    }

    /** Of one channel by itself, also where three are drawn as color. */
    public Toning toningOfOne(Convolved shown, int channel) {
        return toning(shown, channel, false);
    }

    private Toning toning(Convolved shown, int channel, boolean colored) {
        float black = end(shown, channel, shown.picture().black());
        float white = end(shown, channel, shown.picture().white());
        return switch (look(shown, channel)) {
            case SIGNED -> Toning.signed(mostInside(shown, channel));
            case PICTURE -> colored ? Toning.color(black, white) : Toning.gray(black, white);
            case STRETCHED -> {
                float[] ends = ends(shown, colored ? 0 : channel, colored ? 3 : 1);
                yield new Toning(colored ? Toning.Kind.COLOR : Toning.Kind.GRAY, ends[0], ends[1], true);
            }
        };
    }

    /** As the card's title says it, behind the size: "signed", "gray 0 to 255", "stretched". */
    public String words(Convolved shown, int channel) {
        return switch (look(shown, channel)) {
            case SIGNED -> "signed";
            case PICTURE -> "%s %s to %s".formatted(isColored(shown, channel) ? "color" : "gray", Digits.shortest(end(shown, channel, shown.picture().black())),
                    Digits.shortest(end(shown, channel, shown.picture().white())));
            case STRETCHED -> "stretched";
        };
    }

    /** The largest number of those whose window lies within the picture: zeros around it would else set the scale by the strips they make. */
    private static float mostInside(Convolved shown, int channel) {
        int[] rows = inside(shown, 2, shown.picture().height(), shown.height());
        int[] columns = inside(shown, 3, shown.picture().width(), shown.width());
        float most = most(shown, channel, rows, columns);
        return most > 0 ? most : most(shown, channel, new int[] {0, shown.height()}, new int[] {0, shown.width()});
    }

    /** From the first window along one axis that has no zeros of padding to behind the last one. */
    private static int[] inside(Convolved shown, int axis, int size, int windows) {
        Padding padding = shown.plan().padding();
        if (padding.border() != Border.ZEROS) {
            return new int[] {0, windows};
        }
        int dilation = shown.plan().dilation();
        int kernel = shown.weight().shape().at(axis);
        int before = padding.before(kernel, dilation);
        int stride = shown.plan().stride();
        return new int[] {(before + stride - 1) / stride, Math.min(windows, Math.floorDiv(size + before - dilation * (kernel - 1) - 1, stride) + 1)};
    }

    private static float most(Convolved shown, int channel, int[] rows, int[] columns) {
        float[] values = shown.output().data();
        float most = 0;
        for (int y = rows[0]; y < rows[1]; y++) {
            int row = (channel * shown.height() + y) * shown.width();
            for (int x = columns[0]; x < columns[1]; x++) {
                float size = Math.abs(values[row + x]);
                most = size > most && size <= Float.MAX_VALUE ? size : most;
            }
        }
        return most;
    }

    private static float[] ends(Convolved shown, int first, int count) {
        int area = shown.height() * shown.width();
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        float[] values = shown.output().data();
        for (int i = first * area; i < (first + count) * area; i++) {
            least = Math.min(least, values[i]);
            most = Math.max(most, values[i]);
        }
        return most > least ? new float[] {least, most} : new float[] {least, least + 1};
    }
}
