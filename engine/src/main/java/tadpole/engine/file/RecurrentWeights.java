package tadpole.engine.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Tensor;

/**
 * A stack of recurrent layers in the layout of PyTorch's nn.RNN, nn.LSTM and nn.GRU: gates in the order i, f, g, o and r, z, n.
 *
 * @param cell         rnn, lstm or gru
 * @param nonlinearity tanh, relu or sigmoid; of the rnn alone
 */
record RecurrentWeights(String cell, String nonlinearity, List<Layer> layers) {

    /** Shapes: ofInputs [gates hidden, features], ofHidden [gates hidden, hidden], both biases [gates hidden]. */
    record Layer(Tensor ofInputs, Tensor ofHidden, Tensor inputBias, Tensor hiddenBias) {}

    RecurrentWeights {
        layers = List.copyOf(layers);
    }

    int hidden() {
        return layers.getFirst().ofHidden().shape().at(1);
    }

    int features() {
        return layers.getFirst().ofInputs().shape().at(1);
    }

    /** Of a model that was built here. */
    static RecurrentWeights of(Settings plan, Map<String, Tensor> tensors) {
        List<Layer> layers = new ArrayList<>();
        for (int i = 1; i <= plan.whole("layers"); i++) {
            String name = plan.choice("cell") + i;
            layers.add(new Layer(tensors.get(name + ".weight_ih_l0"), tensors.get(name + ".weight_hh_l0"), tensors.get(name + ".bias_ih_l0"),
                    tensors.get(name + ".bias_hh_l0")));
        }
        return new RecurrentWeights(plan.choice("cell"), plan.choice("nonlinearity"), layers);
    }

    /** By the names that a network built here has. */
    void putInto(Map<String, Tensor> tensors) {
        for (int i = 0; i < layers.size(); i++) {
            put(tensors, layers.get(i), cell + (i + 1) + ".", "_l0");
        }
    }

    /** By PyTorch's names. */
    void putInto(Map<String, Tensor> tensors, String prefix) {
        for (int i = 0; i < layers.size(); i++) {
            put(tensors, layers.get(i), prefix, "_l" + i);
        }
    }

    private static void put(Map<String, Tensor> tensors, Layer layer, String before, String behind) {
        tensors.put(before + "weight_ih" + behind, layer.ofInputs());
        tensors.put(before + "weight_hh" + behind, layer.ofHidden());
        tensors.put(before + "bias_ih" + behind, layer.inputBias());
        tensors.put(before + "bias_hh" + behind, layer.hiddenBias());
    }
}
