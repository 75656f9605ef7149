package tadpole.engine.twin;

/** y[n,f+c,i,j] = x[n,c,i s,j s] with stride s and f = (out - in) / 2, zero in all other channels; dx[n,c,i s,j s] = dy[n,f+c,i,j]. */
record TwinZeroShortcut(Planes x, Planes y, int stride) implements TwinLayer {

    @FunctionalInterface
    private interface Pair {
        void at(int x, int y);
    }

    @Override
    public DoubleTensor forward(DoubleTensor input, Conditions conditions) {
        DoubleTensor output = DoubleTensor.zeros(y.shape().batchOf(input.rows()));
        pairs(input.rows(), (from, to) -> output.set(to, input.at(from)));
        return output;
    }

    @Override
    public Gradients backward(DoubleTensor input, DoubleTensor dy, Conditions conditions) {
        DoubleTensor dx = DoubleTensor.zeros(input.shape());
        pairs(input.rows(), (to, from) -> dx.set(to, dy.at(from)));
        return Gradients.of(dx);
    }

    private void pairs(int batch, Pair pair) {
        int first = (y.channels() - x.channels()) / 2;
        for (int n = 0; n < batch; n++) {
            for (int c = 0; c < x.channels(); c++) {
                for (int i = 0; i < y.height(); i++) {
                    for (int j = 0; j < y.width(); j++) {
                        pair.at(x.at(n, c, i * stride, j * stride), y.at(n, first + c, i, j));
                    }
                }
            }
        }
    }
}
