package tadpole.engine.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** The only gate is h itself; nothing is carried past the product. */
final class VectorRnnCell implements VectorCell {
    private static final int L = Lanes.COUNT;

    private final Nonlinearity f;

    VectorRnnCell(Nonlinearity f) {
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
    public boolean partsDiffer() {
        return false;
    }

    @Override
    public void forward(RecurrentStrip strip) {
        VectorLstmCell.add(strip.sums, strip.sum, strip.gates, strip.gate, strip.count);
        switch (f) {
            case TANH -> Exponentials.tanh(strip.gates, strip.gate, strip.gates, strip.gate, strip.count);
            case RELU -> Lanes.addAndBound(strip.gates, strip.gate, 0, true, strip.gates, strip.gate, strip.count);
            case SIGMOID -> Exponentials.sigmoid(strip.gates, strip.gate, strip.gates, strip.gate, strip.count);
        }
        System.arraycopy(strip.gates, strip.gate, strip.h, strip.hAt, strip.count);
    }

    @Override
    public void backward(RecurrentStrip strip) {
        switch (f) {
            case TANH -> tanhBackward(strip);
            case RELU -> reluBackward(strip);
            case SIGMOID -> sigmoidBackward(strip);
        }
    }

    private static void tanhBackward(RecurrentStrip strip) {
        FloatVector one = FloatVector.broadcast(Lanes.SPECIES, 1f);
        for (int j = 0; j < strip.count; j += L) {
            FloatVector h = load(strip.gates, strip.gate + j);
            load(strip.h, strip.hAt + j).mul(one.sub(h.mul(h))).intoArray(strip.sums, strip.sum + j);
        }
    }

    private static void reluBackward(RecurrentStrip strip) {
        for (int j = 0; j < strip.count; j += L) {
            FloatVector h = load(strip.gates, strip.gate + j);
            load(strip.h, strip.hAt + j).blend(0f, h.compare(VectorOperators.LE, 0f)).intoArray(strip.sums, strip.sum + j);
        }
    }

    private static void sigmoidBackward(RecurrentStrip strip) {
        FloatVector one = FloatVector.broadcast(Lanes.SPECIES, 1f);
        for (int j = 0; j < strip.count; j += L) {
            FloatVector h = load(strip.gates, strip.gate + j);
            load(strip.h, strip.hAt + j).mul(h).mul(one.sub(h)).intoArray(strip.sums, strip.sum + j);
        }
    }

    private static FloatVector load(float[] x, int at) {
        return FloatVector.fromArray(Lanes.SPECIES, x, at);
    }
}
