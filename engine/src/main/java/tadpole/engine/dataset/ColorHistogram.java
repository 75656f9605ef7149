package tadpole.engine.dataset;

import java.util.Arrays;
import java.util.List;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Shape;

/**
 * Which colors a picture has, and nothing of where: the share of its pixels in each bin. Every channel's values 0..255 are cut
 * into equal bins, and a color is one bin of each channel together, channel 0 the slowest. Out come 1×1×(binsᶜ) numbers for c channels.
 */
record ColorHistogram(int channels, int bins) implements Preparation {

    static final Recipe<PreparationMaker> RECIPE = new Recipe<>("colorHistogram", "Color histogram",
            "Counts how many pixels have which color, and forgets where: shares of the pixels, 0..1, of raw numbers 0..255.",
            List.of(new Setting.Whole("bins", "Bins a channel", 8L, 1, 256, "",
                    "Into how many stretches each channel is cut; three channels with 8 give 8·8·8 = 512 colors. Default 8.")),
            ColorHistogram::of);

    private static final int VALUES = 256;

    private static ColorHistogram of(Settings settings, Split train, List<Preparation> before) throws SettingException {
        Shape sample = Preparations.shape(before, train.shape());
        if (!before.stream().allMatch(CenterCrop.class::isInstance)) {
            throw new SettingException("Color histogram counts raw numbers 0..255. Put it before the steps that change them.");
        }
        ColorHistogram histogram = new ColorHistogram(sample.at(0), settings.whole("bins"));
        double colors = Math.pow(histogram.bins(), histogram.channels());
        if (colors > sample.size()) {
            throw new SettingException("Bins a channel (\"bins\") of a color histogram must give no more colors than a picture has numbers, but %d of %d channels give %.0f for %s: %.0f > %d."
                    .formatted(histogram.bins(), histogram.channels(), colors, sample, colors, sample.size()));
        }
        return histogram;
    }

    private int colors() {
        return (int) Math.pow(bins, channels);
    }

    @Override
    public Shape output(Shape sample) {
        return Shape.of(1, 1, colors());
    }

    @Override
    public void apply(float[] values, int offset, int size) {
        int area = size / channels;
        float[] shares = new float[colors()];
        for (int pixel = 0; pixel < area; pixel++) {
            int color = 0;
            for (int channel = 0; channel < channels; channel++) {
                color = color * bins + Math.clamp((int) (values[offset + channel * area + pixel] * bins / VALUES), 0, bins - 1);
            }
            shares[color]++;
        }
        for (int color = 0; color < shares.length; color++) {
            values[offset + color] = shares[color] / area;
        }
    }
}
