package tadpole.app.pane.kernels.trained;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import tadpole.app.chart.Digits;
import tadpole.app.image.PlaneModel;
import tadpole.app.image.PlaneView;
import tadpole.app.image.Toning;
import tadpole.app.image.Viewport;
import tadpole.app.pane.kernels.ChannelNames;
import tadpole.engine.convolution.TrainedLayer;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** The chosen filter: its kernel in numbers, what it sees, and what it makes of that. */
final class FilterRow extends HBox {

    private final TrainedModel model;
    private final PlaneModel kernel = new PlaneModel(new Viewport());
    private final PlaneModel seen;
    private final PlaneModel response;
    private final Label kernelTitle = title("trained-kernel-title");
    private final Label kernelNote = note("trained-kernel-note");
    private final Label seenTitle = title("trained-seen-title");
    private final Label seenNote = note("trained-seen-note");
    private final Label responseTitle = title("trained-response-title");
    private final Label responseNote = note("trained-response-note");
    private final HBox channels = new HBox();
    private final Label channelName = note("trained-channel");
    private final HBox samples = new HBox();

    FilterRow(TrainedModel model) {
        this.model = model;
        Viewport both = new Viewport();
        this.seen = new PlaneModel(both);
        this.response = new PlaneModel(both);
        getStyleClass().addAll("card", "trained-row");
        channels.getChildren().setAll(
                step("trained-channel-before", Material2OutlinedAL.CHEVRON_LEFT, "The channel before", () -> channel(-1)),
                step("trained-channel-next", Material2OutlinedAL.CHEVRON_RIGHT, "The next channel", () -> channel(1)));
        Button own = new Button("The pane's");
        own.setId("trained-own-picture");
        own.getStyleClass().add("small-button");
        own.setTooltip(new Tooltip("The picture that is open in this pane, prepared as the network was trained. It must be as large as the network's own."));
        own.setOnAction(_ -> model.sampleProperty().set(Optional.empty()));
        own.setMinWidth(USE_PREF_SIZE);
        own.managedProperty().bind(own.visibleProperty());
        samples.getChildren().setAll(
                step("trained-sample-before", Material2OutlinedAL.CHEVRON_LEFT, "The image before", () -> sample(-1)),
                step("trained-sample-next", Material2OutlinedAL.CHEVRON_RIGHT, "The next image", () -> sample(1)), own);
        getChildren().setAll(
                column(kernelTitle, channels, plane(kernel, "trained-kernel", kernelNote), kernelNote),
                column(seenTitle, samples, plane(seen, "trained-seen", seenNote), seenNote),
                column(responseTitle, new HBox(), plane(response, "trained-response", responseNote), responseNote));
        model.lookProperty().subscribe(_ -> {
            own.setVisible(model.takesPicture());
            show();
        });
        model.channelProperty().subscribe(_ -> show());
    }

    private static Label title(String id) {
        Label title = new Label();
        title.setId(id);
        title.getStyleClass().add("section-title");
        title.setMinWidth(USE_PREF_SIZE);
        return title;
    }

    private static Label note(String id) {
        Label note = new Label();
        note.setId(id);
        note.getStyleClass().add("muted");
        note.setMinWidth(0);
        note.setMaxWidth(Double.MAX_VALUE);
        return note;
    }

    private PlaneView plane(PlaneModel of, String id, Label note) {
        PlaneView view = new PlaneView(of, model.desk().theme()::color);
        view.setId(id);
        view.setMinSize(0, 0);
        view.setPrefSize(0, 0);
        VBox.setVgrow(view, Priority.ALWAYS);
        model.desk().theme().kindProperty().subscribe(_ -> view.repaint());
        of.placeProperty().subscribe(_ -> tell(of, note));
        return view;
    }

    private static VBox column(Label title, HBox steps, PlaneView plane, Label note) {
        steps.getStyleClass().add("trained-steps");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox heading = new HBox(title, gap, steps);
        heading.getStyleClass().add("trained-heading");
        VBox column = new VBox(heading, plane, note);
        column.getStyleClass().add("trained-column");
        column.setMinWidth(0);
        column.setPrefWidth(0);
        HBox.setHgrow(column, Priority.ALWAYS);
        return column;
    }

    private static Button step(String id, Ikon icon, String tip, Runnable run) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll("small-button", "icon-button");
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleText(tip);
        button.setOnAction(_ -> run.run());
        return button;
    }

    private void channel(int by) {
        model.shownLayer().ifPresent(of -> model.channelProperty().set(Math.floorMod(channelOf(of) + by, of.depth())));
    }

    private int channelOf(TrainedLayer of) {
        return Math.min(model.channelProperty().get(), of.depth() - 1);
    }

    private void sample(int by) {
        model.version().ifPresent(now -> model.sampleProperty().set(Optional.of(
                Math.floorMod(model.sampleProperty().get().orElse(-by) + by, now.network().trained().samples().size()))));
    }

    private void show() {
        if (model.shownLayer().isEmpty() || model.lookProperty().get().isEmpty()) {
            return;
        }
        TrainedLayer of = model.shownLayer().get();
        Look look = model.lookProperty().get().get();
        int filter = Math.min(model.filterProperty().get(), of.filters() - 1);
        int channel = Math.min(channelOf(of), look.seen().channels() - 1);
        channels.setVisible(of.depth() > 1);
        kernelTitle.setText(of.depth() == 1 ? "Filter %d".formatted(filter + 1) : "Filter %d · %s".formatted(filter + 1, ChannelNames.counted(channel, of.depth())));
        kernel.channelProperty().set(channel);
        kernel.toningProperty().set(Toning.signed(model.scale()));
        kernel.valuesProperty().set(Optional.of(Tensor.of(Shape.of(of.depth(), of.height(), of.width()), of.values(filter))));
        seenTitle.setText("What it sees");
        seen.channelProperty().set(channel);
        seen.toningProperty().set(toning(look));
        seen.valuesProperty().set(Optional.of(look.seen().values()));
        responseTitle.setText("Its response");
        response.toningProperty().set(Toning.signed(look.response()));
        response.valuesProperty().set(Optional.of(look.response()));
        tell(kernel, kernelNote);
        tell(seen, seenNote);
        tell(response, responseNote);
    }

    private static Toning toning(Look look) {
        return switch (look.seen().channels()) {
            case 1 -> Toning.stretchedGray(look.seen().values(), 0);
            case 3 -> Toning.stretchedColor(look.seen().values());
            default -> Toning.signed(look.seen().values());
        };
    }

    /** The number one points at; else what is shown. */
    private void tell(PlaneModel of, Label note) {
        if (model.lookProperty().get().isEmpty() || model.shownLayer().isEmpty()) {
            return;
        }
        Look look = model.lookProperty().get().get();
        String pointed = of.pointedText();
        if (!pointed.isEmpty()) {
            note.setText(pointed);
        } else if (of == kernel) {
            TrainedLayer layer = model.shownLayer().get();
            note.setText("sum of all %d weights %s · bias %s".formatted(layer.depth() * layer.height() * layer.width(), Digits.shortest(sum(layer)), Digits.shortest(layer.bias(model.filterProperty().get()))));
        } else if (of == seen) {
            note.setText("%s · %s".formatted(look.sample(), answer(look)));
        } else {
            note.setText("%d × %d, before activation, full color ±%s".formatted(look.response().shape().at(1), look.response().shape().at(2),
                    Digits.shortest(response.toningProperty().get().high())));
        }
    }

    private double sum(TrainedLayer layer) {
        double sum = 0;
        for (float each : layer.values(Math.min(model.filterProperty().get(), layer.filters() - 1))) {
            sum += each;
        }
        return sum;
    }

    private String answer(Look look) {
        String name = model.version().orElseThrow().network().trained().dataset().classes().get(look.answer());
        return look.label() < 0 ? "the network says " + name : look.answer() == look.label() ? "✓ the network says " + name : "✗ the network says " + name;
    }
}
