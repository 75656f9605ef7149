package tadpole.app.pane.kernels.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tadpole.app.image.PlaneModel;
import tadpole.app.image.PlaneView;
import tadpole.app.image.Viewport;
import tadpole.app.pane.kernels.ChannelNames;
import tadpole.app.pane.kernels.KernelsModel;
import tadpole.app.pane.kernels.KernelsModel.Place;
import tadpole.app.pane.kernels.OutputModel;
import tadpole.app.shell.Theme;
import tadpole.engine.convolution.Convolved;
import tadpole.engine.convolution.Mixing;

/** The outputs of all filters in small, to choose one; with each channel alone, those of the channels. */
final class FilterStrip extends VBox {

    private static final int MOST = 8;

    /** One output in small. */
    private final class Thumb extends ToggleButton {

        private final PlaneModel plane = new PlaneModel(new Viewport());
        private final Label name = new Label();

        private Thumb(int number) {
            PlaneView view = new PlaneView(plane, theme::color);
            view.zoomableProperty().set(false);
            view.setFocusTraversable(false);
            view.setMouseTransparent(true);
            theme.kindProperty().subscribe(_ -> view.repaint());
            name.getStyleClass().add("thumb-name");
            StackPane picture = new StackPane(view);
            picture.getStyleClass().add("thumb-picture");
            setGraphic(new VBox(picture, name));
            setId("window-output-" + number);
            getStyleClass().add("thumb");
            setOnAction(_ -> choose(number));
        }
    }

    private final KernelsModel model;
    private final PlaceModel places;
    private final OutputModel look;
    private final Theme theme;
    private final List<Thumb> thumbs = new ArrayList<>();

    FilterStrip(KernelsModel model, PlaceModel places, OutputModel look) {
        this.model = model;
        this.places = places;
        this.look = look;
        this.theme = model.desk().theme();
        getStyleClass().add("filter-strip");
        setId("window-filters");
        model.convolvedProperty().subscribe(this::show);
        look.chosenProperty().subscribe(_ -> show(model.convolvedProperty().get()));
        model.placeProperty().subscribe(_ -> select());
    }

    private void show(Optional<Convolved> now) {
        int count = now.map(shown -> shown.channels() > 1 ? Math.min(MOST, shown.channels()) : 0).orElse(0);
        while (thumbs.size() < count) {
            thumbs.add(new Thumb(thumbs.size()));
        }
        setVisible(count > 0);
        setManaged(count > 0);
        getChildren().setAll(thumbs.subList(0, count));
        now.ifPresent(shown -> {
            for (int i = 0; i < count; i++) {
                fill(thumbs.get(i), i, shown);
            }
        });
        select();
    }

    private void fill(Thumb thumb, int number, Convolved shown) {
        boolean each = shown.plan().mixing() == Mixing.EACH;
        String name = each ? ChannelNames.of(number, shown.channels()) : Integer.toString(number + 1);
        thumb.name.setText(name);
        thumb.setTooltip(new Tooltip(each ? "The channel " + name : "Filter " + name + ": its output, and its kernel to edit"));
        thumb.plane.channelProperty().set(number);
        thumb.plane.toningProperty().set(look.toningOfOne(shown, number));
        thumb.plane.valuesProperty().set(Optional.of(shown.output()));
    }

    private void select() {
        int chosen = model.placeProperty().get().map(Place::channel).orElse(0);
        for (int i = 0; i < thumbs.size(); i++) {
            thumbs.get(i).setSelected(i == chosen);
        }
    }

    private void choose(int number) {
        if (model.planProperty().get().mixing() == Mixing.EACH) {
            places.lookAt(number);
        } else if (number < model.planProperty().get().filters().size()) {
            model.filterProperty().set(number);
        }
        select();
    }
}
