package tadpole.app.pane.race;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import tadpole.app.chart.Digits;
import tadpole.app.chart.Drawing;
import tadpole.app.chart.LossPlanePicture;
import tadpole.app.form.FormModel;
import tadpole.app.job.RunningJob;
import tadpole.app.job.UiFeed;
import tadpole.app.job.WorkState;
import tadpole.app.shell.Desk;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.training.LossGrid;
import tadpole.engine.training.LossMap;
import tadpole.engine.training.LossPlane;
import tadpole.engine.training.PlaneEvent;
import tadpole.engine.training.PlanePlan;
import tadpole.engine.training.TrainingPath;

/** The loss on the plane of training's own way: which runs, the grid as it fills, and the loss at a point. */
final class LossPlaneModel {

    /** More paths than this nobody can tell apart. */
    static final int MOST_PATHS = 3;
    private static final double ON_A_POINT = 0.08;

    private final Desk desk;
    private final Supplier<List<Lanes.Lane>> lanes;
    private final ObservableValue<String> lacking;
    private final FormModel form = new FormModel(PlanePlan.RECIPE);
    private final ReadOnlyObjectWrapper<List<Lanes.Lane>> choices = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Lanes.Lane>> picked = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<WorkState> state = new ReadOnlyObjectWrapper<>(WorkState.READY);
    private final ReadOnlyObjectWrapper<Optional<LossMap>> map = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper news = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper reading = new ReadOnlyStringWrapper("");
    private final BooleanBinding startable;
    private final BooleanBinding stoppable = Bindings.createBooleanBinding(() -> state.get().isGoingOn(), state);
    private List<Integer> marks = List.of();
    private List<String> labels = List.of();
    private int samples;
    private int trained;
    private Optional<RunningJob<Optional<LossMap>>> running = Optional.empty();

    /**
     * @param lanes   whose paths can be laid, asked anew when {@link #refresh} is called
     * @param lacking why nothing can be computed; empty where it can
     */
    LossPlaneModel(Desk desk, Supplier<List<Lanes.Lane>> lanes, ObservableValue<String> lacking) {
        this.desk = desk;
        this.lanes = lanes;
        this.lacking = lacking;
        this.startable = Bindings.createBooleanBinding(
                () -> state.get().isGoingOn() || lacking.getValue().isEmpty() && !picked.get().isEmpty(), state, picked, lacking);
        lacking.addListener((_, _, _) -> refresh());
        refresh();
    }

    FormModel form() {
        return form;
    }

    ObservableValue<String> lacking() {
        return lacking;
    }

    /** Takes the runs as they are now; who was picked stays so where it is still there, else it is the experiment of Train. */
    void refresh() {
        List<Lanes.Lane> now = lacking.getValue().isEmpty() ? lanes.get() : List.of();
        List<Integer> before = picked.get().stream().map(each -> choices.get().indexOf(each)).toList();
        boolean same = now.size() == choices.get().size();
        choices.set(now);
        List<Lanes.Lane> still = before.stream().filter(i -> same && i >= 0).map(now::get).toList();
        picked.set(still.isEmpty() && !now.isEmpty() ? List.of(now.getFirst()) : still);
    }

    ReadOnlyObjectProperty<List<Lanes.Lane>> choicesProperty() {
        return choices.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Lanes.Lane>> pickedProperty() {
        return picked.getReadOnlyProperty();
    }

    /** Picks a run or lets it go; one always stays, and of too many the first goes. */
    void toggle(Lanes.Lane lane) {
        List<Lanes.Lane> now = new ArrayList<>(picked.get());
        if (!now.remove(lane)) {
            now.add(lane);
        } else if (now.isEmpty()) {
            now.add(lane);
        }
        picked.set(List.copyOf(now.size() > MOST_PATHS ? now.subList(1, now.size()) : now));
    }

    ReadOnlyObjectProperty<WorkState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    WorkState state() {
        return state.get();
    }

    /** As it stands; its grid fills. */
    ReadOnlyObjectProperty<Optional<LossMap>> mapProperty() {
        return map.getReadOnlyProperty();
    }

    ReadOnlyIntegerProperty newsProperty() {
        return news.getReadOnlyProperty();
    }

    /** How far it is, what was reached or why not; empty while there is nothing to say. */
    ReadOnlyStringProperty lineProperty() {
        return line.getReadOnlyProperty();
    }

    /** The loss under the pointer; empty where it is beside the plane. */
    ReadOnlyStringProperty readingProperty() {
        return reading.getReadOnlyProperty();
    }

    BooleanBinding startable() {
        return startable;
    }

    BooleanBinding stoppable() {
        return stoppable;
    }

    Drawing picture() {
        return map.get().<Drawing>map(now -> new LossPlanePicture(copy(now), marks)).orElse((_, _, _, _, _) -> {});
    }

    /** It is drawn while the grid fills. */
    private static LossMap copy(LossMap map) {
        return new LossMap(map.paths(), map.grid().copy(), map.first(), map.second(), map.noise(), map.images(), map.trained(), map.parameters(), map.seconds());
    }

    /** Computes; pauses what is computed; goes on with what is paused. */
    void computeOrPause() {
        switch (state.get()) {
            case RUNNING -> running.ifPresent(RunningJob::pause);
            case PAUSED -> running.ifPresent(RunningJob::resume);
            case READY, ENDED, FAILED -> compute();
        }
    }

    void stop() {
        running.filter(each -> !each.state().isOver()).ifPresent(RunningJob::stop);
    }

    private void compute() {
        refresh();
        if (!startable.get()) {
            return;
        }
        desk.jobs().endWarmUp();
        UiFeed<PlaneEvent> feed = new UiFeed<>(desk.jobs().frames(), this::hear);
        List<Lanes.Lane> of = picked.get();
        LossPlane plane;
        try {
            plane = new LossPlane(of.stream().map(Lanes.Lane::run).toList(), new PlanePlan(form.settings()),
                    desk.workspace().datasetProperty().get().orElseThrow(), desk.device(), feed);
        } catch (SettingException misfit) {
            fail(misfit.getMessage());
            return;
        }
        marks = of.stream().map(Lanes.Lane::mark).toList();
        labels = of.stream().map(each -> each.run().label()).toList();
        samples = plane.images();
        trained = plane.trained();
        map.set(Optional.empty());
        reading.set("");
        line.set("Training comes first, and its weights are kept on the way.");
        state.set(WorkState.RUNNING);
        RunningJob<Optional<LossMap>> started = desk.jobs().start(plane, outcome -> {
            feed.flush();
            end(outcome);
        });
        running = Optional.of(started);
        started.stateProperty().addListener((_, _, next) -> {
            if (!next.isOver()) {
                state.set(next == RunningJob.State.PAUSED ? WorkState.PAUSED : WorkState.RUNNING);
            }
        });
        tellNews();
    }

    private void hear(List<PlaneEvent> events) {
        for (PlaneEvent event : events) {
            switch (event) {
                case PlaneEvent.Kept kept -> line.set(String.format(Locale.ROOT, "%s: step %d of %d, loss %.4f over %d images",
                        labels.get(kept.run()), kept.step(), kept.planned(), kept.loss(), samples));
                case PlaneEvent.Laid(LossMap laid) -> map.set(Optional.of(laid));
                case PlaneEvent.Evaluated(double loss) -> map.get().ifPresent(now -> now.grid().add(loss));
            }
        }
        map.get().ifPresent(now -> line.set("Point %d of %d. Coarse points come first.".formatted(now.grid().known(), now.grid().size())));
        tellNews();
    }

    private void end(JobOutcome<Optional<LossMap>> outcome) {
        switch (outcome) {
            case JobOutcome.Finished<Optional<LossMap>>(Optional<LossMap> done) -> ended(done, "");
            case JobOutcome.Stopped<Optional<LossMap>>(Optional<LossMap> done) -> ended(done, "Stopped. ");
            case JobOutcome.Failed<Optional<LossMap>>(String why, _) -> {
                fail(why);
                desk.messages().failed(why);
            }
        }
        tellNews();
    }

    private void ended(Optional<LossMap> done, String before) {
        map.set(done.filter(each -> each.grid().stride() > 0));
        state.set(map.get().isPresent() ? WorkState.ENDED : WorkState.READY);
        line.set(map.get().map(now -> before + summary(now))
                .orElse("Stopped before the plane could be seen: training has to end first, and the coarse points to be evaluated."));
    }

    private void fail(String why) {
        state.set(WorkState.FAILED);
        line.set(why);
    }

    private static String summary(LossMap map) {
        return String.format(Locale.ROOT, "%d points in %.1f s. The two directions hold %.1f\u00A0%% of the %s variance.", map.grid().known(),
                map.seconds(), 100 * (map.first() + map.second()), map.paths().size() == 1 ? "path's" : "paths'");
    }

    /** What holds at every point. */
    String facts() {
        boolean going = state.get().isGoingOn();
        int all = map.get().map(LossMap::trained).orElseGet(() -> going ? trained : learned());
        int images = map.get().map(LossMap::images).orElseGet(() -> going ? samples : Math.min(all, form.settings().whole("images")));
        String of = all == 0 ? "of the training images" : "of %s training images".formatted(Digits.count(all));
        return ("Mean loss over %s %s, drawn by the seed, the same at every point: not augmented, dropout off, batch "
                + "normalization with the running statistics of the end, no penalties. Dots are white at the start, black at the end.").formatted(Digits.count(images), of);
    }

    /** How many training images there would be; 0 where that is not known. */
    private int learned() {
        return picked.get().stream().findFirst().flatMap(lane -> desk.workspace().datasetProperty().get()
                .map(open -> lane.run().experiment().data().learned(open.train().size(), open.classes().size()))).orElse(0);
    }

    /**
     * Reads the loss at a place.
     *
     * @param reachX how near a moment of a path must be to be meant, along the first direction
     */
    void read(double x, double y, double reachX, double reachY) {
        reading.set(map.get().filter(now -> now.grid().window().contains(x, y)).map(now -> moment(now, x, y, reachX, reachY)
                .orElseGet(() -> point(now.grid(), x, y))).orElse(""));
    }

    void readNothing() {
        reading.set("");
    }

    private Optional<String> moment(LossMap now, double x, double y, double reachX, double reachY) {
        double nearest = 1;
        Optional<String> found = Optional.empty();
        for (int i = 0; i < now.paths().size(); i++) {
            for (TrainingPath.Moment each : now.paths().get(i).moments()) {
                double distance = Math.hypot((each.x() - x) / reachX, (each.y() - y) / reachY);
                if (distance < nearest) {
                    nearest = distance;
                    found = Optional.of(String.format(Locale.ROOT, "%s after step %d\nloss %.4g, %s the plane\nloss %.4g on the plane under it",
                            now.paths().get(i).label(), each.step(), each.loss(), off(each.off()), now.grid().at(each.x(), each.y())));
                }
            }
        }
        return found;
    }

    private static String off(double off) {
        return off < 1e-3 ? "on" : String.format(Locale.ROOT, "%.3g off", off);
    }

    private static String point(LossGrid grid, double x, double y) {
        double loss = grid.at(x, y);
        if (Double.isNaN(loss)) {
            return "";
        }
        double step = grid.window().width() / (grid.side() - 1) * grid.stride();
        double up = grid.window().height() / (grid.side() - 1) * grid.stride();
        boolean on = isWhole((x - grid.window().left()) / step) && isWhole((y - grid.window().bottom()) / up);
        return String.format(Locale.ROOT, "loss %.4g\nat %.3g, %.3g\n%s", loss, x, y, on ? "at a grid point" : "between grid points, interpolated");
    }

    private static boolean isWhole(double place) {
        return Math.abs(place - Math.rint(place)) < ON_A_POINT;
    }

    private void tellNews() {
        news.set(news.get() + 1);
    }
}
