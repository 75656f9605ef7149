package tadpole.app.pane.gradients.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.util.Duration;
import tadpole.engine.layer.Network;

/** The network's drawing from the picture to the loss; what is computed runs along it. A click on a box goes there. */
final class StepStrip extends ScrollPane {

    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");
    private static final PseudoClass BACKWARD = PseudoClass.getPseudoClass("backward");
    private static final PseudoClass UPDATED = PseudoClass.getPseudoClass("updated");
    private static final double MILLIS = 700;
    private static final int DOTS = 4;
    /** How far a dot is behind the one before, as a share of the way. */
    private static final double LAG = 0.12;

    private final StepModel model;
    private final HBox row = new HBox();
    private final Pane dots = new Pane();
    private final List<Button> boxes = new ArrayList<>();
    private final DoubleProperty way = new SimpleDoubleProperty(1);
    private final Timeline motion = new Timeline();
    private Optional<Network> built = Optional.empty();
    private Optional<StepStage> shown = Optional.empty();

    StepStrip(StepModel model) {
        this.model = model;
        row.getStyleClass().add("step-strip");
        dots.setMouseTransparent(true);
        for (int i = 0; i < DOTS; i++) {
            Circle dot = new Circle(5 - i * 0.9);
            dot.getStyleClass().add("step-dot");
            dot.setOpacity(1 - 0.2 * i);
            dots.getChildren().add(dot);
        }
        setContent(new StackPane(dots, row));
        setFitToWidth(true);
        setFitToHeight(true);
        setVbarPolicy(ScrollBarPolicy.NEVER);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setPannable(true);
        getStyleClass().add("step-scroll");
        setFocusTraversable(false);
        setId("step-strip");
        setMinHeight(USE_PREF_SIZE);
        way.addListener(_ -> place());
        dots.setVisible(false);
        motion.setOnFinished(_ -> dots.setVisible(false));
        model.tracedProperty().subscribe(_ -> build());
        model.stageProperty().subscribe(this::show);
        model.playingProperty().addListener((_, _, now) -> pauseOrResume(now));
    }

    private void build() {
        Optional<Network> network = model.tracedProperty().get().map(now -> now.studied().network());
        if (network.equals(built)) {
            return;
        }
        built = network;
        motion.stop();
        dots.setVisible(false);
        row.getChildren().clear();
        boxes.clear();
        network.ifPresent(now -> {
            box("x", now.input().toString(), "The picture as the network is given it.");
            for (Network.Stage stage : now.stages()) {
                line();
                box(stage.name(), stage.output().toString(), "%s makes %s of %s.".formatted(stage.name(), stage.output(), stage.input()));
            }
            line();
            box("loss", "1", "How wrong the network is.");
        });
        mark();
    }

    private void box(String name, String shape, String tip) {
        Label title = new Label(name);
        title.getStyleClass().addAll("mono", "step-box-name");
        Label under = new Label(shape);
        under.getStyleClass().addAll("mono", "step-box-shape");
        VBox words = new VBox(title, under);
        words.setAlignment(Pos.CENTER);
        Button box = new Button("", words);
        box.setId("step-box-" + name);
        box.getStyleClass().add("step-box");
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.setAccessibleText(name + " " + shape);
        box.setTooltip(new Tooltip(tip));
        int place = boxes.size();
        box.setOnAction(_ -> model.goTo(place));
        boxes.add(box);
        row.getChildren().add(box);
    }

    private void line() {
        Region line = new Region();
        line.getStyleClass().add("step-line");
        HBox.setHgrow(line, Priority.ALWAYS);
        row.getChildren().add(line);
    }

    private void show(Optional<StepStage> stage) {
        boolean moves = shown.isPresent() && stage.isPresent() && stage.get().from() != stage.get().at()
                && !shown.get().title().equals(stage.get().title());
        boolean hurried = motion.getStatus() == Timeline.Status.RUNNING;
        shown = stage;
        mark();
        motion.stop();
        dots.setVisible(false);
        if (moves && !hurried && getScene() != null) {
            run();
        }
        stage.ifPresent(now -> bringIntoView(now.at()));
    }

    private void mark() {
        for (int i = 0; i < boxes.size(); i++) {
            int place = i;
            Optional<Phase> here = shown.filter(stage -> stage.at() == place).map(StepStage::phase);
            boxes.get(i).pseudoClassStateChanged(HERE, here.isPresent());
            boxes.get(i).pseudoClassStateChanged(BACKWARD, here.filter(phase -> phase == Phase.BACKWARD).isPresent());
            boxes.get(i).pseudoClassStateChanged(UPDATED, here.filter(phase -> phase == Phase.UPDATE).isPresent());
        }
    }

    private void run() {
        boolean backward = shown.filter(stage -> stage.phase() == Phase.BACKWARD).isPresent();
        dots.getChildren().forEach(dot -> dot.pseudoClassStateChanged(BACKWARD, backward));
        way.set(0);
        motion.getKeyFrames().setAll(new KeyFrame(Duration.millis(MILLIS / Math.max(0.5, model.speedProperty().get())),
                new KeyValue(way, 1 + LAG * DOTS, Interpolator.EASE_BOTH)));
        place();
        dots.setVisible(true);
        motion.playFromStart();
    }

    private void pauseOrResume(boolean playing) {
        if (!playing && motion.getStatus() == Timeline.Status.RUNNING) {
            motion.pause();
        } else if (playing && motion.getStatus() == Timeline.Status.PAUSED) {
            motion.play();
        }
    }

    private void place() {
        shown.filter(stage -> Math.max(stage.from(), stage.at()) < boxes.size()).ifPresent(stage -> {
            Bounds from = boxes.get(stage.from()).getBoundsInParent();
            Bounds to = boxes.get(stage.at()).getBoundsInParent();
            for (int i = 0; i < DOTS; i++) {
                double share = Math.clamp(way.get() - LAG * i, 0, 1);
                Circle dot = (Circle) dots.getChildren().get(i);
                dot.setCenterX(from.getCenterX() + share * (to.getCenterX() - from.getCenterX()));
                dot.setCenterY(from.getCenterY());
            }
        });
    }

    /** A deep network is wider than the stage. */
    private void bringIntoView(int place) {
        if (place >= boxes.size() || getContent().getLayoutBounds().getWidth() <= getWidth()) {
            return;
        }
        double middle = boxes.get(place).getBoundsInParent().getCenterX();
        double hidden = getContent().getLayoutBounds().getWidth() - getWidth();
        setHvalue(Math.clamp((middle - getWidth() / 2) / hidden, 0, 1));
    }
}
