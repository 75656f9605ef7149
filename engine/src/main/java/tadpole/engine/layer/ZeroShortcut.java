package tadpole.engine.layer;

import java.util.Arrays;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.ShapeException;
import tadpole.engine.tensor.Tensor;

/**
 * y[n,f+c,i,j] = x[n,c,i s,j s] with stride s, zero in the channels before f = (out - in) / 2 and behind those of x;
 * dx[n,c,i s,j s] = dy[n,f+c,i,j], else 0. Nothing to learn: option A of He et al. 2015.
 */
final class ZeroShortcut implements Layer {

    private final Shape input;
    private final int stride;
    private final int first;
    private final Shape output;

    ZeroShortcut(Shape input, int out, int stride) {
        if (out < input.at(0)) {
            throw new ShapeException(("a shortcut with zero channels can only add channels, but %d come in and %d go out."
                    + " Take a projection there.").formatted(input.at(0), out));
        }
        this.input = input;
        this.stride = stride;
        this.first = (out - input.at(0)) / 2;
        this.output = Shape.of(out, Math.ceilDiv(input.at(1), stride), Math.ceilDiv(input.at(2), stride));
    }

    @Override
    public Shape outputShape(Shape given) {
        if (!given.equals(input)) {
            throw new ShapeException("This shortcut takes " + input + ", but is given " + given + ".");
        }
        return output;
    }

    @FunctionalInterface
    private interface Pair {
        void at(int x, int y);
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        int n = x.shape().at(0);
        Tensor y = pass.output(output.batchOf(n));
        Arrays.fill(y.data(), 0, y.size(), 0);
        pairs(n, (from, to) -> y.data()[to] = x.data()[from]);
        return y;
    }

    @Override
    public Tensor backward(Tensor dy, Pass pass) {
        if (!pass.wantsInputGradient()) {
            return Tensor.NONE;
        }
        int n = dy.shape().at(0);
        Tensor dx = pass.inputGradient(input.batchOf(n));
        Arrays.fill(dx.data(), 0, dx.size(), 0);
        pairs(n, (to, from) -> dx.data()[to] = dy.data()[from]);
        return dx;
    }

    private void pairs(int n, Pair pair) {
        int height = output.at(1);
        int width = output.at(2);
        for (int plane = 0; plane < n * input.at(0); plane++) {
            int image = plane / input.at(0);
            int channel = first + plane % input.at(0);
            for (int i = 0; i < height; i++) {
                int x = (plane * input.at(1) + i * stride) * input.at(2);
                int y = ((image * output.at(0) + channel) * height + i) * width;
                for (int j = 0; j < width; j++) {
                    pair.at(x + j * stride, y + j);
                }
            }
        }
    }
}
