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
import javafx.util.StringConverter;
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
    private final ComboBox<Integer> across = combo("regression-across");
    private final ComboBox<Integer> up = combo("regression-up");
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

    private ComboBox<Integer> combo(String id) {
        ComboBox<Integer> combo = new ComboBox<>();
        combo.setId(id);
        combo.getStyleClass().add("choice");
        combo.setConverter(new StringConverter<>() {
            @Override
            public String toString(Integer place) {
                return place == null ? "" : RegressionJob.place(model.setup(), place).label();
            }

            @Override
            public Integer fromString(String text) {
                throw new UnsupportedOperationException("Weights are picked, not typed.");
            }
        });
        return combo;
    }

    private void start(double x, double y) {
        model.fit().filter(_ -> isChosen()).ifPresent(fit -> {
            Surface surface = RegressionPictures.surface(model, fit, across.getValue(), up.getValue());
            Surface.Place at = SurfacePicture.place(surface, x, y, glass.getWidth(), glass.getHeight());
            model.startAt(across.getValue(), at.x(), up.getValue(), at.y());
        });
    }

    private boolean isChosen() {
        return across.getValue() != null && up.getValue() != null && !across.getValue().equals(up.getValue())
                && Math.max(across.getValue(), up.getValue()) < model.start().length;
    }

    private Drawing picture() {
        return model.fit().filter(_ -> isChosen()).<Drawing>map(fit -> RegressionPictures.bowl(model, fit, across.getValue(), up.getValue())).orElse(NOTHING);
    }

    private void show() {
        if (filling || model.fit().isEmpty()) {
            return;
        }
        filling = true;
        List<Integer> places = IntStream.range(0, model.start().length).boxed().toList();
        for (ComboBox<Integer> combo : List.of(across, up)) {
            int wanted = combo.getValue() == null || combo.getValue() >= places.size() ? (combo == across ? 0 : places.size() - 1) : combo.getValue();
            if (!combo.getItems().equals(places)) {
                combo.getItems().setAll(places);
            }
            combo.setValue(wanted);
        }
        filling = false;
        LinearFit fit = model.fit().orElseThrow();
        words.setText(isChosen() ? words(fit) : "Choose two different weights.");
        chart.refresh();
    }

    private String words(LinearFit fit) {
        String curvature = Digits.shortest(fit.greatestCurvature());
        return "%s across, %s upward: %s times as long as wide. The greatest curvature over all weights is %s: plain descent diverges above a rate of 2/%s = %s."
                .formatted(label(across), label(up), Digits.shortest(fit.stretch(across.getValue(), up.getValue())), curvature, curvature,
                        Digits.shortest(2 / fit.greatestCurvature()));
    }

    private String label(ComboBox<Integer> combo) {
        return RegressionJob.place(model.setup(), combo.getValue()).label();
    }
}
