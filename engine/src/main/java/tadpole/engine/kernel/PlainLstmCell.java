package tadpole.engine.kernel;

import static tadpole.engine.kernel.PlainCell.get;
import static tadpole.engine.kernel.PlainCell.set;
import static tadpole.engine.kernel.PlainCell.sigmoid;

/** i, f, g, o = sigmoid, sigmoid, tanh, sigmoid of the sums; c = f cBefore + i g, h = o tanh(c). */
final class PlainLstmCell implements PlainCell {
    @Override
    public int gates() {
        return 4;
    }

    @Override
    public boolean keepsC() {
        return true;
    }

    @Override
    public void forward(Matrix gates, Matrix hiddens, States states) {
        int size = states.h().columns();
        for (int row = 0; row < gates.rows(); row++) {
            for (int j = 0; j < size; j++) {
                double i = sigmoid(get(gates, row, j) + get(hiddens, row, j));
                double f = sigmoid(get(gates, row, size + j) + get(hiddens, row, size + j));
                double g = Math.tanh(get(gates, row, 2 * size + j) + get(hiddens, row, 2 * size + j));
                double o = sigmoid(get(gates, row, 3 * size + j) + get(hiddens, row, 3 * size + j));
                double cell = f * get(states.cBefore(), row, j) + i * g;
                set(gates, row, j, i);
                set(gates, row, size + j, f);
                set(gates, row, 2 * size + j, g);
                set(gates, row, 3 * size + j, o);
                set(states.c(), row, j, cell);
                set(states.h(), row, j, o * Math.tanh(cell));
            }
        }
    }

    @Override
    public void backward(Matrix gates, Matrix hiddens, States states, Gradients gradients) {
        int size = states.h().columns();
        for (int row = 0; row < gates.rows(); row++) {
            for (int j = 0; j < size; j++) {
                double i = get(gates, row, j);
                double f = get(gates, row, size + j);
                double g = get(gates, row, 2 * size + j);
                double o = get(gates, row, 3 * size + j);
                double tanh = Math.tanh(get(states.c(), row, j));
                double dh = get(gradients.dh(), row, j);
                double dc = get(gradients.dc(), row, j) + dh * o * (1 - tanh * tanh);
                setBoth(gradients, row, j, dc * g * i * (1 - i));
                setBoth(gradients, row, size + j, dc * get(states.cBefore(), row, j) * f * (1 - f));
                setBoth(gradients, row, 2 * size + j, dc * i * (1 - g * g));
                setBoth(gradients, row, 3 * size + j, dh * tanh * o * (1 - o));
                set(gradients.dc(), row, j, dc * f);
                set(gradients.dh(), row, j, 0);
            }
        }
    }

    private static void setBoth(Gradients gradients, int row, int column, double value) {
        set(gradients.dgates(), row, column, value);
        set(gradients.dhiddens(), row, column, value);
    }
}
