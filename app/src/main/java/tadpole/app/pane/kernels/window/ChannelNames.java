package tadpole.app.pane.kernels.window;

import java.util.List;

/** What the channels of a picture are called. */
final class ChannelNames {

    private static final List<String> COLORS = List.of("red", "green", "blue");

    private ChannelNames() {}

    static String of(int channel, int channels) {
        return channels == COLORS.size() ? COLORS.get(channel) : channels == 1 ? "gray" : "channel " + (channel + 1);
    }
}
