package tadpole.engine.kernel;

/** What one thread needs to work on convolutions with images in the lanes. */
final class LanesState {
    final ImageLanes images = new ImageLanes();
    final Workspace workspace = new Workspace();
    final Panel x = new Panel();
    final Panel y = new Panel();
}
