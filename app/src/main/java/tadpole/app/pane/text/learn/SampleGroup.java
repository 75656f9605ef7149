package tadpole.app.pane.text.learn;

import java.util.List;

/** What the network wrote at one step, at several temperatures from the same random numbers. */
record SampleGroup(long step, double epoch, List<Sample> samples) {

    record Sample(double temperature, String text) {}

    SampleGroup {
        samples = List.copyOf(samples);
    }
}
