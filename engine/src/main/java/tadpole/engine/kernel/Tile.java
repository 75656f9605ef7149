package tadpole.engine.kernel;

/** The innermost loop of a product: one block of C that stays in the registers. */
interface Tile {
  int rows();

  int columns();

  /**
   * C = A B, or C += A B when {@code add}. A is packed [depth][rows] from {@code ai} on, B [depth][columns] from {@code bi} on,
   * C has rows {@code stride} apart from {@code ci} on.
   */
  void multiply(int depth, float[] a, int ai, float[] b, int bi, float[] c, int ci, int stride, boolean add);

  /** The block that fits the registers: 32 at 512 bits, 16 below. */
  static Tile forWidth() {
    return Lanes.COUNT == 16 ? new Tile8x3() : new Tile4x3();
  }
}
