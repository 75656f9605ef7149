package tadpole.engine.kernel;

/** A few rows are a task; lanes run over the hidden units. */
final class VectorRecurrentCells implements RecurrentCells {
    /** Hidden units of one task. */
    private static final int PART = 1024;

    private final Workers workers;
    private final Scratch terms = new Scratch();

    VectorRecurrentCells(Workers workers) {
        this.workers = workers;
    }

    private void eachRow(Matrix h, Workers.Range task) {
        workers.ranges(h.rows(), Math.max(1, PART / Math.max(1, h.columns())), task);
    }

    @Override
    public void lstm(Matrix gates, Matrix cBefore, Matrix c, Matrix h) {
        int size = c.columns();
        eachRow(c, (from, to) -> {
            for (int row = from; row < to; row++) {
                float[] data = gates.data();
                int i = gates.index(row, 0);
                Exponentials.sigmoid(data, i, data, i, 2 * size);
                Exponentials.tanh(data, i + 2 * size, data, i + 2 * size, size);
                Exponentials.sigmoid(data, i + 3 * size, data, i + 3 * size, size);
                int before = cBefore.index(row, 0);
                int cell = c.index(row, 0);
                int out = h.index(row, 0);
                for (int j = 0; j < size; j++) {
                    c.data()[cell + j] = data[i + size + j] * cBefore.data()[before + j] + data[i + j] * data[i + 2 * size + j];
                }
                Exponentials.tanh(c.data(), cell, h.data(), out, size);
                for (int j = 0; j < size; j++) {
                    h.data()[out + j] *= data[i + 3 * size + j];
                }
            }
        });
    }

    @Override
    public void lstmBackward(Matrix gates, Matrix cBefore, Matrix c, Matrix dh, Matrix dc, Matrix dgates) {
        int size = c.columns();
        eachRow(c, (from, to) -> {
            float[] work = terms.floats(2 * size);
            for (int row = from; row < to; row++) {
                lstmBackward(row, size, gates, cBefore, c, dh, dc, dgates, work);
            }
        });
    }

    /** Loops with one store each: those the compiler turns into vectors. */
    private static void lstmBackward(int row, int size, Matrix gates, Matrix cBefore, Matrix c, Matrix dh, Matrix dc, Matrix dgates,
            float[] work) {
        int tanh = Scratch.START;
        int dcell = tanh + size;
        Exponentials.tanh(c.data(), c.index(row, 0), work, tanh, size);
        float[] gate = gates.data();
        int i = gates.index(row, 0);
        int f = i + size;
        int g = f + size;
        int o = g + size;
        float[] out = dgates.data();
        int to = dgates.index(row, 0);
        float[] dhs = dh.data();
        int dhAt = dh.index(row, 0);
        float[] dcs = dc.data();
        int dcAt = dc.index(row, 0);
        float[] before = cBefore.data();
        int beforeAt = cBefore.index(row, 0);
        for (int j = 0; j < size; j++) {
            work[dcell + j] = dcs[dcAt + j] + dhs[dhAt + j] * gate[o + j] * (1 - work[tanh + j] * work[tanh + j]);
        }
        for (int j = 0; j < size; j++) {
            out[to + j] = work[dcell + j] * gate[g + j] * gate[i + j] * (1 - gate[i + j]);
        }
        for (int j = 0; j < size; j++) {
            out[to + size + j] = work[dcell + j] * before[beforeAt + j] * gate[f + j] * (1 - gate[f + j]);
        }
        for (int j = 0; j < size; j++) {
            out[to + 2 * size + j] = work[dcell + j] * gate[i + j] * (1 - gate[g + j] * gate[g + j]);
        }
        for (int j = 0; j < size; j++) {
            out[to + 3 * size + j] = dhs[dhAt + j] * work[tanh + j] * gate[o + j] * (1 - gate[o + j]);
        }
        for (int j = 0; j < size; j++) {
            dcs[dcAt + j] = work[dcell + j] * gate[f + j];
        }
    }

    @Override
    public void gru(Matrix gates, Matrix hiddens, Matrix hBefore, Matrix h) {
        int size = h.columns();
        eachRow(h, (from, to) -> {
            for (int row = from; row < to; row++) {
                float[] data = gates.data();
                float[] hidden = hiddens.data();
                int r = gates.index(row, 0);
                int part = hiddens.index(row, 0);
                for (int j = 0; j < 2 * size; j++) {
                    data[r + j] += hidden[part + j];
                }
                Exponentials.sigmoid(data, r, data, r, 2 * size);
                int n = r + 2 * size;
                for (int j = 0; j < size; j++) {
                    data[n + j] += data[r + j] * hidden[part + 2 * size + j];
                }
                Exponentials.tanh(data, n, data, n, size);
                int before = hBefore.index(row, 0);
                int out = h.index(row, 0);
                for (int j = 0; j < size; j++) {
                    float z = data[r + size + j];
                    h.data()[out + j] = (1 - z) * data[n + j] + z * hBefore.data()[before + j];
                }
            }
        });
    }

    @Override
    public void gruBackward(Matrix gates, Matrix hiddens, Matrix hBefore, Matrix dh, Matrix dgates, Matrix dhiddens) {
        int size = dh.columns();
        eachRow(dh, (from, to) -> {
            for (int row = from; row < to; row++) {
                gruBackward(row, size, gates, hiddens, hBefore, dh, dgates, dhiddens);
            }
        });
    }

    private static void gruBackward(int row, int size, Matrix gates, Matrix hiddens, Matrix hBefore, Matrix dh, Matrix dgates,
            Matrix dhiddens) {
        float[] gate = gates.data();
        int r = gates.index(row, 0);
        int z = r + size;
        int n = z + size;
        float[] hidden = hiddens.data();
        int part = hiddens.index(row, 0) + 2 * size;
        float[] before = hBefore.data();
        int beforeAt = hBefore.index(row, 0);
        float[] dhs = dh.data();
        int dhAt = dh.index(row, 0);
        float[] out = dgates.data();
        int dr = dgates.index(row, 0);
        int dz = dr + size;
        int dn = dz + size;
        float[] back = dhiddens.data();
        int backAt = dhiddens.index(row, 0);
        for (int j = 0; j < size; j++) {
            out[dn + j] = dhs[dhAt + j] * (1 - gate[z + j]) * (1 - gate[n + j] * gate[n + j]);
        }
        for (int j = 0; j < size; j++) {
            out[dz + j] = dhs[dhAt + j] * (before[beforeAt + j] - gate[n + j]) * gate[z + j] * (1 - gate[z + j]);
        }
        for (int j = 0; j < size; j++) {
            out[dr + j] = out[dn + j] * hidden[part + j] * gate[r + j] * (1 - gate[r + j]);
        }
        System.arraycopy(out, dr, back, backAt, 2 * size);
        for (int j = 0; j < size; j++) {
            back[backAt + 2 * size + j] = out[dn + j] * gate[r + j];
        }
        for (int j = 0; j < size; j++) {
            dhs[dhAt + j] *= gate[z + j];
        }
    }
}
