package tadpole.engine.kernel;

import java.util.Arrays;

/** Pooling with windows of two by two that touch each other: what nearly every network uses. Any other is left to the plain twin. */
final class PairPooling implements Pooling {
  /** Inputs of one task. */
  private static final int PART = 16384;

  private final PoolingShape shape;
  private final Workers workers;
  private final int planesOfTask;
  private final int inPlane;
  private final int outPlane;

  PairPooling(PoolingShape shape, Workers workers) {
    this.shape = shape;
    this.workers = workers;
    inPlane = shape.height() * shape.width();
    outPlane = shape.outHeight() * shape.outWidth();
    planesOfTask = Math.max(1, PART / inPlane);
  }

  static boolean suits(PoolingShape shape) {
    return shape.window() == 2 && shape.stride() == 2 && shape.padding() == 0;
  }

  @FunctionalInterface
  private interface Row {
    /** One row of outputs: where it begins, and where the upper of its two rows of inputs begins. */
    void at(int upper, int out);
  }

  private void eachRow(Row row) {
    workers.ranges(shape.batch() * shape.channels(), planesOfTask, (from, to) -> {
      for (int plane = from; plane < to; plane++) {
        for (int i = 0; i < shape.outHeight(); i++) {
          row.at(plane * inPlane + 2 * i * shape.width(), plane * outPlane + i * shape.outWidth());
        }
      }
    });
  }

  @Override
  public void max(float[] x, float[] y, int[] largest) {
    int width = shape.width();
    int count = shape.outWidth();
    eachRow((upper, out) -> {
      for (int j = 0; j < count; j++) {
        int at = upper + 2 * j;
        int top = larger(x, at, at + 1);
        int bottom = larger(x, at + width, at + width + 1);
        int best = larger(x, top, bottom);
        y[out + j] = x[best];
        largest[out + j] = best;
      }
    });
  }

  /** The place of the larger number, the first of equal ones; NaN is the largest, and only NaN differs from itself. */
  private static int larger(float[] x, int first, int second) {
    float a = x[first];
    float b = x[second];
    return b <= a || a != a ? first : second;
  }

  @Override
  public void maxBackward(float[] dy, int[] largest, float[] dx) {
    workers.ranges(shape.batch() * shape.channels(), planesOfTask, (from, to) -> {
      Arrays.fill(dx, from * inPlane, to * inPlane, 0);
      for (int out = from * outPlane; out < to * outPlane; out++) {
        dx[largest[out]] = dy[out];
      }
    });
  }

  @Override
  public void average(float[] x, float[] y) {
    int width = shape.width();
    int count = shape.outWidth();
    eachRow((upper, out) -> {
      for (int j = 0; j < count; j++) {
        int at = upper + 2 * j;
        y[out + j] = (x[at] + x[at + 1] + x[at + width] + x[at + width + 1]) * 0.25f;
      }
    });
  }

  @Override
  public void averageBackward(float[] dy, float[] dx) {
    int width = shape.width();
    int count = shape.outWidth();
    if (width % 2 != 0 || shape.height() % 2 != 0) {
      Arrays.fill(dx, 0, shape.inputSize(), 0);
    }
    eachRow((upper, out) -> {
      for (int j = 0; j < count; j++) {
        int at = upper + 2 * j;
        float quarter = dy[out + j] * 0.25f;
        dx[at] = quarter;
        dx[at + 1] = quarter;
        dx[at + width] = quarter;
        dx[at + width + 1] = quarter;
      }
    });
  }
}
