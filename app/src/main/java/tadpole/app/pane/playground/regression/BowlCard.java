package tadpole.app.pane.playground.regression;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import tadpole.app.chart.ChartView;
import tadpole.app.chart.Digits;
import tadpole.app.chart.Drawing;
import tadpole.app.chart.SurfacePicture;
import tadpole.app.shell.Desk;
import tadpole.engine.surface.Surface;

/** The loss over two chosen weights, with the path: long and narrow, or round. */
final class BowlCard extends VBox {

    private static final Drawing NOTHING = (_, _, _, _, _) -> {};

    private final RegressionModel model;
    private final ComboBox<Weight> across = combo("regression-across");
    private final ComboBox<Weight> up = combo("regression-up");
    private final ChartView chart;
    private final Pane glass = new Pane();
    private final Label words = new Label();
    private boolean filling;

    BowlCard(RegressionModel model, Desk desk, Executor background) {
        this.model = model;
        this.chart = new ChartView(this::picture, desk.theme().chartColors(), background, desk.jobs().ui());
        desk.theme().kindProperty().subscribe(_ -> chart.setColors(desk.theme().chartColors()));
        getStyleClass().addAll("card", "regression-bowl");
        Label title = new Label("Loss over two weights");
        title.getStyleClass().add("section-title");
        title.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(6, title, gap, across, up);
        head.getStyleClass().add("regression-line-row");
        words.setId("regression-curvature");
        words.getStyleClass().add("muted");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        chart.setId("regression-bowl-chart");
        glass.setId("regression-glass");
        glass.setOnMousePressed(press -> {
            start(press.getX(), press.getY());
            press.consume();
        });
        StackPane picture = new StackPane(chart, glass);
        picture.setMinSize(0, 0);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(picture.widthProperty());
        clip.heightProperty().bind(picture.heightProperty());
        picture.setClip(clip);
        VBox.setVgrow(picture, Priority.ALWAYS);
        getChildren().setAll(head, picture, words);
        across.valueProperty().subscribe(_ -> show());
        up.valueProperty().subscribe(_ -> show());
        model.newsProperty().subscribe(_ -> show());
    }

    /** A weight to choose; another one where its name is another, so that the choice never keeps a name of the network before. */
    private record Weight(int place, String label) {

        @Override
        public String toString() {
            return label;
        }
    }

    private static ComboBox<Weight> combo(String id) {
        ComboBox<Weight> combo = new ComboBox<>();
        combo.setId(id);
        combo.getStyleClass().add("choice");
        return combo;
    }

    private void start(double x, double y) {
        model.fit().filter(_ -> isChosen()).ifPresent(fit -> {
            Surface surface = RegressionPictures.surface(model, fit, across.getValue().place(), up.getValue().place());
            Surface.Place at = SurfacePicture.place(surface, x, y, glass.getWidth(), glass.getHeight());
            model.startAt(across.getValue().place(), at.x(), up.getValue().place(), at.y());
        });
    }

    private boolean isChosen() {
        return across.getValue() != null && up.getValue() != null && !across.getValue().equals(up.getValue())
                && Math.max(across.getValue().place(), up.getValue().place()) < model.start().length;
    }

    private Drawing picture() {
        return model.fit().filter(_ -> isChosen())
                .<Drawing>map(fit -> RegressionPictures.bowl(model, fit, across.getValue().place(), up.getValue().place())).orElse(NOTHING);
    }

    private void show() {
        if (filling || model.fit().isEmpty()) {
            return;
        }
        filling = true;
        List<Weight> weights = IntStream.range(0, model.start().length)
                .mapToObj(i -> new Weight(i, RegressionJob.place(model.setup(), i).label())).toList();
        choose(across, weights, 0);
        choose(up, weights, weights.size() - 1);
        filling = false;
        LinearFit fit = model.fit().orElseThrow();
        words.setText(isChosen() ? words(fit) : "Choose two different weights.");
        chart.refresh();
    }

    private static void choose(ComboBox<Weight> combo, List<Weight> weights, int first) {
        int wanted = combo.getValue() == null || combo.getValue().place() >= weights.size() ? first : combo.getValue().place();
        if (!combo.getItems().equals(weights)) {
            combo.getItems().setAll(weights);
        }
        combo.setValue(weights.get(wanted));
    }

    private String words(LinearFit fit) {
        String curvature = Digits.shortest(fit.greatestCurvature());
        return "%s across, %s upward: %s times as long as wide. The greatest curvature over all weights is %s: plain descent diverges above a rate of 2/%s = %s."
                .formatted(across.getValue(), up.getValue(), Digits.shortest(fit.stretch(across.getValue().place(), up.getValue().place())),
                        curvature, curvature, Digits.shortest(2 / fit.greatestCurvature()));
    }
}
