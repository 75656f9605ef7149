package tadpole.engine.kernel;

/** The yardstick: loops that read like the formula. */
final class PlainRecurrentCells implements RecurrentCells {
    private static float get(Matrix x, int row, int column) {
        return x.data()[x.index(row, column)];
    }

    private static void set(Matrix x, int row, int column, double value) {
        x.data()[x.index(row, column)] = (float) value;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    @Override
    public void lstm(Matrix gates, Matrix cBefore, Matrix c, Matrix h) {
        int size = c.columns();
        for (int row = 0; row < c.rows(); row++) {
            for (int j = 0; j < size; j++) {
                double i = sigmoid(get(gates, row, j));
                double f = sigmoid(get(gates, row, size + j));
                double g = Math.tanh(get(gates, row, 2 * size + j));
                double o = sigmoid(get(gates, row, 3 * size + j));
                double cell = f * get(cBefore, row, j) + i * g;
                set(gates, row, j, i);
                set(gates, row, size + j, f);
                set(gates, row, 2 * size + j, g);
                set(gates, row, 3 * size + j, o);
                set(c, row, j, cell);
                set(h, row, j, o * Math.tanh(cell));
            }
        }
    }

    @Override
    public void lstmBackward(Matrix gates, Matrix cBefore, Matrix c, Matrix dh, Matrix dc, Matrix dgates) {
        int size = c.columns();
        for (int row = 0; row < c.rows(); row++) {
            for (int j = 0; j < size; j++) {
                double i = get(gates, row, j);
                double f = get(gates, row, size + j);
                double g = get(gates, row, 2 * size + j);
                double o = get(gates, row, 3 * size + j);
                double tanh = Math.tanh(get(c, row, j));
                double dcell = get(dc, row, j) + get(dh, row, j) * o * (1 - tanh * tanh);
                set(dgates, row, j, dcell * g * i * (1 - i));
                set(dgates, row, size + j, dcell * get(cBefore, row, j) * f * (1 - f));
                set(dgates, row, 2 * size + j, dcell * i * (1 - g * g));
                set(dgates, row, 3 * size + j, get(dh, row, j) * tanh * o * (1 - o));
                set(dc, row, j, dcell * f);
            }
        }
    }

    @Override
    public void gru(Matrix gates, Matrix hiddens, Matrix hBefore, Matrix h) {
        int size = h.columns();
        for (int row = 0; row < h.rows(); row++) {
            for (int j = 0; j < size; j++) {
                double r = sigmoid(get(gates, row, j) + get(hiddens, row, j));
                double z = sigmoid(get(gates, row, size + j) + get(hiddens, row, size + j));
                double n = Math.tanh(get(gates, row, 2 * size + j) + r * get(hiddens, row, 2 * size + j));
                set(gates, row, j, r);
                set(gates, row, size + j, z);
                set(gates, row, 2 * size + j, n);
                set(h, row, j, (1 - z) * n + z * get(hBefore, row, j));
            }
        }
    }

    @Override
    public void gruBackward(Matrix gates, Matrix hiddens, Matrix hBefore, Matrix dh, Matrix dgates, Matrix dhiddens) {
        int size = dh.columns();
        for (int row = 0; row < dh.rows(); row++) {
            for (int j = 0; j < size; j++) {
                double r = get(gates, row, j);
                double z = get(gates, row, size + j);
                double n = get(gates, row, 2 * size + j);
                double dOut = get(dh, row, j);
                double dn = dOut * (1 - z) * (1 - n * n);
                double dz = dOut * (get(hBefore, row, j) - n) * z * (1 - z);
                double dr = dn * get(hiddens, row, 2 * size + j) * r * (1 - r);
                set(dgates, row, j, dr);
                set(dgates, row, size + j, dz);
                set(dgates, row, 2 * size + j, dn);
                set(dhiddens, row, j, dr);
                set(dhiddens, row, size + j, dz);
                set(dhiddens, row, 2 * size + j, dn * r);
                set(dh, row, j, dOut * z);
            }
        }
    }
}
