package tadpole.engine.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tadpole.engine.layer.Network;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Shape;

/**
 * What a network costs, computed from its layers' settings: nothing is allocated. Multiply-adds are those of weights (convolution,
 * linear, recurrent), as papers count them. Memory is what a training pass keeps: outputs, masks, the copy that a convolution makes of its
 * input, parameters with their gradients; not the optimizer's memory and not what kernels work in for a moment. It is within 0.7 and 1.3 times
 * what stands in a real pass ({@code CostsTest}).
 *
 * @param shared bytes that all layers use in turn: the batch and the gradients on their way back
 */
public record Costs(List<LayerCost> layers, long shared) {

    private static final Set<String> FUSE_RELU = Set.of("conv2d", "linear", "batchNorm2d");

    public Costs {
        layers = List.copyOf(layers);
    }

    /**
     * Of each layer and all of them.
     *
     * @param batch samples of a training batch
     * @throws SettingException where a layer does not fit, in one sentence and with its place
     */
    public static Costs of(Shape input, List<Spec> layers, int batch) throws SettingException {
        Design design = Design.of(input, layers, batch);
        for (int i = 0; i < layers.size(); i++) {
            if (design.parts().get(i) instanceof Part.Misfitting wrong) {
                throw new SettingException("Layer %d, %s: %s".formatted(i + 1, wrong.name(), wrong.misfit().sentence())).at(Network.path(i));
            }
        }
        return design.costs();
    }

    static Costs of(Shape input, List<LayerCost> layers, long batch) {
        long largest = layers.stream().mapToLong(each -> each.input().size()).max().orElse(0);
        return new Costs(new ArrayList<>(layers), Float.BYTES * batch * (input.size() + 2 * largest));
    }

    /** What one layer takes where it stands: a ReLU right behind a layer that computes it keeps nothing. */
    static LayerSize size(List<Spec> layers, int index, Shape input) throws NoFitException {
        LayerSize size = Sizes.of(layers.get(index), input);
        boolean cut = layers.get(index).type().equals("relu") && index > 0 && FUSE_RELU.contains(layers.get(index - 1).type());
        return cut ? size.keepingNothing() : size;
    }

    public long parameters() {
        return layers.stream().mapToLong(LayerCost::parameters).sum();
    }

    /** Of one sample on its way forward. */
    public long multiplyAdds() {
        return layers.stream().mapToLong(LayerCost::multiplyAdds).sum();
    }

    /** Of memory that training takes for one batch. */
    public long bytes() {
        return shared + layers.stream().mapToLong(LayerCost::bytes).sum();
    }
}
