package tadpole.app.schedule;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import tadpole.app.chart.Digits;
import tadpole.app.chart.Scale;

/** Rate above, momentum below, over the epochs of a run; grips to drag, and a dot where the run is. */
public final class ScheduleChart extends Region {

    private static final double STANDARD_TYPE = 13;
    private static final double DOT = 5.5;
    private static final double EPOCH_PIXELS = 52;
    private static final double TICK_PIXELS = 30;
    /** A ring on the foot of the chart leaves the number under it free. */
    private static final double UNDER_RINGS = 6;

    private final ScheduleEditorModel model;
    private final ChartRoom room;
    private final Path grid = path("schedule-grid");
    private final Path rate = path("schedule-rate");
    private final Path momentum = path("schedule-momentum");
    private final Line pointer = new Line();
    private final Circle dot = circle();
    private final Circle momentumDot = circle();
    private final Label rateTitle = label("schedule-title", "Learning rate");
    private final Label momentumTitle = label("schedule-title", "Momentum");
    private final Label foot = label("tick", "");
    private final Label none = label("schedule-title", "No curve as long as this does not fit.");
    private final Pane texts = new Pane();
    private final Map<Grip, GripHandle> grips = new EnumMap<>(Grip.class);
    private RateAxis rates = new RateAxis(0, 1, 0, false);
    private RateAxis momenta = new RateAxis(0, 1, 0, false);
    private ChartRoom.Areas areas;

    /** @param id begins the ids of its grips: "schedule" gives "schedule-peak" */
    public ScheduleChart(ScheduleEditorModel model, ChartRoom room, String id) {
        this.model = model;
        this.room = room;
        this.areas = room.areas(1, 1, 1, true);
        setId(id + "-chart");
        getStyleClass().addAll("schedule-chart", "form");
        pointer.getStyleClass().add("schedule-pointer");
        pointer.setVisible(false);
        List.of(grid, rate, momentum, pointer, dot, momentumDot, texts).forEach(each -> {
            each.setManaged(false);
            each.setMouseTransparent(true);
        });
        getChildren().setAll(grid, texts, rateTitle, momentumTitle, foot, none, momentum, rate, pointer);
        for (Grip grip : Grip.values()) {
            GripHandle handle = new GripHandle(grip, model, this, id);
            grips.put(grip, handle);
            getChildren().add(handle);
        }
        getChildren().addAll(momentumDot, dot);
        setOnMouseMoved(mouse -> model.hoveredProperty().set(areas.holds(mouse.getX()) ? Optional.of(step(mouse.getX())) : Optional.empty()));
        setOnMouseExited(_ -> model.hoveredProperty().set(Optional.empty()));
        model.curveProperty().subscribe(_ -> requestLayout());
        model.handlesProperty().subscribe(_ -> requestLayout());
        model.logarithmicProperty().subscribe(_ -> requestLayout());
        model.heldProperty().subscribe(_ -> requestLayout());
        model.liveProperty().subscribe(_ -> placeDot());
        model.hoveredProperty().subscribe(_ -> placePointer());
        rateTitle.fontProperty().subscribe(_ -> requestLayout());
    }

    /** The step at a place, within the run. */
    long step(double x) {
        return Math.clamp(Math.round(areas.share(x) * model.length().steps()), 0L, model.length().steps() - 1);
    }

    /** The rate or momentum at a place, within the axis. */
    double value(Grip grip, double y) {
        return grip.isMomentum() ? momenta.value(areas.momentumShare(y)) : rates.value(areas.rateShare(y));
    }

    @Override
    protected double computePrefHeight(double width) {
        return room.height(zoom(), model.curveProperty().get().map(ScheduleCurve::hasMomentum).orElse(false));
    }

    @Override
    protected double computeMinHeight(double width) {
        return room.isFixed() ? computePrefHeight(width) : 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 100;
    }

    @Override
    protected void layoutChildren() {
        Optional<ScheduleCurve> shown = model.curveProperty().get();
        boolean there = shown.isPresent();
        List.of(grid, rate, momentum, texts, rateTitle, momentumTitle, foot).forEach(each -> each.setVisible(there));
        none.setVisible(!there);
        none.autosize();
        none.relocate((getWidth() - none.getWidth()) / 2, (getHeight() - none.getHeight()) / 2);
        hideOtherGrips();
        shown.ifPresent(this::layOut);
        placeDot();
        placePointer();
    }

    /** One that stays is never hidden in between: it would lose the focus and the mouse that holds it. */
    private void hideOtherGrips() {
        List<Grip> there = model.handlesProperty().get().stream().map(Grip.Handle::grip).toList();
        grips.forEach((grip, handle) -> {
            if (!there.contains(grip)) {
                handle.setVisible(false);
            }
        });
    }

    private void layOut(ScheduleCurve curve) {
        areas = room.areas(getWidth(), getHeight(), zoom(), curve.hasMomentum());
        if (!model.heldProperty().get()) {
            rates = RateAxis.of(curve, model.logarithmicProperty().get(), areas.rateHeight() / (TICK_PIXELS * zoom()));
            momenta = RateAxis.ofMomentum(curve);
        }
        grid.getElements().clear();
        texts.getChildren().clear();
        epochs();
        rates.ticks().forEach(tick -> tick(areas.rateY(tick.share()), tick.text()));
        rateTitle.autosize();
        rateTitle.relocate(areas.left(), areas.rateY(1) - rateTitle.getHeight() - 1);
        momentumTitle.setVisible(curve.hasMomentum());
        momentum.setVisible(curve.hasMomentum());
        draw(rate, curve, point -> areas.rateY(rates.share(point.rate())));
        if (curve.hasMomentum()) {
            momentumTitle.autosize();
            momentumTitle.relocate(areas.left(), areas.momentumY(1) - momentumTitle.getHeight() - 1);
            momentumTicks(curve);
            draw(momentum, curve, point -> areas.momentumY(momenta.share(point.momentum().orElseThrow())));
        }
        model.handlesProperty().get().forEach(this::place);
    }

    private void place(Grip.Handle handle) {
        double y = handle.grip().isMomentum() ? areas.momentumY(momenta.share(handle.value())) : areas.rateY(rates.share(handle.value()));
        grips.get(handle.grip()).place(handle, x(handle.step()), y);
    }

    private void momentumTicks(ScheduleCurve curve) {
        curve.points().stream().mapToDouble(each -> each.momentum().orElseThrow()).min()
                .ifPresent(least -> tick(areas.momentumY(momenta.share(least)), Digits.shortest(least)));
        double most = curve.points().stream().mapToDouble(each -> each.momentum().orElseThrow()).max().orElseThrow();
        if (areas.momentumY(momenta.share(most)) < areas.momentumY(momenta.share(momenta.from())) - 2 * rateTitle.getHeight()) {
            tick(areas.momentumY(momenta.share(most)), Digits.shortest(most));
        }
    }

    private void tick(double y, String text) {
        line(areas.left(), y, areas.right(), y);
        Label words = text(text);
        words.relocate(areas.left() - 9 - words.getWidth(), y - words.getHeight() / 2);
    }

    private void epochs() {
        double epochs = model.length().epochs();
        double tick = Scale.covering(0, epochs, (areas.right() - areas.left()) / (EPOCH_PIXELS * zoom())).tick();
        double last = 0;
        for (int i = 0; i * tick <= epochs * (1 + 1e-9); i++) {
            double x = areas.x(i * tick / epochs);
            line(x, areas.top(), x, areas.bottom());
            Label words = text(Digits.shortest(i * tick));
            words.relocate(x - words.getWidth() / 2, areas.bottom() + UNDER_RINGS * zoom());
            last = x + words.getWidth() / 2;
        }
        foot.setText("epochs");
        foot.autosize();
        boolean besides = last + 8 + foot.getWidth() <= areas.right() + 2;
        foot.relocate(areas.right() - foot.getWidth(), areas.bottom() + UNDER_RINGS * zoom() + (besides ? 0 : 0.85 * foot.getHeight()));
    }

    private void draw(Path path, ScheduleCurve curve, ToDoubleFunction<SchedulePoint> y) {
        List<PathElement> line = new ArrayList<>();
        for (SchedulePoint point : curve.points()) {
            double x = x(point.step());
            line.add(line.isEmpty() ? new MoveTo(x, y.applyAsDouble(point)) : new LineTo(x, y.applyAsDouble(point)));
        }
        if (line.size() == 1) {
            line.add(new LineTo(areas.right(), y.applyAsDouble(curve.start())));
        }
        path.getElements().setAll(line);
    }

    private void placeDot() {
        Optional<SchedulePoint> now = model.liveProperty().get().filter(_ -> model.curveProperty().get().isPresent());
        dot.setVisible(now.isPresent());
        momentumDot.setVisible(now.flatMap(point -> model.curveProperty().get().filter(curve ->
                curve.hasMomentum() && point.momentum().isPresent())).isPresent());
        now.ifPresent(point -> {
            dot.setCenterX(x(Math.min(point.step(), model.length().steps())));
            dot.setCenterY(areas.rateY(rates.share(point.rate())));
            dot.setRadius(DOT * zoom());
            momentumDot.setCenterX(dot.getCenterX());
            momentumDot.setCenterY(areas.momentumY(momenta.share(point.momentum().orElse(0))));
            momentumDot.setRadius(0.8 * DOT * zoom());
        });
    }

    private void placePointer() {
        Optional<Long> step = model.hoveredProperty().get().filter(_ -> model.curveProperty().get().isPresent());
        pointer.setVisible(step.isPresent());
        step.ifPresent(at -> {
            double x = Math.rint(x(at)) + 0.5;
            pointer.setStartX(x);
            pointer.setEndX(x);
            pointer.setStartY(areas.top());
            pointer.setEndY(areas.bottom());
        });
    }

    private double x(long step) {
        return areas.x((double) step / model.length().steps());
    }

    private double zoom() {
        return foot.getFont().getSize() / (0.7692 * STANDARD_TYPE);
    }

    private void line(double fromX, double fromY, double toX, double toY) {
        grid.getElements().addAll(new MoveTo(Math.rint(fromX) + 0.5, Math.rint(fromY) + 0.5),
                new LineTo(Math.rint(toX) + 0.5, Math.rint(toY) + 0.5));
    }

    private Label text(String words) {
        Label label = label("tick", words);
        texts.getChildren().add(label);
        label.applyCss();
        label.autosize();
        return label;
    }

    private static Label label(String style, String words) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setManaged(false);
        label.setMouseTransparent(true);
        return label;
    }

    private static Path path(String style) {
        Path path = new Path();
        path.getStyleClass().add(style);
        return path;
    }

    private static Circle circle() {
        Circle circle = new Circle();
        circle.getStyleClass().add("schedule-dot");
        circle.setVisible(false);
        return circle;
    }
}
