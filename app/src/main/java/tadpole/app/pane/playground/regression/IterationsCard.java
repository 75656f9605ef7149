package tadpole.app.pane.playground.regression;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tadpole.app.pane.playground.regression.RegressionJob.WeightPlace;
import tadpole.app.shell.Desk;
import tadpole.app.xray.XRayLayer;
import tadpole.engine.formula.Address;
import tadpole.engine.inspect.Explainer;

/** Loss and weights of every iteration as the lesson prints them; the chosen one's numbers open their arithmetic. */
final class IterationsCard extends VBox {

    private static final int SHOWN = 4;
    private static final String WIDTH = "%11s";

    private final RegressionModel model;
    private final Desk desk;
    private final Executor background;
    private final XRayLayer layer;
    private final Label head = new Label();
    private final ListView<Moment> list = new ListView<>();
    private final FlowPane numbers = new FlowPane();
    private List<Moment> filledFrom = List.of();
    private boolean following;

    IterationsCard(RegressionModel model, Desk desk, Executor background, XRayLayer layer) {
        this.model = model;
        this.desk = desk;
        this.background = background;
        this.layer = layer;
        getStyleClass().addAll("card", "regression-iterations");
        Label title = new Label("Iterations");
        title.getStyleClass().add("section-title");
        head.getStyleClass().addAll("mono", "regression-head");
        list.setId("regression-list");
        list.getStyleClass().add("regression-list");
        list.setPlaceholder(new Label("Start trains; each iteration then stands here."));
        list.setCellFactory(_ -> new Row());
        list.setMinHeight(0);
        StackPane wholeRows = new StackPane(list);
        wholeRows.setAlignment(Pos.TOP_LEFT);
        wholeRows.setMinHeight(60);
        list.maxHeightProperty().bind(Bindings.createDoubleBinding(() -> wholeRows(wholeRows.getHeight()),
                wholeRows.heightProperty(), list.fixedCellSizeProperty(), list.insetsProperty()));
        VBox.setVgrow(wholeRows, Priority.ALWAYS);
        list.heightProperty().addListener((_, _, _) -> desk.jobs().ui().execute(this::follow));
        list.getSelectionModel().selectedIndexProperty().subscribe(index -> {
            if (!following && index.intValue() >= 0) {
                model.look(index.intValue());
            }
        });
        numbers.getStyleClass().add("regression-numbers");
        getChildren().setAll(title, head, wholeRows, numbers);
        model.newsProperty().subscribe(_ -> show());
    }

    /** No row is cut: where the last one is seen, the first one would be. */
    private double wholeRows(double height) {
        double row = list.getFixedCellSize();
        double frame = list.getInsets().getTop() + list.getInsets().getBottom();
        return row <= 0 ? height : frame + row * Math.floor((height - frame) / row);
    }

    private final class Row extends ListCell<Moment> {

        Row() {
            getStyleClass().add("mono");
        }

        @Override
        protected void updateItem(Moment moment, boolean empty) {
            super.updateItem(moment, empty);
            setText(empty || moment == null ? "" : row(moment));
        }
    }

    private static String row(Moment moment) {
        StringBuilder text = new StringBuilder("%5d".formatted(moment.iteration())).append(WIDTH.formatted(RegressionModel.five(moment.loss())));
        for (double weight : moment.weights()) {
            text.append(WIDTH.formatted(RegressionModel.five(weight)));
        }
        return text.toString();
    }

    private void show() {
        following = true;
        List<Moment> moments = model.moments();
        if (moments != filledFrom || moments.size() < list.getItems().size()) {
            list.getItems().clear();
            filledFrom = moments;
        }
        list.getItems().addAll(moments.subList(list.getItems().size(), moments.size()));
        StringBuilder names = new StringBuilder("%5s".formatted("it.")).append(WIDTH.formatted("loss"));
        IntStream.range(0, model.start().length).forEach(i -> names.append(WIDTH.formatted(RegressionJob.place(model.setup(), i).label())));
        head.setText(names.toString());
        if (model.shown() >= 0) {
            list.getSelectionModel().clearAndSelect(model.shown());
            follow();
        } else {
            list.getSelectionModel().clearSelection();
        }
        following = false;
        numbers();
    }

    /** The last iteration stays in sight, also where the numbers below it take more room. */
    private void follow() {
        if (model.shown() >= 0 && model.shown() == list.getItems().size() - 1) {
            list.scrollTo(model.shown());
        }
    }

    private void numbers() {
        numbers.getChildren().clear();
        model.shownMoment().ifPresent(moment -> {
            boolean open = model.canOpen();
            add("iteration %d: loss".formatted(moment.iteration()), new Address.Loss(), moment.loss(), "regression-loss",
                    open && !model.experiment().training().sums());
            double[] before = moment.iteration() == 0 ? model.start() : model.moments().get(moment.iteration() - 1).weights();
            for (int i = 0; i < Math.min(SHOWN, moment.weights().length); i++) {
                WeightPlace place = RegressionJob.place(model.setup(), i);
                add(place.label() + " ←", new Address.Updated(place.parameter(), place.index()), moment.weights()[i], "regression-weight-" + i, open);
                int at = i;
                model.fit().ifPresent(fit -> add("gradient", new Address.WeightGradient(place.parameter(), place.index()),
                        fit.gradient(before, at), "regression-gradient-" + at, open));
            }
        });
    }

    private void add(String words, Address address, double value, String id, boolean open) {
        Label label = new Label(words);
        label.getStyleClass().add("muted");
        Button number = new Button(RegressionModel.five(value));
        number.setId(id);
        number.getStyleClass().addAll("mono", "open-number");
        number.setTooltip(new Tooltip(open ? Double.toString(value)
                : "This number has no arithmetic of one step: gradients pile up, losses are summed, or the iteration is not kept."));
        number.setOnAction(_ -> {
            if (open && model.canOpen()) {
                open(address, number);
            }
        });
        numbers.getChildren().addAll(label, number);
    }

    private void open(Address address, Button number) {
        Callable<Explainer> explaining = model.explainer();
        background.execute(() -> {
            try {
                Explainer explainer = explaining.call();
                desk.jobs().ui().execute(() -> {
                    layer.model().explain(Optional.of(explainer));
                    layer.open(address, number);
                });
            } catch (Exception impossible) {
                throw new IllegalStateException("A step that was made could not be traced.", impossible);
            }
        });
    }
}
