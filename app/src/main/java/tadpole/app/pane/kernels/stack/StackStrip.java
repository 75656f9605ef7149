package tadpole.app.pane.kernels.stack;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.InvalidationListener;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import tadpole.engine.convolution.StackPlan;
import tadpole.engine.picture.Picture;

/** The picture and the stages in one row, planes as large as there is room. */
final class StackStrip extends HBox {

    private static final double LEAST_PLANE = 96;
    private static final double WIDEST_COLUMN = 460;
    /** What stands in a column beside its plane, in width. */
    private static final double AROUND = 22;
    private static final double FLAT = 0.4;

    private final StackModel model;
    private final Region stage;
    private final double below;
    private final List<PlaneColumn> columns;

    /** @param stage what the row stands in @param below what else needs height there */
    StackStrip(StackModel model, Region stage, double below) {
        this.model = model;
        this.stage = stage;
        this.below = below;
        setId("stack-strip");
        getStyleClass().add("stack-strip");
        columns = IntStream.rangeClosed(0, StackPlan.MOST).mapToObj(plane -> new PlaneColumn(plane, model)).toList();
        columns.forEach(column -> HBox.setHgrow(column, Priority.ALWAYS));
        columns.forEach(column -> {
            column.setMinWidth(0);
            column.setPrefWidth(1);
        });
        getChildren().setAll(columns);
        for (int plane = 1; plane <= StackPlan.MOST; plane++) {
            int at = plane;
            PlaneColumn column = columns.get(plane);
            column.visibleProperty().bind(model.draftProperty().map(draft -> draft.size() >= at));
            column.managedProperty().bind(column.visibleProperty());
        }
        InvalidationListener again = _ -> size();
        widthProperty().addListener(again);
        stage.heightProperty().addListener(again);
        model.draftProperty().addListener(again);
        model.runProperty().addListener(again);
    }

    /** Every plane as high as the picture is in its column, or as there is room for. */
    private void size() {
        int count = model.draft().size() + 1;
        double column = Math.min(WIDEST_COLUMN, (getWidth() - (count - 1) * getSpacing()) / count);
        double aspect = model.runProperty().get().map(run -> run.picture()).map(StackStrip::aspect).orElse(1.0);
        double height = Math.max(LEAST_PLANE, Math.min((column - AROUND) * Math.max(FLAT, aspect), stage.getHeight() - below));
        for (PlaneColumn each : columns) {
            each.setMaxWidth(WIDEST_COLUMN);
            each.body().setMinHeight(Math.floor(height));
            each.body().setPrefHeight(Math.floor(height));
            each.body().setMaxHeight(Math.floor(height));
        }
    }

    private static double aspect(Picture picture) {
        return (double) picture.height() / picture.width();
    }
}
