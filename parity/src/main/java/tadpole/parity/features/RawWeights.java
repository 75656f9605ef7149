package tadpole.parity.features;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tadpole.engine.file.FileException;
import tadpole.engine.file.Safetensors;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** Weights for PyTorch's side, not by the engine's reader of them. */
final class RawWeights {

    /** ImageNet's means in the order blue, green, red. */
    private static final float[] MEANS = {103.939f, 116.779f, 123.68f};

    private RawWeights() {}

    /** Weight and bias by each name; where it is empty, ImageNet's means. */
    static List<Tensor> of(FeatureCase given, Path weights, Path raw) throws FileException {
        List<Tensor> all = new ArrayList<>();
        if (given.raw().isEmpty()) {
            try (HdfFile file = new HdfFile(weights.resolve(given.file()))) {
                for (String name : given.weights()) {
                    if (name.isEmpty()) {
                        all.add(Tensor.of(Shape.of(3), MEANS));
                    } else {
                        all.add(kernel((float[][][][]) found(file, name, 4).getData()));
                        float[] bias = (float[]) found(file, name, 1).getData();
                        all.add(Tensor.of(Shape.of(bias.length), bias));
                    }
                }
            }
            return all;
        }
        Safetensors file = Safetensors.read(raw.resolve(given.raw()));
        for (String name : given.weights()) {
            all.add(file.tensors().get(name + ".weight"));
            all.add(file.tensors().get(name + ".bias"));
        }
        return all;
    }

    private static Dataset found(Group group, String name, int rank) {
        for (Node child : group) {
            if (child instanceof Group inner) {
                Dataset set = found(inner, name, rank);
                if (set != null) {
                    return set;
                }
            } else if (child instanceof Dataset set && set.getPath().contains("/" + name) && set.getDimensions().length == rank) {
                return set;
            }
        }
        return null;
    }

    /** [height,width,in,out] as [out,in,height,width]. */
    private static Tensor kernel(float[][][][] given) {
        int in = given[0][0].length;
        int out = given[0][0][0].length;
        Tensor kernel = Tensor.zeros(Shape.of(out, in, given.length, given[0].length));
        int at = 0;
        for (int o = 0; o < out; o++) {
            for (int c = 0; c < in; c++) {
                for (float[][][] row : given) {
                    for (float[][] place : row) {
                        kernel.data()[at++] = place[c][o];
                    }
                }
            }
        }
        return kernel;
    }
}
