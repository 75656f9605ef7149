package tadpole.app.pane.kernels;

import java.util.List;
import tadpole.engine.convolution.Convolved;

/** What the channels of a picture are called, counted from 1 as filters are. */
public final class ChannelNames {

    private static final List<String> COLORS = List.of("red", "green", "blue");

    private ChannelNames() {}

    /** "red", "gray", "channel 2". */
    public static String of(int channel, int channels) {
        return channels == COLORS.size() ? COLORS.get(channel) : channels == 1 ? "gray" : "channel " + (channel + 1);
    }

    /** "green 2/3", "channel 5/8". */
    public static String counted(int channel, int channels) {
        return "%s %d/%d".formatted(channels == COLORS.size() ? COLORS.get(channel) : "channel", channel + 1, channels);
    }

    /** The same where there is little room: "R", "gray", "c2". */
    public static String brief(Convolved of, int channel) {
        int channels = of.picture().channels();
        return channels == COLORS.size() ? "RGB".substring(channel, channel + 1) : channels == 1 ? "gray" : "c" + (channel + 1);
    }
}
