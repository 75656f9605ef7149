package tadpole.app.pane.kernels;

import java.util.List;

/** What the channels of a picture are called. */
public final class ChannelNames {

    private static final List<String> COLORS = List.of("red", "green", "blue");

    private ChannelNames() {}

    public static String of(int channel, int channels) {
        return channels == COLORS.size() ? COLORS.get(channel) : channels == 1 ? "gray" : "channel " + (channel + 1);
    }

    /** "green 2/3", "channel 5/8". */
    public static String counted(int channel, int channels) {
        return "%s %d/%d".formatted(channels == COLORS.size() ? COLORS.get(channel) : "channel", channel + 1, channels);
    }
}
