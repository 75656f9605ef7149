package tadpole.engine.file;

import java.util.Optional;
import tadpole.engine.picture.feature.VggWeights.Convolution;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** Takes convolutions out of a file of tensors and checks them: shapes, and that every number is finite. */
final class Filters {

    /** @param name of the layer in sentences @param weight and bias by their names in the file; null where it is missing */
    record Place(String name, String weight, String bias) {}

    private static final int WIDEST = 4096;

    private final String file;
    private final TensorSource source;

    Filters(String file, TensorSource source) {
        this.file = file;
        this.source = source;
    }

    String file() {
        return file;
    }

    TensorSource source() {
        return source;
    }

    /**
     * @param in     channels that come from the layer before
     * @param kernel side of its windows
     * @return weight [out,in,kernel,kernel], also where the file has Keras' order [kernel,kernel,in,out]
     */
    Convolution convolution(Place place, int in, int kernel) throws FileException {
        if (place.weight() == null) {
            throw new FileException("%s: layer %s has no weight, only a bias. Copy or download the file again.".formatted(file, place.name()));
        }
        boolean keras = !place.weight().endsWith(".weight");
        Shape shape = source.shapes().get(place.weight());
        boolean fits = shape.rank() == 4 && shape.at(keras ? 2 : 1) == in && shape.at(keras ? 0 : 2) == kernel && shape.at(keras ? 1 : 3) == kernel;
        int out = shape.rank() == 4 ? shape.at(keras ? 3 : 0) : 0;
        if (!fits || out < 1 || out > WIDEST) {
            String wanted = keras ? "%d×%d×%d×(1 to %d), height, width, in, out".formatted(kernel, kernel, in, WIDEST)
                    : "(1 to %d)×%d×%d×%d, out, in, height, width".formatted(WIDEST, in, kernel, kernel);
            throw new FileException("%s: the weight of layer %s is %s, but must be %s, to fit the layer before.".formatted(file, place.name(), shape, wanted));
        }
        Tensor weight = finite(place, source.read(place.weight()));
        return new Convolution(keras ? outFirst(weight) : weight, bias(place, out));
    }

    private Tensor bias(Place place, int out) throws FileException {
        if (place.bias() == null) {
            throw new FileException("%s: layer %s has no bias, but must have one of %d numbers. Copy or download the file again.".formatted(file, place.name(), out));
        }
        Shape shape = source.shapes().get(place.bias());
        if (shape.size() != out) {
            throw new FileException("%s: the bias of layer %s is %s, but its weight gives %d maps.".formatted(file, place.name(), shape, out));
        }
        return finite(place, source.read(place.bias())).as(Shape.of(out));
    }

    private Tensor finite(Place place, Tensor read) throws FileException {
        if (!read.isFinite()) {
            throw new FileException("%s: layer %s has a weight that is NaN or infinite, so that every picture would become so. Take weights of another source."
                    .formatted(file, place.name()));
        }
        return read;
    }

    private static Tensor outFirst(Tensor from) {
        Shape shape = from.shape();
        int area = shape.at(0) * shape.at(1);
        int in = shape.at(2);
        int out = shape.at(3);
        Tensor to = Tensor.zeros(Shape.of(out, in, shape.at(0), shape.at(1)));
        for (int place = 0; place < area; place++) {
            for (int i = 0; i < in; i++) {
                for (int o = 0; o < out; o++) {
                    to.data()[(o * in + i) * area + place] = from.data()[(place * in + i) * out + o];
                }
            }
        }
        return to;
    }

    /** The name of a tensor of the file, where it has one. */
    Optional<Shape> shape(String name) {
        return Optional.ofNullable(source.shapes().get(name));
    }
}
