package tadpole.app.pane.kernels;

import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import tadpole.app.chart.Digits;
import tadpole.app.image.Toning;
import tadpole.engine.convolution.Convolved;
import tadpole.engine.convolution.Mixing;

/** How the output is drawn, in all views: as signed numbers, as a picture, or stretched. */
public final class OutputModel {

    /** The three ways. */
    public enum Look {
        SIGNED,
        PICTURE,
        STRETCHED
    }

    private static final double LIKE_ONE = 0.5;

    private final ObjectProperty<Optional<Look>> chosen = new SimpleObjectProperty<>(Optional.empty());

    /** Empty as long as it is chosen by the kernel. */
    public ObjectProperty<Optional<Look>> chosenProperty() {
        return chosen;
    }

    /** What was chosen; else a kernel whose sum is about 1 gives a picture again, and any other one signed numbers. */
    public Look look(Convolved shown, int channel) {
        return chosen.get().orElseGet(() -> Math.abs(sumOfWeights(shown, channel) - 1) <= LIKE_ONE ? Look.PICTURE : Look.SIGNED);
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
        float black = shown.picture().black();
        float white = shown.picture().white();
        return switch (look(shown, channel)) {
            case SIGNED -> Toning.signed(most(shown, channel));
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
            case PICTURE -> "%s %s to %s".formatted(isColored(shown, channel) ? "color" : "gray", Digits.shortest(shown.picture().black()),
                    Digits.shortest(shown.picture().white()));
            case STRETCHED -> "stretched";
        };
    }

    private static double sumOfWeights(Convolved shown, int channel) {
        int size = shown.weight().size() / shown.channels();
        return IntStream.range(0, size).mapToDouble(i -> shown.weight().data()[channel * size + i]).sum();
    }

    private static float most(Convolved shown, int channel) {
        float[] ends = ends(shown, channel, 1);
        float most = Math.max(Math.abs(ends[0]), Math.abs(ends[1]));
        return most > 0 ? most : 1;
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
