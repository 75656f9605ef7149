package tadpole.engine.kernel;

/**
 * Matrix product by packed panels (Goto and van de Geijn, "Anatomy of high-performance matrix multiplication", 2008): a block of
 * A lies as [depth][rows of a tile], a block of B as [depth][columns of a tile], so that the innermost loop reads both in order.
 * Sums run over the depth in blocks of {@link #DEPTH}, whoever computes them.
 */
final class VectorProduct {
  private static final int DEPTH = 384;
  private static final int ROWS = 1536;
  private static final int COLUMNS = 3072;
  /** Panels of A that one task goes through with one panel of B. */
  private static final int PANELS = 12;

  private final Workers workers;
  private final Tile tile = Tile.forWidth();
  private final Scratch packedA = new Scratch();
  private final Scratch packedB = new Scratch();
  private final Scratch edge = new Scratch();

  VectorProduct(Workers workers) {
    this.workers = workers;
  }

  /** c = a b, or c += a b when {@code add}. */
  void run(Matrix a, Matrix b, Matrix c, boolean add) {
    if (c.transposed()) {
      run(b.transpose(), a.transpose(), c.transpose(), add);
      return;
    }
    if (a.columns() == 0 && !add) {
      clear(c);
      return;
    }
    for (int column = 0; column < c.columns(); column += COLUMNS) {
      for (int depth = 0; depth < a.columns(); depth += DEPTH) {
        for (int row = 0; row < c.rows(); row += ROWS) {
          Block block = new Block(row, Math.min(ROWS, c.rows() - row), column, Math.min(COLUMNS, c.columns() - column), depth,
              Math.min(DEPTH, a.columns() - depth));
          run(block, a, b, c, add || depth > 0);
        }
      }
    }
  }

  private record Block(int row, int rows, int column, int columns, int depth, int depths) {}

  private void run(Block block, Matrix a, Matrix b, Matrix c, boolean add) {
    int height = tile.rows();
    int width = tile.columns();
    int panelsA = Math.ceilDiv(block.rows, height);
    int panelsB = Math.ceilDiv(block.columns, width);
    float[] ap = packedA.floats(panelsA * height * block.depths);
    float[] bp = packedB.floats(panelsB * width * block.depths);
    int groups = Math.ceilDiv(panelsA, PANELS);
    workers.run(panelsB + groups, n -> {
      if (n < panelsB) {
        packB(block, b, n, bp);
      } else {
        packA(block, a, (n - panelsB) * PANELS, Math.min(panelsA, (n - panelsB + 1) * PANELS), ap);
      }
    });
    workers.run(panelsB * groups, n -> {
      int group = n / panelsB;
      int panel = n % panelsB;
      for (int row = group * PANELS; row < Math.min(panelsA, (group + 1) * PANELS); row++) {
        multiply(block, row, panel, ap, bp, c, add);
      }
    });
  }

  private void multiply(Block block, int panelA, int panelB, float[] ap, float[] bp, Matrix c, boolean add) {
    int height = tile.rows();
    int width = tile.columns();
    int rows = Math.min(height, block.rows - panelA * height);
    int columns = Math.min(width, block.columns - panelB * width);
    int ai = Scratch.START + panelA * height * block.depths;
    int bi = Scratch.START + panelB * width * block.depths;
    int ci = c.index(block.row + panelA * height, block.column + panelB * width);
    if (rows == height && columns == width) {
      tile.multiply(block.depths, ap, ai, bp, bi, c.data(), ci, c.stride(), add);
      return;
    }
    float[] whole = edge.floats(height * width);
    tile.multiply(block.depths, ap, ai, bp, bi, whole, Scratch.START, width, false);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        int at = ci + i * c.stride() + j;
        float value = whole[Scratch.START + i * width + j];
        c.data()[at] = add ? c.data()[at] + value : value;
      }
    }
  }

  private void packA(Block block, Matrix a, int from, int to, float[] ap) {
    int height = tile.rows();
    for (int panel = from; panel < to; panel++) {
      int at = Scratch.START + panel * height * block.depths;
      for (int i = 0; i < height; i++) {
        int row = panel * height + i;
        boolean there = row < block.rows;
        int source = there ? a.index(block.row + row, block.depth) : 0;
        for (int k = 0; k < block.depths; k++) {
          ap[at + k * height + i] = there ? a.data()[source + k * a.columnStep()] : 0;
        }
      }
    }
  }

  private void packB(Block block, Matrix b, int panel, float[] bp) {
    int width = tile.columns();
    int at = Scratch.START + panel * width * block.depths;
    int columns = Math.min(width, block.columns - panel * width);
    for (int k = 0; k < block.depths; k++) {
      int source = b.index(block.depth + k, block.column + panel * width);
      for (int j = 0; j < columns; j++) {
        bp[at + k * width + j] = b.data()[source + j * b.columnStep()];
      }
      for (int j = columns; j < width; j++) {
        bp[at + k * width + j] = 0;
      }
    }
  }

  private static void clear(Matrix c) {
    for (int i = 0; i < c.rows(); i++) {
      for (int j = 0; j < c.columns(); j++) {
        c.data()[c.index(i, j)] = 0;
      }
    }
  }
}
