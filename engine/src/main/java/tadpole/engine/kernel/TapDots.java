package tadpole.engine.kernel;

/** The innermost loop of the weight gradient of a direct convolution. */
interface TapDots {
  int TAPS = 8;
  int ROWS = 3;

  /**
   * sums[tap][row] += x[xi + taps[first + tap] + i] y[row][i], each lane for itself, for i from 0 to {@code count}, a multiple of the
   * lanes. Rows of y lie {@code yStep} apart; taps beyond the last repeat it.
   */
  void add(int count, float[] x, int xi, int[] taps, int first, float[] y, int yi, int yStep, float[] sums);

  static TapDots forWidth() {
    return Lanes.COUNT == 16 ? new TapDots8() : new TapDots4();
  }
}
