package tadpole.engine.kernel;

import static tadpole.engine.kernel.PlainCell.get;
import static tadpole.engine.kernel.PlainCell.set;
import static tadpole.engine.kernel.PlainCell.sigmoid;

/** r, z = sigmoid of the sums; n = tanh(inputs' part + r hiddens' part); h = (1 - z) n + z hBefore. */
final class PlainGruCell implements PlainCell {
    @Override
    public int gates() {
        return 3;
    }

    @Override
    public boolean keepsC() {
        return false;
    }

    @Override
    public void forward(Matrix gates, Matrix hiddens, States states) {
        int size = states.h().columns();
        for (int row = 0; row < gates.rows(); row++) {
            for (int j = 0; j < size; j++) {
                double r = sigmoid(get(gates, row, j) + get(hiddens, row, j));
                double z = sigmoid(get(gates, row, size + j) + get(hiddens, row, size + j));
                double n = Math.tanh(get(gates, row, 2 * size + j) + r * get(hiddens, row, 2 * size + j));
                set(gates, row, j, r);
                set(gates, row, size + j, z);
                set(gates, row, 2 * size + j, n);
                set(states.h(), row, j, (1 - z) * n + z * get(states.hBefore(), row, j));
            }
        }
    }

    @Override
    public void backward(Matrix gates, Matrix hiddens, States states, Gradients gradients) {
        int size = states.h().columns();
        for (int row = 0; row < gates.rows(); row++) {
            for (int j = 0; j < size; j++) {
                double r = get(gates, row, j);
                double z = get(gates, row, size + j);
                double n = get(gates, row, 2 * size + j);
                double dh = get(gradients.dh(), row, j);
                double dn = dh * (1 - z) * (1 - n * n);
                double dz = dh * (get(states.hBefore(), row, j) - n) * z * (1 - z);
                double dr = dn * get(hiddens, row, 2 * size + j) * r * (1 - r);
                set(gradients.dgates(), row, j, dr);
                set(gradients.dgates(), row, size + j, dz);
                set(gradients.dgates(), row, 2 * size + j, dn);
                set(gradients.dhiddens(), row, j, dr);
                set(gradients.dhiddens(), row, size + j, dz);
                set(gradients.dhiddens(), row, 2 * size + j, dn * r);
                set(gradients.dh(), row, j, dh * z);
            }
        }
    }
}
