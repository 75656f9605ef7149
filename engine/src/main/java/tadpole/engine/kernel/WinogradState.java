package tadpole.engine.kernel;

/** What one thread needs to work on Winograd convolutions. */
final class WinogradState {
    final WinogradStrips strips = new WinogradStrips();
    final InPlaceProduct product = new InPlaceProduct();
    final Workspace workspace = new Workspace();
    final Panel a = new Panel();
    final Panel b = new Panel();
    final Panel c = new Panel();
    final TransposeBlock block = new TransposeBlock();
    final float[] half = new float[18 * Lanes.COUNT];
}
