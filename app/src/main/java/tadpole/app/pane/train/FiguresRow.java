package tadpole.app.pane.train;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tadpole.app.chart.Pace;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.dataset.SamplerMaker;
import tadpole.engine.dataset.Samplers;
import tadpole.engine.training.Experiment;

/** How far the run is, and its figures, large enough for the last row of a class. */
final class FiguresRow extends HBox {

    /** The epoch's type, as the sheet says. */
    private static final double EPOCH_EM = 1.1538;

    private final TrainPaneModel model;
    private final Label epoch = new Label();
    private final Label step = new Label();
    private final Figure loss = new Figure("figure-loss", "loss, average", "loss-color");
    private final Figure training = new Figure("figure-training", "training, average", "");
    private final Figure heldOut = new Figure("figure-held-out", "test", "held-out-color");
    private final Figure speed = new Figure("figure-speed", "steps/s", "");

    FiguresRow(TrainPaneModel model) {
        this.model = model;
        getStyleClass().add("figures-row");
        epoch.getStyleClass().add("epoch");
        epoch.setId("epoch");
        step.getStyleClass().add("epoch-detail");
        step.setId("epoch-detail");
        step.setMinWidth(0);
        VBox far = new VBox(epoch, step);
        far.getStyleClass().add("far");
        epoch.setMinWidth(USE_PREF_SIZE);
        setMinWidth(0);
        HBox.setHgrow(far, Priority.ALWAYS);
        getChildren().setAll(far, loss, training, heldOut, speed);
        widthProperty().subscribe(_ -> giveWay());
        epoch.fontProperty().subscribe(_ -> giveWay());
        Pace pace = new Pace(this::show);
        model.figuresProperty().subscribe(_ -> pace.ask());
        model.curvesProperty().subscribe(_ -> pace.ask());
        model.stateProperty().subscribe(_ -> pace.ask());
        model.form().experimentProperty().subscribe(_ -> pace.ask());
    }

    /** Before anything is cut, figures become smaller and fewer. */
    private void giveWay() {
        double em = epoch.getFont().getSize() / EPOCH_EM;
        FiguresRoom room = FiguresRoom.of((getWidth() - epoch.prefWidth(-1)) / em);
        speed.appear(room.hasSpeed());
        loss.appear(room.hasLoss());
        if (room.isSmall() != getStyleClass().contains("small-figures")) {
            shrink(room.isSmall());
        }
    }

    /** Styled at once: a class that changes during a layout would wait for the next one. */
    private void shrink(boolean small) {
        if (small) {
            getStyleClass().add("small-figures");
        } else {
            getStyleClass().remove("small-figures");
        }
        applyCss();
    }

    private void show() {
        Figures now = model.figuresProperty().get();
        Experiment experiment = model.shownExperiment();
        epoch.setText(now.isEmpty() && model.stateProperty().get().isGoingOn() ? "First step …" : now.epochText());
        giveWay();
        step.setText("%sseed %d · %s".formatted(
                now.isEmpty() ? "" : "step " + Numbers.count(now.step()) + " · ", experiment.seed(), order(experiment)));
        loss.show(now.lossText(), now.lossDetail());
        training.show(now.accuracyText(), now.accuracyDetail());
        boolean classes = model.curvesProperty().get().frame().hasAccuracy();
        training.appear(classes);
        heldOut.appear(!model.curvesProperty().get().frame().heldOut().isEmpty());
        heldOut.name(model.curvesProperty().get().frame().heldOut() + (classes ? "" : " loss"));
        heldOut.show(now.heldOutText(), now.heldOutDetail());
        speed.show(now.speedText(), "Steps in a second, over the last half second that it ran by itself, and once it has ended over all of it. Pauses and single steps do not count.");
    }

    private static String order(Experiment experiment) {
        return Samplers.ALL.stream()
                .filter(recipe -> recipe.type().equals(experiment.training().order().type()))
                .map(Recipe<SamplerMaker>::label)
                .findFirst()
                .orElse("")
                .toLowerCase(Locale.ROOT);
    }

    /** A number in large type over its name. */
    private static final class Figure extends VBox {

        private final Label value = new Label();
        private final Label name = new Label();
        private final Tooltip tip = new Tooltip();

        Figure(String id, String text, String color) {
            getStyleClass().add("figure-box");
            value.setId(id);
            value.getStyleClass().add("figure");
            if (!color.isEmpty()) {
                value.getStyleClass().add(color);
            }
            value.setMinWidth(USE_PREF_SIZE);
            name.getStyleClass().add("figure-name");
            name.setText(text);
            name.setMinWidth(USE_PREF_SIZE);
            getChildren().setAll(value, name);
            Tooltip.install(this, tip);
        }

        void appear(boolean now) {
            setVisible(now);
            setManaged(now);
        }

        void name(String text) {
            name.setText(text);
        }

        void show(String text, String detail) {
            value.setText(text);
            tip.setText(detail);
            setAccessibleText(name.getText() + " " + text);
        }
    }
}
