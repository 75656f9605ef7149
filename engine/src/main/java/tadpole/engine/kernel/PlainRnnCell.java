package tadpole.engine.kernel;

import static tadpole.engine.kernel.PlainCell.get;
import static tadpole.engine.kernel.PlainCell.set;
import static tadpole.engine.kernel.PlainCell.sigmoid;

/** h = f of the sums. */
final class PlainRnnCell implements PlainCell {
    private final Nonlinearity f;

    PlainRnnCell(Nonlinearity f) {
        this.f = f;
    }

    @Override
    public int gates() {
        return 1;
    }

    @Override
    public boolean keepsC() {
        return false;
    }

    @Override
    public void forward(Matrix gates, Matrix hiddens, States states) {
        for (int row = 0; row < gates.rows(); row++) {
            for (int j = 0; j < gates.columns(); j++) {
                double sum = get(gates, row, j) + get(hiddens, row, j);
                set(states.h(), row, j, switch (f) {
                    case TANH -> Math.tanh(sum);
                    case RELU -> Math.max(0, sum);
                    case SIGMOID -> sigmoid(sum);
                });
            }
        }
    }

    @Override
    public void backward(Matrix gates, Matrix hiddens, States states, Gradients gradients) {
        for (int row = 0; row < gates.rows(); row++) {
            for (int j = 0; j < gates.columns(); j++) {
                double h = get(states.h(), row, j);
                double slope = switch (f) {
                    case TANH -> 1 - h * h;
                    case RELU -> h <= 0 ? 0 : 1;
                    case SIGMOID -> h * (1 - h);
                };
                double gradient = get(gradients.dh(), row, j) * slope;
                set(gradients.dgates(), row, j, gradient);
                set(gradients.dhiddens(), row, j, gradient);
                set(gradients.dh(), row, j, 0);
            }
        }
    }
}
