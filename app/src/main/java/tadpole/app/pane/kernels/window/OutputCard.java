package tadpole.app.pane.kernels.window;

import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import tadpole.app.image.PlaneFiles;
import tadpole.app.image.PlaneModel;
import tadpole.app.image.PlaneView;
import tadpole.app.image.ToneScale;
import tadpole.app.pane.kernels.KernelsModel;
import tadpole.app.pane.kernels.KernelsModel.Place;
import tadpole.app.pane.kernels.OutputModel;
import tadpole.app.shell.Theme;
import tadpole.engine.convolution.Convolved;

/** What comes out, with the place on it, and its scale under it. */
final class OutputCard extends VBox {

    private final KernelsModel model;
    private final PlaceModel places;
    private final SlideModel slide;
    private final OutputModel look;
    private final PlaneModel plane;
    private final PlaneView view;
    private final Veil veil;
    private final CardTitle title = new CardTitle("Output", "window-output-words");
    private final MenuButton looks = new MenuButton();
    /** What the toning was made for: looking for the largest number takes a while. */
    private Optional<Toned> toned = Optional.empty();

    private record Toned(Convolved shown, int channel, Optional<OutputModel.Look> look) {

        private boolean isSame(Toned other) {
            return shown == other.shown && channel == other.channel && look.equals(other.look);
        }
    }

    OutputCard(KernelsModel model, PlaceModel places, SlideModel slide, OutputModel look) {
        this.model = model;
        this.places = places;
        this.slide = slide;
        this.look = look;
        this.plane = new PlaneModel(model.viewport());
        Theme theme = model.desk().theme();
        this.view = new PlaneView(plane, theme::color);
        this.veil = new Veil(view);
        getStyleClass().add("window-part");
        view.setId("window-output");
        plane.nameProperty().set("Output");
        ToneScale scale = new ToneScale(plane, theme::color);
        theme.kindProperty().subscribe(_ -> {
            view.repaint();
            scale.repaint();
        });
        looks();
        title.getChildren().addAll(looks, running());
        StackPane picture = new StackPane(view, veil);
        picture.setMinSize(0, 0);
        VBox.setVgrow(picture, Priority.ALWAYS);
        HBox under = new HBox(scale);
        HBox.setHgrow(scale, Priority.ALWAYS);
        under.getStyleClass().add("under-plane");
        getChildren().setAll(title, picture, under);
        hands();
        model.convolvedProperty().subscribe(this::show);
        look.chosenProperty().subscribe(_ -> show(model.convolvedProperty().get()));
        model.placeProperty().subscribe(_ -> {
            tone();
            mark();
        });
        places.inputPixelProperty().subscribe(_ -> mark());
        slide.reachedProperty().subscribe(_ -> cover());
    }

    /** As it is drawn now. */
    Optional<PlaneFiles.Shown> shown() {
        return plane.valuesProperty().get().map(values -> new PlaneFiles.Shown(values, plane.channelProperty().get(), plane.toningProperty().get()));
    }

    private void hands() {
        plane.pointedProperty().subscribe(at -> at.filter(_ -> !slide.playingProperty().get()).ifPresent(places::point));
        view.addEventHandler(MouseEvent.MOUSE_CLICKED, click -> {
            if (click.getButton() == MouseButton.PRIMARY && click.isStillSincePress() && click.getClickCount() == 1) {
                view.at(click).ifPresent(places::pin);
            }
        });
        view.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (!key.isShortcutDown() && !key.isAltDown() && move(key)) {
                key.consume();
            }
        });
    }

    /** Whether it was an arrow, that moved the place. */
    boolean move(KeyEvent key) {
        switch (key.getCode()) {
            case UP -> places.move(-1, 0);
            case DOWN -> places.move(1, 0);
            case LEFT -> places.move(0, -1);
            case RIGHT -> places.move(0, 1);
            default -> {
                return false;
            }
        }
        reveal();
        return true;
    }

    private void reveal() {
        model.placeProperty().get().ifPresent(at -> view.inScene(at.y(), at.x(), 1, 1).map(view::sceneToLocal)
                .filter(cell -> !view.getLayoutBounds().contains(cell))
                .ifPresent(_ -> model.convolvedProperty().get().ifPresent(shown ->
                        model.viewport().center((at.x() + 0.5) / shown.width(), (at.y() + 0.5) / shown.height()))));
    }

    private void show(Optional<Convolved> now) {
        plane.valuesProperty().set(now.map(Convolved::output));
        now.ifPresent(shown -> {
            boolean asLarge = shown.height() == shown.picture().height() && shown.width() == shown.picture().width();
            plane.marginProperty().set(asLarge ? Math.max(after(shown, 2), after(shown, 3)) : 0);
        });
        tone();
        mark();
        cover();
    }

    /** Padding behind the picture, where there is never less than before it. */
    private static int after(Convolved shown, int axis) {
        return shown.plan().padding().after(shown.weight().shape().at(axis), shown.plan().dilation());
    }

    private void tone() {
        model.convolvedProperty().get().ifPresent(shown -> {
            int channel = model.placeProperty().get().map(Place::channel).orElse(0);
            Toned wanted = new Toned(shown, channel, look.chosenProperty().get());
            if (toned.filter(wanted::isSame).isEmpty()) {
                toned = Optional.of(wanted);
                plane.channelProperty().set(channel);
                plane.toningProperty().set(look.toning(shown, channel));
                looks.setText(look.words(shown, channel));
            }
        });
    }

    private void mark() {
        plane.marksProperty().set(places.outputMarks());
    }

    /** Hides what the window has not reached, and says how far it is. */
    private void cover() {
        model.convolvedProperty().get().ifPresent(shown -> {
            veil.show(slide.veiledFrom(), shown.height(), shown.width());
            title.say(slide.isUnderWay() ? slide.progress() + " · Esc shows all" : "%d × %d,".formatted(shown.height(), shown.width()));
        });
        looks.setVisible(!slide.isUnderWay());
        looks.setManaged(looks.isVisible());
    }

    /** Shown when an answer takes a while: of a huge picture. */
    private Label running() {
        Label words = new Label("convolving...");
        words.setId("window-running");
        words.getStyleClass().add("muted");
        words.setVisible(false);
        words.setMinWidth(USE_PREF_SIZE);
        words.managedProperty().bind(words.visibleProperty());
        PauseTransition patience = new PauseTransition(Duration.millis(250));
        patience.setOnFinished(_ -> words.setVisible(model.runningProperty().get()));
        model.runningProperty().subscribe(now -> {
            if (now) {
                patience.playFromStart();
            } else {
                words.setVisible(false);
            }
        });
        return words;
    }

    private void looks() {
        looks.setId("window-look");
        looks.getStyleClass().add("look-button");
        looks.setMinWidth(USE_PREF_SIZE);
        looks.setTooltip(new Tooltip("How the numbers become colors: signed with white at zero, as a picture, or stretched from the least to the largest."));
        looks.getItems().setAll(
                item("window-look-auto", "By the kernel", Optional.empty()),
                item("window-look-signed", "Signed, zero in the middle", Optional.of(OutputModel.Look.SIGNED)),
                item("window-look-picture", "As a picture, black to white as in the input", Optional.of(OutputModel.Look.PICTURE)),
                item("window-look-stretched", "Stretched from the least to the largest", Optional.of(OutputModel.Look.STRETCHED)));
    }

    private RadioMenuItem item(String id, String text, Optional<OutputModel.Look> wanted) {
        RadioMenuItem item = new RadioMenuItem(text);
        item.setId(id);
        look.chosenProperty().subscribe(now -> item.setSelected(now.equals(wanted)));
        item.setOnAction(_ -> {
            look.chosenProperty().set(wanted);
            item.setSelected(true);
        });
        return item;
    }
}
