package tadpole.app.pane.studio.harmonize;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import tadpole.engine.picture.studio.Composition;

/** The moments of a run as small pictures of the object; a click shows one on the canvas. */
final class FilmStrip extends Region {

    private static final PseudoClass SHOWN = PseudoClass.getPseudoClass("shown");
    private static final int WIDTH = 120;
    private static final int HEIGHT = 54;
    private static final double EDGE = 2;
    private static final double GAP = 8;

    private final HarmonizeModel model;
    private final Supplier<Optional<Composition>> layers;
    private Map<PackedPicture, WritableImage> images = new HashMap<>();
    private List<Frame> frames = List.of();
    private final List<Button> buttons = new ArrayList<>();
    private final List<ImageView> pictures = new ArrayList<>();

    /** @param layers that are harmonized */
    FilmStrip(HarmonizeModel model, Supplier<Optional<Composition>> layers) {
        this.model = model;
        this.layers = layers;
        setId("film-strip");
        getStyleClass().add("film-strip");
        model.filmProperty().subscribe(_ -> show());
        model.chosenProperty().subscribe(_ -> mark());
        widthProperty().subscribe(_ -> show());
    }

    private void show() {
        List<Frame> wanted = model.filmProperty().get().strip((int) Math.max(2, (getWidth() + GAP) / (WIDTH + 2 * EDGE + GAP)));
        if (wanted.equals(frames)) {
            return;
        }
        frames = wanted;
        Map<PackedPicture, WritableImage> kept = new HashMap<>();
        frames.forEach(frame -> kept.put(frame.picture(), Optional.ofNullable(images.get(frame.picture())).orElseGet(() -> image(frame.picture()))));
        images = kept;
        while (buttons.size() < frames.size()) {
            buttons.add(button(buttons.size()));
        }
        for (int i = 0; i < frames.size(); i++) {
            buttons.get(i).setText(frames.get(i).label());
            pictures.get(i).setImage(images.get(frames.get(i).picture()));
        }
        getChildren().setAll(buttons.subList(0, frames.size()));
        mark();
    }

    private Button button(int at) {
        ImageView picture = new ImageView();
        pictures.add(picture);
        picture.setFitWidth(WIDTH);
        picture.setFitHeight(HEIGHT);
        StackPane edge = new StackPane(picture);
        edge.getStyleClass().add("film-edge");
        Button button = new Button("", edge);
        button.setId("film-" + at);
        button.getStyleClass().setAll("film-frame");
        button.setContentDisplay(ContentDisplay.TOP);
        button.setTooltip(new Tooltip("Shows this moment on the canvas"));
        button.setOnAction(_ -> model.choose(frames.get(at)));
        return button;
    }

    private WritableImage image(PackedPicture picture) {
        double form = (double) WIDTH / HEIGHT;
        Part part = layers.get().filter(each -> each.painting().height() == picture.height() && each.painting().width() == picture.width())
                .map(each -> Reach.of(each).part(each, form)).orElseGet(() -> Part.middle(picture.width(), picture.height(), form));
        WritableImage image = new WritableImage(2 * WIDTH, 2 * HEIGHT);
        image.getPixelWriter().setPixels(0, 0, 2 * WIDTH, 2 * HEIGHT, PixelFormat.getIntArgbInstance(), picture.part(part, 2 * WIDTH, 2 * HEIGHT), 0,
                2 * WIDTH);
        return image;
    }

    private void mark() {
        for (int i = 0; i < frames.size(); i++) {
            Frame frame = frames.get(i);
            boolean shown = model.chosenProperty().get().map(chosen -> chosen == frame).orElse(i == frames.size() - 1);
            buttons.get(i).pseudoClassStateChanged(SHOWN, shown);
        }
    }

    @Override
    protected void layoutChildren() {
        double x = 0;
        for (Button button : buttons.subList(0, frames.size())) {
            double width = button.prefWidth(-1);
            button.resizeRelocate(x, 0, width, button.prefHeight(-1));
            x += width + GAP;
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return buttons.isEmpty() ? 0 : buttons.getFirst().prefHeight(-1);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }
}
