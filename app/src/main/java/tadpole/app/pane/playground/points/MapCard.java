package tadpole.app.pane.playground.points;

import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import tadpole.app.chart.Digits;
import tadpole.app.job.WorkState;
import tadpole.app.pane.playground.points.Columns.Unit;
import tadpole.app.shell.Theme;
import tadpole.app.xray.XRayLayer;
import tadpole.engine.formula.Address;
import tadpole.engine.training.Evaluation;

/** What the network decides, with its scale, and how good it is, large enough to be read from far. */
final class MapCard extends VBox {

    private static final double SCALE_WIDTH = 72;
    private static final double SCALE_HEIGHT = 10;
    private static final String OPENS = "opens";

    private final PointsModel model;
    private final Theme theme;
    private final XRayLayer layer;
    private final MapView map;
    private final Label title = new Label();
    private final Label low = new Label();
    private final Label high = new Label();
    private final Canvas scale = new Canvas(SCALE_WIDTH, SCALE_HEIGHT);
    private final Label legend = new Label("● training  ○ test");
    private final HBox scaleRow = new HBox(low, scale, high);
    private final Label trainLoss = figure("points-train-loss", "training");
    private final Label testLoss = figure("points-test-loss", "validation");
    private final Label trainRight = figure("points-train-right", "");
    private final Label testRight = figure("points-test-right", "");
    private final Label line = new Label();

    MapCard(PointsModel model, Theme theme, LookImages images, XRayLayer layer) {
        this.model = model;
        this.theme = theme;
        this.layer = layer;
        this.map = new MapView(model, theme, images);
        setId("points-map-card");
        getStyleClass().addAll("card", "map-card");
        VBox.setVgrow(map, Priority.ALWAYS);
        line.setId("points-line");
        line.getStyleClass().addAll("muted", "points-line");
        line.setWrapText(true);
        line.setMinHeight(0);
        getChildren().setAll(head(), map, figures(), line);
        setMinSize(0, 0);
        model.lookProperty().subscribe(_ -> show());
        model.lineProperty().subscribe(_ -> say());
        model.stateProperty().subscribe(_ -> say());
        theme.kindProperty().subscribe(_ -> drawScale());
    }

    private HBox head() {
        title.setId("points-map-title");
        title.getStyleClass().add("section-title");
        title.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        legend.getStyleClass().addAll("muted", "small");
        legend.setMinWidth(USE_PREF_SIZE);
        legend.setTooltip(new Tooltip("Each class has its color and its shape. Where the network is unsure the map is pale."));
        low.getStyleClass().addAll("mono", "small", "muted");
        high.getStyleClass().addAll("mono", "small", "muted");
        scaleRow.getStyleClass().add("map-scale");
        scaleRow.managedProperty().bind(scaleRow.visibleProperty());
        scaleRow.setMinWidth(USE_PREF_SIZE);
        legend.managedProperty().bind(legend.visibleProperty());
        HBox head = new HBox(title, space, legend, scaleRow);
        head.getStyleClass().add("map-head");
        return head;
    }

    private FlowPane figures() {
        FlowPane figures = new FlowPane(named(trainLoss, "training loss"), named(testLoss, "test loss"), named(trainRight, "training right"), named(testRight, "test right"));
        figures.getStyleClass().add("points-figures");
        trainLoss.setOnMouseClicked(_ -> open(PlayXRay.Over.TRAINING, trainLoss));
        trainLoss.setAccessibleHelp("A click opens the arithmetic of the loss over all training points.");
        testLoss.setOnMouseClicked(_ -> open(PlayXRay.Over.TEST, testLoss));
        testLoss.setAccessibleHelp("A click opens the arithmetic of the loss over all test points.");
        return figures;
    }

    private void open(PlayXRay.Over over, Node beside) {
        if (model.trace(over)) {
            layer.open(new Address.Loss(), beside);
        }
    }

    private static Label figure(String id, String token) {
        Label figure = new Label("–");
        figure.setId(id);
        figure.getStyleClass().addAll("figure", "points-figure");
        if (!token.isEmpty()) {
            figure.getStyleClass().add("figure-" + token);
        }
        figure.setTooltip(new Tooltip());
        figure.setMinWidth(USE_PREF_SIZE);
        return figure;
    }

    private static VBox named(Label figure, String name) {
        Label label = new Label(name);
        label.getStyleClass().addAll("muted", "small");
        label.setMinWidth(USE_PREF_SIZE);
        VBox both = new VBox(figure, label);
        HBox.setHgrow(both, Priority.ALWAYS);
        return both;
    }

    private void show() {
        Look look = model.look();
        if (look.columns() == null) {
            return;
        }
        title.setText(map.title());
        drawScale();
        figures(trainLoss, trainRight, Optional.of(look.train()).filter(each -> each.count() > 0));
        figures(testLoss, testRight, look.test());
        if (look.picked().isPresent()) {
            say();
        }
    }

    private static void figures(Label loss, Label right, Optional<Evaluation> of) {
        loss.setText(of.map(each -> loss(each.loss())).orElse("–"));
        if (of.isPresent() != loss.getStyleClass().contains(OPENS)) {
            loss.getStyleClass().removeAll(OPENS);
            loss.getStyleClass().addAll(of.map(_ -> OPENS).stream().toList());
        }
        loss.getTooltip().setText(of.map(each -> Double.toString(each.loss())).orElse("There are no such points."));
        right.setText(of.map(each -> String.format(Locale.ROOT, "%.1f %%", 100 * each.accuracy())).orElse("–"));
        right.getTooltip().setText(of.map(each -> "%d of %d points".formatted(each.correct(), each.count())).orElse("There are no such points."));
    }

    private static String loss(double loss) {
        return loss < 10 ? String.format(Locale.ROOT, "%.3f", loss) : Digits.shortest(loss);
    }

    private void drawScale() {
        Optional<Unit> unit = model.look().columns() == null ? Optional.empty() : model.look().shown();
        scaleRow.setVisible(unit.isPresent());
        legend.setVisible(unit.isEmpty());
        unit.ifPresent(each -> {
            double greatest = model.look().greatest()[model.look().columns().number(each)];
            low.setText(String.format(Locale.ROOT, "−%.2f", greatest));
            high.setText(String.format(Locale.ROOT, "+%.2f", greatest));
            GraphicsContext g = scale.getGraphicsContext2D();
            g.setFill(new LinearGradient(0, 0, 1, 0, true, CycleMethod.NO_CYCLE, new Stop(0, theme.color("training")),
                    new Stop(0.5, theme.color("surface")), new Stop(1, theme.color("validation"))));
            g.fillRect(0, 0, SCALE_WIDTH, SCALE_HEIGHT);
        });
    }

    /** What is to be said about the picked point, the run or the state. */
    private void say() {
        boolean failed = model.state() == WorkState.FAILED;
        line.pseudoClassStateChanged(PseudoClass.getPseudoClass("failed"), failed);
        line.setText(failed || model.pointing().pickedProperty().get().isEmpty() ? stateLine() : picked());
        line.setTooltip(new Tooltip(line.getText()));
    }

    private String stateLine() {
        if (!model.lineProperty().get().isEmpty()) {
            return model.lineProperty().get();
        }
        return switch (model.state()) {
            case READY -> "At its start, before the first step. Space starts.";
            case PAUSED -> "Paused. S makes one step.";
            case RUNNING, ENDED, FAILED -> "";
        };
    }

    private String picked() {
        Look look = model.look();
        if (look.picked().isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "x₁ %.3f, x₂ %.3f:", look.picked().get().x1(), look.picked().get().x2()));
        for (int k = 0; k < model.draft().classes(); k++) {
            text.append(String.format(Locale.ROOT, "  %s %.1f %%", ClassMark.letter(k), 100 * look.probabilities()[k]));
        }
        return text.append(". The numbers on the way stand in the network.").toString();
    }

}
