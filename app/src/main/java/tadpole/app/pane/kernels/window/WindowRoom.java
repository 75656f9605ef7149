package tadpole.app.pane.kernels.window;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import tadpole.app.pane.kernels.Bench;
import tadpole.app.pane.kernels.KernelCard;
import tadpole.app.pane.kernels.KernelsModel;
import tadpole.app.shell.Action;
import tadpole.app.shell.PaneView;
import tadpole.resources.Resources;

/** The view in which the kernel slides over the picture: input, kernel and output in a row, under them the sum of one place. */
public final class WindowRoom implements PaneView {

    private static final PseudoClass WIDE = PseudoClass.getPseudoClass("wide");
    /** From that width on the type is larger, to be read from afar. */
    private static final double WIDE_FROM = 1250;
    private static final Duration FRAME = Duration.millis(40);
    /** Width of the kernel's column, and of one cell of a large kernel. */
    private static final double KERNEL_EM = 12.6154;
    private static final double SCROLL_BAR_EM = 0.5385;
    private static final double CELL_EM = 2.2;

    private final Bench bench;
    private final KernelsModel model;
    private final PlaceModel places;
    private final SlideModel slide;
    private final InputCard input;
    private final OutputCard output;
    private final SumCard sum;
    private final WindowFiles files;
    private final WindowTools tools;
    private final StackPane stage = new StackPane();

    public WindowRoom(Bench bench) {
        this.bench = bench;
        this.model = bench.model();
        this.places = new PlaceModel(model);
        this.slide = new SlideModel(model);
        this.input = new InputCard(model, places, slide);
        this.output = new OutputCard(model, places, slide, bench.look());
        this.sum = new SumCard(model, places, slide);
        this.files = new WindowFiles(model, output::shown);
        this.tools = new WindowTools(bench, slide, files, () -> stage.getScene().getWindow());
        HBox row = new HBox(input, kernel(), output, new FilterStrip(model, places, bench.look()));
        row.getStyleClass().addAll("window-row");
        HBox.setHgrow(input, Priority.ALWAYS);
        HBox.setHgrow(output, Priority.ALWAYS);
        VBox.setVgrow(row, Priority.ALWAYS);
        VBox card = new VBox(refusal(), row);
        card.getStyleClass().addAll("card", "window-card");
        VBox.setVgrow(card, Priority.ALWAYS);
        VBox all = new VBox(card, sum);
        all.getStyleClass().add("window-stage");
        Node nothing = nothing();
        all.visibleProperty().bind(model.convolvedProperty().map(Optional::isPresent));
        nothing.visibleProperty().bind(all.visibleProperty().not());
        stage.setId("kernels-window-stage");
        stage.getStyleClass().add("window-floor");
        stage.getChildren().setAll(all, nothing);
        String sheet = Resources.url("css/pane-kernels-window.css").toExternalForm();
        stage.getStylesheets().add(sheet);
        tools.nodes().stream().filter(Region.class::isInstance).forEach(each -> ((Region) each).getStylesheets().add(sheet));
        stage.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (output.move(key)) {
                key.consume();
            }
        });
        stage.addEventHandler(MouseEvent.MOUSE_PRESSED, press -> {
            if (press.getTarget() instanceof Node target && !isWithin(target, stage.getScene().getFocusOwner())) {
                stage.requestFocus();
            }
            // What scrolls the stage would take the focus, and with it the arrow keys.
            press.consume();
        });
        stage.widthProperty().subscribe(now -> stage.pseudoClassStateChanged(WIDE, now.doubleValue() >= WIDE_FROM));
        run();
    }

    /** As wide as its cells need; what does not fit below them scrolls. */
    private ScrollPane kernel() {
        ScrollPane scroll = new ScrollPane(new KernelCard(model));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(0);
        // The pictures beside it say how high the row is.
        scroll.setPrefHeight(1);
        scroll.getStyleClass().addAll("edge-to-edge", "window-kernel");
        model.planProperty().subscribe(plan -> scroll.setStyle("-fx-min-width: %1$sem; -fx-pref-width: %1$sem; -fx-max-width: %1$sem;"
                .formatted(SCROLL_BAR_EM + Math.max(KERNEL_EM, CELL_EM * Math.max(plan.height(), plan.width())))));
        return scroll;
    }

    private static boolean isWithin(Node node, Node around) {
        return node == around || node.getParent() != null && isWithin(node.getParent(), around);
    }

    private void run() {
        Timeline clock = new Timeline(new KeyFrame(FRAME, _ -> slide.tick(FRAME.toSeconds())));
        clock.setCycleCount(Animation.INDEFINITE);
        slide.playingProperty().subscribe(playing -> {
            if (playing) {
                clock.play();
            } else {
                clock.stop();
            }
        });
        stage.sceneProperty().subscribe(scene -> {
            if (scene == null) {
                slide.playingProperty().set(false);
            }
        });
    }

    private Label refusal() {
        Label sentence = new Label("", new FontIcon(Material2OutlinedAL.ERROR_OUTLINE));
        sentence.setId("window-refusal");
        sentence.getStyleClass().addAll("refusal", "window-refusal");
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        sentence.textProperty().bind(model.refusalProperty().map(why -> why + " Shown is the last result."));
        sentence.visibleProperty().bind(model.refusalProperty().isNotEmpty());
        sentence.managedProperty().bind(sentence.visibleProperty());
        return sentence;
    }

    /** Without a picture, or with one that is still convolved for the first time, or that the kernel does not fit. */
    private Node nothing() {
        Label words = new Label();
        words.setId("window-nothing");
        words.getStyleClass().add("placeholder-text");
        words.setWrapText(true);
        words.textProperty().bind(Bindings.createStringBinding(() -> !model.refusalProperty().get().isEmpty() ? model.refusalProperty().get()
                : model.pictureProperty().get().isPresent() ? "Convolving..." : model.input().underWayProperty().get().isEmpty()
                        ? "No picture yet. Take one at the right, or drop a file here." : model.input().underWayProperty().get() + "...",
                model.refusalProperty(), model.pictureProperty(), model.input().underWayProperty()));
        StackPane middle = new StackPane(words);
        middle.getStyleClass().add("window-nothing");
        return middle;
    }

    WindowFiles files() {
        return files;
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
        return Bindings.createStringBinding(() -> model.pictureProperty().get()
                .map(picture -> WindowWords.subtitle(picture, model.planProperty().get().mixing(), model.planProperty().get().filters().size()))
                .orElse("no picture"), model.pictureProperty(), model.planProperty());
    }

    @Override
    public List<Node> tools() {
        return tools.nodes();
    }

    @Override
    public List<Action> actions() {
        SimpleBooleanProperty always = new SimpleBooleanProperty(true);
        return List.of(
                Action.of("Show the whole output again", "Esc", Bindings.createBooleanBinding(slide::isUnderWay, slide.reachedProperty()), () -> {
                    slide.end();
                    places.free();
                }),
                Action.of("Free the pinned place", "Esc", places.pinnedProperty(), places::free),
                Action.of("Slide the window, or pause", "Space", always, slide::playOrPause),
                Action.of("One place on", "S", always, slide::step),
                Action.of("One place on, by a presenter's key", "Page Down", always, slide::step),
                Action.of("One place back", "Page Up", always, slide::back),
                Action.of("Back to the first place", "R", always, slide::restart),
                Action.of("Open a picture or a kernel", "Shortcut+O", always, tools::open),
                Action.of("Save the kernel as a file", "Shortcut+S", always, tools::save));
    }

    @Override
    public boolean open(List<Path> dropped) {
        boolean ours = WindowFiles.isOne(dropped);
        if (ours) {
            files.open(dropped.getFirst());
        }
        return ours;
    }
}
