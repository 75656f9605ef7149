package tadpole.engine.kernel;

import jdk.incubator.vector.FloatVector;

/** Sums of the planes of each channel. */
final class ChannelSums {
  private ChannelSums() {}

  /** dbias[channel] += the sum of dy over batch and pixels. */
  static void add(ConvolutionShape shape, float[] dy, float[] dbias) {
    int pixels = shape.outHeight() * shape.outWidth();
    for (int plane = 0; plane < shape.batch() * shape.outChannels(); plane++) {
      dbias[plane % shape.outChannels()] += sum(dy, plane * pixels, pixels);
    }
  }

  static float sum(float[] x, int at, int n) {
    FloatVector sum = FloatVector.zero(Lanes.SPECIES);
    int i = 0;
    for (; i <= n - Lanes.COUNT; i += Lanes.COUNT) {
      sum = sum.add(FloatVector.fromArray(Lanes.SPECIES, x, at + i));
    }
    float rest = 0;
    for (; i < n; i++) {
      rest += x[at + i];
    }
    return Lanes.sum(sum) + rest;
  }
}
