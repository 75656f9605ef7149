package tadpole.app.pane.text.write;

import javafx.scene.layout.Region;

/** A bar of two parts on a track: what the network gives and what the cache adds. */
final class StripBar extends Region {

    private static final double HIGH = 10;

    private final Region track = new Region();
    private final Region vocabulary = new Region();
    private final Region cache = new Region();
    private double first;
    private double second;

    StripBar() {
        track.getStyleClass().add("strip-track");
        vocabulary.getStyleClass().add("strip-vocabulary");
        cache.getStyleClass().add("strip-cache");
        getChildren().setAll(track, vocabulary, cache);
        setMinSize(20, HIGH);
        setPrefSize(120, HIGH);
        setMaxWidth(Double.MAX_VALUE);
        setMouseTransparent(true);
    }

    /** @param fromNetwork share of the whole, 0 to 1 */
    void show(double fromNetwork, double fromCache) {
        first = fromNetwork;
        second = fromCache;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double y = (getHeight() - HIGH) / 2;
        double middle = getWidth() * Math.clamp(first, 0, 1);
        track.resizeRelocate(0, y, getWidth(), HIGH);
        vocabulary.resizeRelocate(0, y, middle, HIGH);
        cache.resizeRelocate(middle, y, getWidth() * Math.clamp(second, 0, 1), HIGH);
    }
}
