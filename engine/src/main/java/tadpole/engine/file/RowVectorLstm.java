package tadpole.engine.file;

import java.util.List;
import java.util.Optional;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * One LSTM in a NumPy archive, written for row vectors: gates = x input_weight + h hidden_weight + gate_bias, in blocks forget,
 * candidate, input, output; logits = h output_weight + output_bias. Shapes: embedding [vocabulary, width], input_weight
 * [width, 4 hidden], hidden_weight [hidden, 4 hidden], gate_bias [4 hidden], output_weight [hidden, vocabulary].
 */
final class RowVectorLstm {

    private static final List<String> NAMES = List.of("embedding", "input_weight", "hidden_weight", "gate_bias", "output_weight", "output_bias");
    /** Where PyTorch's gates i, f, g, o stand among the blocks. */
    private static final int[] BLOCKS = {2, 0, 1, 3};

    private RowVectorLstm() {}

    static boolean isOne(TensorSource source) {
        return source.shapes().keySet().containsAll(NAMES);
    }

    static LanguageWeights read(String file, TensorSource source) throws FileException {
        Shape rows = source.shapes().get("embedding");
        Shape states = source.shapes().get("hidden_weight");
        if (rows.rank() != 2 || states.rank() != 2) {
            throw new FileException("%s: \"embedding\" is %s and \"hidden_weight\" is %s, but vocabulary×width and hidden×4·hidden are expected.".formatted(file, rows, states));
        }
        int hidden = states.at(0);
        RecurrentReader reader = new RecurrentReader(file, source);
        Tensor embedding = reader.read("embedding", rows);
        RecurrentWeights.Layer layer = new RecurrentWeights.Layer(
                gates(reader.read("input_weight", Shape.of(rows.at(1), 4 * hidden))),
                gates(reader.read("hidden_weight", Shape.of(hidden, 4 * hidden))),
                gates(reader.read("gate_bias", Shape.of(4 * hidden))), Tensor.zeros(Shape.of(4 * hidden)));
        Tensor output = turned(reader.read("output_weight", Shape.of(hidden, rows.at(0))));
        return new LanguageWeights(Optional.of(embedding), new RecurrentWeights("lstm", "tanh", List.of(layer)), output,
                reader.read("output_bias", Shape.of(rows.at(0))));
    }

    /** [in, 4 hidden] to [4 hidden, in], or [4 hidden] to itself, with the blocks in PyTorch's order. */
    private static Tensor gates(Tensor columns) {
        Tensor rows = columns.shape().rank() == 1 ? columns : turned(columns);
        int block = rows.size() / 4;
        Tensor ordered = Tensor.zeros(rows.shape());
        for (int gate = 0; gate < BLOCKS.length; gate++) {
            System.arraycopy(rows.data(), BLOCKS[gate] * block, ordered.data(), gate * block, block);
        }
        return ordered;
    }

    private static Tensor turned(Tensor matrix) {
        int rows = matrix.shape().at(0);
        int columns = matrix.shape().at(1);
        Tensor turned = Tensor.zeros(Shape.of(columns, rows));
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                turned.data()[column * rows + row] = matrix.data()[row * columns + column];
            }
        }
        return turned;
    }
}
