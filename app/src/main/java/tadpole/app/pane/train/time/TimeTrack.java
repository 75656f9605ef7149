package tadpole.app.pane.train.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Polyline;
import tadpole.app.pane.train.Numbers;
import tadpole.app.pane.train.Run;
import tadpole.app.pane.train.Trail;

/** The line of steps: the loss over it, a tick for each recorded moment, the handle, and branches below. */
final class TimeTrack extends Region {

    private static final double LEFT = 8;
    private static final double TOP = 8;
    private static final double TICK = 5;
    private static final double ROW = 22;
    private static final double PIXELS_A_POINT = 2;
    private static final double LEAST_HANDLE = 56;

    private final TimeModel model;
    private final double height;
    private final int lanes;
    private final Region track = new Region();
    private final Polyline loss = new Polyline();
    private final Path ticks = new Path();
    private final Label now = new Label();
    private final Label none = new Label("The moments of a run are recorded here: drag to go back to one.");
    private final Label recorded = new Label();
    private final Tooltip policy = new Tooltip();
    private final Line line = new Line();
    private final Circle knob = new Circle(5);
    private final Label handle = new Label();
    private final List<BranchLine> branches = new ArrayList<>();
    private final Label more = new Label();
    private int shown = 1;

    /**
     * @param height of the line itself
     * @param lanes  so many branches find room below
     */
    TimeTrack(TimeModel model, double height, int lanes) {
        this.model = model;
        this.height = height;
        this.lanes = lanes;
        setId("time-track");
        getStyleClass().add("time-line");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setCursor(Cursor.HAND);
        style(track, "time-track");
        style(loss, "time-loss");
        style(ticks, "time-ticks");
        style(now, "time-now");
        style(none, "time-now");
        style(recorded, "time-recorded");
        style(line, "time-handle-line");
        style(knob, "time-knob");
        style(handle, "time-handle");
        style(more, "time-now");
        handle.setId("time-step");
        recorded.setId("time-recorded");
        recorded.setTooltip(policy);
        Stream.of(track, loss, ticks, now, none, line, knob, more).forEach(each -> each.setMouseTransparent(true));
        getChildren().setAll(track, loss, ticks, now, none, recorded, more);
        for (int i = 0; i < lanes; i++) {
            BranchLine branch = new BranchLine(model);
            branches.add(branch);
            getChildren().addAll(branch.path(), branch.text());
        }
        getChildren().addAll(line, knob, handle);
        getChildren().forEach(each -> each.setManaged(false));
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            requestFocus();
            drag(event);
        });
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    }

    private static void style(Node node, String name) {
        node.getStyleClass().add(name);
    }

    private void drag(MouseEvent event) {
        model.go(Math.round((event.getX() - LEFT) / width() * model.horizon()));
        event.consume();
    }

    private void press(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> model.previous();
            case RIGHT -> model.next();
            case HOME -> model.first();
            case END -> model.now();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** Shows what is so now. */
    void refresh() {
        int rows = Math.clamp(model.lanes().size(), 1, lanes);
        if (rows != shown) {
            shown = rows;
            requestLayout();
            getParent().requestLayout();
        }
        policy.setText(model.policy());
        setDisable(model.run().isEmpty());
        setAccessibleText("Step %d of %d.".formatted(model.at(), model.stands()));
        if (getWidth() > 0) {
            place();
        }
    }

    private double width() {
        return Math.max(1, getWidth() - LEFT - 1);
    }

    private double x(long step, long horizon) {
        return LEFT + width() * Math.min(1, (double) step / horizon);
    }

    @Override
    protected void layoutChildren() {
        place();
    }

    private void place() {
        long horizon = model.horizon();
        boolean any = model.run().isPresent();
        track.resizeRelocate(LEFT, TOP, width(), height);
        drawLoss(horizon);
        drawTicks(horizon);
        double stands = x(model.stands(), horizon);
        now.setVisible(any && model.stands() > 0);
        now.setText(Numbers.count(model.stands()) + (model.isBack() ? "" : ", now"));
        size(now, Math.min(stands + 8, LEFT + width() - now.prefWidth(-1) - 4), TOP + (height - now.prefHeight(-1)) / 2);
        now.setVisible(now.isVisible() && stands + 8 + now.prefWidth(-1) < LEFT + width());
        drawHandle(x(model.at(), horizon), any);
        none.setVisible(!any);
        size(none, LEFT + 8, TOP + (height - none.prefHeight(-1)) / 2);
        drawBranches(horizon);
        recorded.setText(model.recordedText());
        placeRecorded(horizon);
    }

    private double row(int number) {
        return TOP + height + TICK + 7 + number * ROW;
    }

    private void drawLoss(long horizon) {
        Optional<Trail> trail = model.run().map(Run::trail);
        long stands = model.stands();
        int count = (int) Math.min(stands, Math.round((x(stands, horizon) - LEFT) / PIXELS_A_POINT));
        List<Double> places = new ArrayList<>();
        double[] values = new double[count];
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            values[i] = trail.orElseThrow().at(step(i, count, stands)).map(Trail.Point::loss).orElse(Double.NaN);
            least = Double.isFinite(values[i]) ? Math.min(least, values[i]) : least;
            most = Double.isFinite(values[i]) ? Math.max(most, values[i]) : most;
        }
        for (int i = 0; i < count; i++) {
            if (Double.isFinite(values[i])) {
                places.add(x(step(i, count, stands), horizon));
                places.add(TOP + 4 + (height - 8) * (most > least ? (most - values[i]) / (most - least) : 0.5));
            }
        }
        loss.getPoints().setAll(places);
    }

    private static long step(int i, int count, long stands) {
        return 1 + Math.round((double) i * (stands - 1) / Math.max(1, count - 1));
    }

    /** No closer than they can be told apart. */
    private void drawTicks(long horizon) {
        ticks.getElements().clear();
        double top = TOP + height;
        double last = Double.NEGATIVE_INFINITY;
        for (long step : model.recorded()) {
            double x = Math.round(x(step, horizon)) + 0.5;
            if (x - last >= 3) {
                ticks.getElements().addAll(new MoveTo(x, top), new LineTo(x, top + TICK));
                last = x;
            }
        }
    }

    private void drawHandle(double x, boolean any) {
        Stream.of(line, knob, handle).forEach(each -> each.setVisible(any));
        knob.setCenterX(x);
        knob.setCenterY(TOP - 3);
        line.setStartX(x);
        line.setStartY(TOP - 3);
        line.setEndX(x);
        line.setEndY(row(0));
        handle.setText(Numbers.count(model.at()));
        double width = Math.max(LEAST_HANDLE, handle.prefWidth(-1));
        handle.resizeRelocate(Math.clamp(x - width / 2, 0, Math.max(0, getWidth() - width)),
                row(0) + (ROW - handle.prefHeight(-1)) / 2, width, handle.prefHeight(-1));
    }

    private void drawBranches(long horizon) {
        List<TimeModel.Lane> all = model.lanes();
        List<TimeModel.Lane> last = all.subList(Math.max(0, all.size() - lanes), all.size());
        for (int i = 0; i < lanes; i++) {
            BranchLine branch = branches.get(i);
            branch.show(i < last.size() ? Optional.of(last.get(i)) : Optional.empty());
            if (i < last.size()) {
                double y = row(i) + ROW / 2;
                double from = x(last.get(i).from(), horizon);
                double to = x(last.get(i).to(), horizon);
                double bend = Math.min(to, from + 18);
                branch.path().getElements().setAll(new MoveTo(from, TOP + height + 1),
                        new CubicCurveTo(from + (bend - from) / 2, y - 4, from + (bend - from) / 2, y, bend, y), new LineTo(Math.max(bend, to), y));
                placeText(branch.text(), from, Math.max(bend, to), i);
            }
        }
        int hidden = all.size() - last.size();
        more.setVisible(hidden > 0);
        more.setText("and %d more in Runs".formatted(hidden));
        size(more, LEFT + width() - more.prefWidth(-1) - 2, row(1) + (ROW - more.prefHeight(-1)) / 2);
    }

    /** Behind its line or wherever the handle leaves room; where there is too little anywhere, it is cut short. */
    private void placeText(Label text, double from, double to, int row) {
        double wanted = text.prefWidth(-1);
        double left = row == 0 ? handle.getLayoutX() - 6 : LEFT + width();
        double right = row == 0 ? handle.getLayoutX() + handle.getWidth() + 6 : LEFT + width();
        List<Span> taken = row == 0 ? List.of(new Span(left, right)) : List.of();
        double x = new Span(LEFT, LEFT + width()).free(wanted, taken, to + 4, right, left - wanted, to - 24 - wanted, from - 8 - wanted);
        double y = row(row) + (ROW - text.prefHeight(-1)) / 2;
        if (Double.isNaN(x)) {
            boolean before = left - LEFT > LEFT + width() - right;
            x = before ? LEFT : right;
            wanted = Math.clamp(before ? left - LEFT : LEFT + width() - right, 0, wanted);
        }
        text.resizeRelocate(x, y, wanted, text.prefHeight(-1));
    }

    /** At the right, else before the handle or a branch; not there where nothing is free. */
    private void placeRecorded(long horizon) {
        double wanted = recorded.prefWidth(-1);
        List<Span> taken = new ArrayList<>(List.of(new Span(handle.getLayoutX() - 8, handle.getLayoutX() + handle.getWidth() + 8)));
        List<TimeModel.Lane> all = model.lanes();
        double branch = LEFT + width();
        if (!all.isEmpty()) {
            TimeModel.Lane first = all.get(Math.max(0, all.size() - lanes));
            Label text = branches.getFirst().text();
            branch = Math.min(x(first.from(), horizon), text.getLayoutX()) - 8;
            taken.add(new Span(x(first.from(), horizon) - 8, x(first.to(), horizon) + 8));
            taken.add(new Span(text.getLayoutX() - 8, text.getLayoutX() + text.getWidth() + 8));
        }
        double x = new Span(LEFT, LEFT + width()).free(wanted, taken, LEFT + width() - wanted - 2, handle.getLayoutX() - 12 - wanted, branch - wanted);
        recorded.setVisible(model.run().isPresent() && !Double.isNaN(x));
        size(recorded, Double.isNaN(x) ? LEFT : x, row(0) + (ROW - recorded.prefHeight(-1)) / 2);
    }

    private static void size(Region node, double x, double y) {
        node.resizeRelocate(x, y, node.prefWidth(-1), node.prefHeight(-1));
    }

    @Override
    protected double computePrefHeight(double width) {
        return row(shown);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 400;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }
}
