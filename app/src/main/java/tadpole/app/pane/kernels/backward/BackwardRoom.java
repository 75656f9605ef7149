package tadpole.app.pane.kernels.backward;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tadpole.app.pane.kernels.Bench;
import tadpole.app.pane.kernels.ChannelNames;
import tadpole.app.pane.kernels.Lack;
import tadpole.app.shell.Action;
import tadpole.app.shell.PaneView;
import tadpole.engine.picture.Picture;
import tadpole.resources.Resources;

/** The view in which gradients go back to the kernel and to the picture. */
public final class BackwardRoom implements PaneView {

    private static final int MOST_CHANNELS = 4;

    private final Bench bench;
    private final BackwardModel model;
    private final StackPane stage = new StackPane();

    public BackwardRoom(Bench bench) {
        this.bench = bench;
        this.model = new BackwardModel(bench.model());
        // Unlike all ones it gives gradients in which one sees something.
        model.choiceProperty().set(Choice.OUTPUT);
        BackwardPictures pictures = new BackwardPictures(model, bench.model().desk().theme()::color);
        bench.model().desk().theme().kindProperty().subscribe(_ -> pictures.repaint());
        pictures.getStyleClass().add("card");
        HBox.setHgrow(pictures, Priority.ALWAYS);
        pictures.setMinSize(0, 0);
        HBox row = new HBox(pictures, new SumCard(model, pictures::light, () -> bench.go().accept("rows")));
        row.getStyleClass().add("backward-row");
        VBox.setVgrow(row, Priority.ALWAYS);
        VBox all = new VBox(top(), Lack.refusal(bench.model()), row);
        all.getStyleClass().add("backward-view");
        all.visibleProperty().bind(bench.model().convolvedProperty().map(Optional::isPresent));
        stage.setId("kernels-backward-stage");
        stage.getChildren().setAll(all, Lack.of(bench.model(),
                "Gradients go back from the output to the kernel and to every pixel here. Choose a picture in the sliding window.", toWindow()));
        stage.getChildren().add(computing());
        stage.sceneProperty().subscribe(scene -> model.watch(scene != null));
        stage.getStylesheets().add(Resources.url("css/pane-kernels-backward.css").toExternalForm());
    }

    private Node toWindow() {
        Button button = new Button("Open the sliding window");
        button.setOnAction(_ -> bench.go().accept("window"));
        return button;
    }

    /** Until the first gradients of a picture are there. */
    private Label computing() {
        Label words = new Label("Computing...");
        words.setId("backward-computing");
        words.getStyleClass().add("placeholder-text");
        words.setMouseTransparent(true);
        words.visibleProperty().bind(Bindings.createBooleanBinding(
                () -> bench.model().convolvedProperty().get().isPresent() && model.gradientsProperty().get().isEmpty(),
                bench.model().convolvedProperty(), model.gradientsProperty()));
        return words;
    }

    private HBox top() {
        Label words = new Label("Gradient at the output:");
        words.setMinWidth(Region.USE_PREF_SIZE);
        HBox top = new HBox(words);
        for (Choice each : Choice.values()) {
            ToggleButton button = new ToggleButton(each.label());
            button.setId("backward-choice-" + each.name().toLowerCase(Locale.ROOT));
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setTooltip(new Tooltip(each.about()));
            model.choiceProperty().subscribe(now -> button.setSelected(now == each));
            button.setOnAction(_ -> {
                button.setSelected(true);
                model.choiceProperty().set(each);
            });
            top.getChildren().add(button);
        }
        HBox channels = new HBox();
        channels.getStyleClass().add("backward-channels");
        bench.model().planProperty().subscribe(_ -> channels(channels));
        bench.model().channelProperty().subscribe(_ -> channels(channels));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label loss = new Label();
        loss.setId("backward-loss");
        loss.getStyleClass().addAll("mono", "muted");
        loss.setMinWidth(0);
        model.gradientsProperty().subscribe(_ -> loss.setText(model.loss()));
        top.getChildren().addAll(channels, gap, loss);
        top.getStyleClass().add("backward-top");
        return top;
    }

    /** The channels of a layer's picture, to choose the one whose gradients are shown. */
    private void channels(HBox row) {
        int count = bench.model().planProperty().get().filters().getFirst().kernels().size();
        row.getChildren().clear();
        for (int i = 0; count > 1 && count <= MOST_CHANNELS && i < count; i++) {
            int channel = i;
            ToggleButton pill = new ToggleButton(ChannelNames.of(i, count));
            pill.setId("backward-channel-" + i);
            pill.setMinWidth(Region.USE_PREF_SIZE);
            pill.setSelected(i == bench.model().channelProperty().get());
            pill.setOnAction(_ -> {
                pill.setSelected(true);
                bench.model().channelProperty().set(channel);
            });
            row.getChildren().add(pill);
        }
    }

    BackwardModel model() {
        return model;
    }

    @Override
    public Node stage() {
        return stage;
    }

    @Override
    public Optional<Node> drawer() {
        return Optional.of(bench.drawer());
    }

    @Override
    public ObservableValue<String> subtitle() {
        return bench.model().pictureProperty().map(now -> now.map(Picture::name).orElse(""));
    }

    @Override
    public List<Node> tools() {
        return List.of();
    }

    @Override
    public List<Action> actions() {
        return List.of();
    }
}
