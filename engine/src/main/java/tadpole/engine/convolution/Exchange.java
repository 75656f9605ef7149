package tadpole.engine.convolution;

import tadpole.engine.layer.Network;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Parameter;

/**
 * One filter of a network in another form.
 *
 * @param layer  as {@link TrainedLayer#name} says it
 * @param filter counted from 0
 * @param values of all its kernels, channel by channel
 * @param bias   0 where the layer has none
 */
public record Exchange(String layer, int filter, float[] values, float bias) {

    /** The filter gives nothing any more: all its weights and its bias are 0. */
    public static Exchange off(TrainedLayer layer, int filter) {
        return new Exchange(layer.name(), filter, new float[layer.values(filter).length], 0);
    }

    /**
     * The filter as a plan has it: with gain, normalizing and turning.
     *
     * @throws SettingException in one sentence, where it does not fit the layer
     */
    public static Exchange of(TrainedLayer layer, int filter, ConvolutionPlan plan, Filter edited) throws SettingException {
        if (plan.height() != layer.height() || plan.width() != layer.width()) {
            throw new SettingException("%s has kernels of %d×%d, but the edited one is %d×%d. Make it %d×%d again."
                    .formatted(layer.name(), layer.height(), layer.width(), plan.height(), plan.width(), layer.height(), layer.width()));
        }
        if (edited.kernels().size() != layer.depth()) {
            throw new SettingException("Each filter of %s has %d kernels, one for each channel, but the edited one has %d. Take the filter again."
                    .formatted(layer.name(), layer.depth(), edited.kernels().size()));
        }
        if (layer.bias().isEmpty() && edited.bias() != 0) {
            throw new SettingException("%s has no bias, but the edited filter's is %s. Set it to 0.".formatted(layer.name(), edited.bias()));
        }
        int size = layer.height() * layer.width();
        float[] values = new float[layer.depth() * size];
        for (int c = 0; c < layer.depth(); c++) {
            System.arraycopy(plan.effective(edited.kernels().get(c)).values(), 0, values, c * size, size);
        }
        return new Exchange(layer.name(), filter, values, edited.bias());
    }

    public boolean isOff() {
        for (float value : values) {
            if (value != 0) {
                return false;
            }
        }
        return bias == 0;
    }

    /** Puts it into a network, which is changed. */
    public void into(Network network) {
        TrainedLayer target = TrainedFilters.of(network).layer(layer)
                .orElseThrow(() -> new IllegalArgumentException("The network has no layer %s.".formatted(layer)));
        System.arraycopy(values, 0, target.weight().data(), filter * values.length, values.length);
        target.bias().ifPresent(all -> all.data()[filter] = bias);
        target.stage().layer().parameters().forEach(Parameter::changed);
    }
}
