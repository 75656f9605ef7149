package tadpole.engine.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Kernels that go row by row through row-major matrices. */
final class VectorRows {
  /** Numbers of one task. */
  private static final int PART = 8192;

  private static final VectorSpecies<Float> SPECIES = Lanes.SPECIES;

  private final Workers workers;
  private final Scratch sumsOfParts = new Scratch();

  VectorRows(Workers workers) {
    this.workers = workers;
  }

  void addBias(Matrix x, float[] bias) {
    workers.ranges(x.rows(), rowsOfTask(x), (from, to) -> {
      for (int i = from; i < to; i++) {
        int at = x.index(i, 0);
        for (int j = 0; j < x.columns(); j++) {
          x.data()[at + j] += bias[j];
        }
      }
    });
  }

  void addColumnSums(Matrix x, float[] sums) {
    int columns = x.columns();
    int rows = rowsOfTask(x);
    int parts = Math.ceilDiv(x.rows(), rows);
    float[] partial = sumsOfParts.floats(parts * columns);
    workers.ranges(x.rows(), rows, (from, to) -> {
      int out = Scratch.START + from / rows * columns;
      System.arraycopy(x.data(), x.index(from, 0), partial, out, columns);
      for (int i = from + 1; i < to; i++) {
        add(x.data(), x.index(i, 0), partial, out, columns);
      }
    });
    for (int part = 0; part < parts; part++) {
      add(partial, Scratch.START + part * columns, sums, 0, columns);
    }
  }

  private static void add(float[] x, int at, float[] sums, int out, int n) {
    for (int j = 0; j < n; j++) {
      sums[out + j] += x[at + j];
    }
  }

  void softmax(Matrix x, Matrix y) {
    workers.ranges(x.rows(), rowsOfTask(x), (from, to) -> {
      for (int i = from; i < to; i++) {
        int in = x.index(i, 0);
        int out = y.index(i, 0);
        float max = max(x.data(), in, x.columns());
        float sum = expSum(x.data(), in, max, y.data(), out, x.columns());
        for (int j = 0; j < x.columns(); j++) {
          y.data()[out + j] /= sum;
        }
      }
    });
  }

  void softmaxBackward(Matrix y, Matrix dy, Matrix dx) {
    workers.ranges(y.rows(), rowsOfTask(y), (from, to) -> {
      for (int i = from; i < to; i++) {
        int at = y.index(i, 0);
        int in = dy.index(i, 0);
        int out = dx.index(i, 0);
        float sum = dot(dy.data(), in, y.data(), at, y.columns());
        for (int j = 0; j < y.columns(); j++) {
          dx.data()[out + j] = y.data()[at + j] * (dy.data()[in + j] - sum);
        }
      }
    });
  }

  void logSoftmax(Matrix x, Matrix y) {
    workers.ranges(x.rows(), rowsOfTask(x), (from, to) -> {
      for (int i = from; i < to; i++) {
        int in = x.index(i, 0);
        int out = y.index(i, 0);
        float max = max(x.data(), in, x.columns());
        float logSum = (float) Math.log(expSum(x.data(), in, max, null, 0, x.columns()));
        for (int j = 0; j < x.columns(); j++) {
          y.data()[out + j] = x.data()[in + j] - max - logSum;
        }
      }
    });
  }

  void logSoftmaxBackward(Matrix y, Matrix dy, Matrix dx) {
    workers.ranges(y.rows(), rowsOfTask(y), (from, to) -> {
      for (int i = from; i < to; i++) {
        int at = y.index(i, 0);
        int in = dy.index(i, 0);
        int out = dx.index(i, 0);
        FloatVector sum = FloatVector.broadcast(SPECIES, -sum(dy.data(), in, y.columns()));
        for (int j = 0; j < y.columns(); j += Lanes.COUNT) {
          VectorMask<Float> there = SPECIES.indexInRange(j, y.columns());
          FloatVector g = FloatVector.fromArray(SPECIES, dy.data(), in + j, there);
          Lanes.exp(FloatVector.fromArray(SPECIES, y.data(), at + j, there)).fma(sum, g).intoArray(dx.data(), out + j, there);
        }
      }
    });
  }

  private static int rowsOfTask(Matrix x) {
    return Math.max(1, PART / Math.max(1, x.columns()));
  }

  private static float max(float[] x, int at, int n) {
    FloatVector max = FloatVector.broadcast(SPECIES, Float.NEGATIVE_INFINITY);
    for (int j = 0; j < n; j += Lanes.COUNT) {
      VectorMask<Float> there = SPECIES.indexInRange(j, n);
      max = max.lanewise(VectorOperators.MAX, FloatVector.fromArray(SPECIES, x, at + j, there), there);
    }
    return max.reduceLanes(VectorOperators.MAX);
  }

  /** The sum of exp(x - max); the single terms go to y, unless it is null. */
  private static float expSum(float[] x, int at, float max, float[] y, int out, int n) {
    FloatVector sum = FloatVector.zero(SPECIES);
    for (int j = 0; j < n; j += Lanes.COUNT) {
      VectorMask<Float> there = SPECIES.indexInRange(j, n);
      FloatVector term = Lanes.exp(FloatVector.fromArray(SPECIES, x, at + j, there).sub(max));
      sum = sum.add(term, there);
      if (y != null) {
        term.intoArray(y, out + j, there);
      }
    }
    return Lanes.sum(sum);
  }

  private static float dot(float[] x, int at, float[] y, int other, int n) {
    FloatVector sum = FloatVector.zero(SPECIES);
    for (int j = 0; j < n; j += Lanes.COUNT) {
      VectorMask<Float> there = SPECIES.indexInRange(j, n);
      sum = FloatVector.fromArray(SPECIES, x, at + j, there).fma(FloatVector.fromArray(SPECIES, y, other + j, there), sum);
    }
    return Lanes.sum(sum);
  }

  private static float sum(float[] x, int at, int n) {
    FloatVector sum = FloatVector.zero(SPECIES);
    for (int j = 0; j < n; j += Lanes.COUNT) {
      sum = sum.add(FloatVector.fromArray(SPECIES, x, at + j, SPECIES.indexInRange(j, n)));
    }
    return Lanes.sum(sum);
  }
}
