package tadpole.app.pane.kernels.trained;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tadpole.engine.convolution.ConvolutionPlan;
import tadpole.engine.convolution.Exchange;
import tadpole.engine.convolution.TrainedLayer;
import tadpole.engine.picture.Picture;
import tadpole.engine.recipe.SettingException;

/**
 * Filters that were taken out to the sliding window.
 *
 * @param layer   with the weights that they were taken from
 * @param filters counted from 0, in the order of the plan
 * @param picture what they see
 */
record Taken(TrainedLayer layer, List<Integer> filters, ConvolutionPlan plan, Picture picture) {

    static Taken of(TrainedLayer layer, List<Integer> filters, Picture picture) {
        return new Taken(layer, List.copyOf(filters), layer.plan(filters), picture);
    }

    /** The same beside the layer of another version. */
    Taken comparedWith(TrainedLayer other) {
        return new Taken(other, filters, plan, picture);
    }

    /** "filter 3 of conv2d1", "filters 1 to 8 of conv2d1". */
    String words() {
        return filters.size() == 1 ? "filter %d of %s".formatted(filters.getFirst() + 1, layer.name())
                : "filters %d to %d of %s".formatted(filters.getFirst() + 1, filters.getLast() + 1, layer.name());
    }

    /** Whether anything was changed that can go back. */
    boolean isEdited(ConvolutionPlan now) {
        try {
            return refusal(now).isEmpty() && !changes(now).isEmpty();
        } catch (SettingException misfit) {
            return false;
        }
    }

    /** Why it cannot go back, in one sentence; empty where it can. */
    Optional<String> refusal(ConvolutionPlan now) {
        int channels = now.filters().getFirst().kernels().size();
        int needed = plan.filters().getFirst().kernels().size();
        if (channels != needed) {
            return Optional.of("There %s now, the filter needs %d. Take it again.".formatted(channels == 1 ? "is 1 channel" : "are %d channels".formatted(channels), needed));
        }
        try {
            changes(now);
            return Optional.empty();
        } catch (SettingException misfit) {
            return Optional.of(misfit.getMessage());
        }
    }

    /**
     * Those filters that are others now.
     *
     * @throws SettingException where what is edited does not fit the layer any more
     */
    List<Exchange> changes(ConvolutionPlan now) throws SettingException {
        if (now.filters().size() < filters.size()) {
            throw new SettingException("%s were taken, but only %d are left. Take them again.".formatted(words(), now.filters().size()));
        }
        List<Exchange> changes = new ArrayList<>();
        for (int i = 0; i < filters.size(); i++) {
            int filter = filters.get(i);
            Exchange exchange = Exchange.of(layer, filter, now, now.filters().get(i));
            if (!Arrays.equals(exchange.values(), layer.values(filter)) || exchange.bias() != layer.bias(filter)) {
                changes.add(exchange);
            }
        }
        return changes;
    }
}
