package tadpole.app.pane.kernels.window;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tadpole.app.image.PlaneModel;
import tadpole.app.image.PlaneModel.Around;
import tadpole.app.image.PlaneView;
import tadpole.app.image.Toning;
import tadpole.app.pane.kernels.KernelsModel;
import tadpole.app.pane.kernels.input.SketchHand;
import tadpole.app.shell.Theme;
import tadpole.engine.convolution.Convolved;
import tadpole.engine.convolution.Mixing;

/** The picture with its padding and the window on it; under it how fast the window slides. */
final class InputCard extends VBox {

    private final KernelsModel model;
    private final PlaceModel places;
    private final PlaneModel plane;
    private final CardTitle title = new CardTitle("Input", "window-input-words");
    /** An edited kernel leaves the picture as it is, and it is not painted again. */
    private Optional<Convolved> drawn = Optional.empty();

    InputCard(KernelsModel model, PlaceModel places, SlideModel slide) {
        this.model = model;
        this.places = places;
        this.plane = new PlaneModel(model.viewport());
        getStyleClass().add("window-part");
        Theme theme = model.desk().theme();
        PlaneView view = new PlaneView(plane, theme::color);
        view.setId("window-input");
        theme.kindProperty().subscribe(_ -> view.repaint());
        plane.nameProperty().set("Input");
        SketchHand.on(view, plane, model.input());
        VBox.setVgrow(view, Priority.ALWAYS);
        title.getChildren().addAll(gap(), whole());
        getChildren().setAll(title, view, speed(slide, model));
        plane.pointedProperty().subscribe(at -> places.inputPixelProperty().set(at));
        places.inputPixelProperty().subscribe(_ -> mark());
        places.productProperty().subscribe(_ -> mark());
        model.convolvedProperty().subscribe(this::show);
        model.placeProperty().subscribe(_ -> {
            chooseChannel();
            mark();
        });
        model.channelProperty().subscribe(_ -> chooseChannel());
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    /** The way back, while one is zoomed in. */
    private Button whole() {
        Button whole = new Button("Whole picture");
        whole.setId("window-whole");
        whole.getStyleClass().addAll("plain-button", "whole-button");
        whole.setMinWidth(USE_PREF_SIZE);
        whole.setTooltip(new Tooltip("Shows input and output as a whole again"));
        whole.setOnAction(_ -> model.viewport().fit());
        whole.visibleProperty().bind(model.viewport().zoomProperty().greaterThan(1));
        whole.managedProperty().bind(whole.visibleProperty());
        return whole;
    }

    private void show(Optional<Convolved> now) {
        boolean samePicture = now.isPresent() && drawn.filter(before -> before.picture() == now.get().picture()).isPresent();
        boolean sameRing = samePicture && ring(drawn.get()).equals(ring(now.get()));
        drawn = now;
        if (!samePicture) {
            plane.valuesProperty().set(now.map(shown -> shown.picture().values()));
            now.ifPresent(shown -> plane.toningProperty().set(Toning.of(shown.picture())));
        }
        if (!sameRing) {
            now.ifPresent(shown -> {
                plane.aroundProperty().set(Around.of(shown.plan(), shown.picture().values()));
                title.say(WindowWords.input(shown));
            });
        }
        chooseChannel();
        mark();
    }

    /** What the padding depends on. */
    private static List<Object> ring(Convolved of) {
        return List.of(of.plan().padding(), of.plan().dilation(), of.plan().height(), of.plan().width());
    }

    private void chooseChannel() {
        model.convolvedProperty().get().ifPresent(shown -> {
            boolean each = shown.plan().mixing() == Mixing.EACH;
            int channel = each ? model.placeProperty().get().map(KernelsModel.Place::channel).orElse(0) : model.channelProperty().get();
            plane.channelProperty().set(Math.clamp(channel, 0, shown.picture().channels() - 1));
        });
    }

    private void mark() {
        plane.marksProperty().set(places.inputMarks());
    }

    private static HBox speed(SlideModel slide, KernelsModel model) {
        Label name = new Label("Speed");
        name.getStyleClass().add("muted");
        name.setMinWidth(USE_PREF_SIZE);
        Slider slider = new Slider(0, 1, slide.paceProperty().get());
        slider.setId("window-speed");
        slider.getStyleClass().add("progress-slider");
        slider.setTooltip(new Tooltip("How fast the window slides: from one place a second to the whole picture in four."));
        slider.valueProperty().bindBidirectional(slide.paceProperty());
        HBox.setHgrow(slider, Priority.ALWAYS);
        Label now = new Label();
        now.setId("window-speed-words");
        now.getStyleClass().addAll("mono", "speed-words");
        now.setMinWidth(USE_PREF_SIZE);
        slider.setMinWidth(0);
        slide.paceProperty().subscribe(_ -> now.setText(slide.speed()));
        model.convolvedProperty().subscribe(_ -> now.setText(slide.speed()));
        HBox row = new HBox(name, slider, now);
        row.getStyleClass().add("under-plane");
        return row;
    }
}
