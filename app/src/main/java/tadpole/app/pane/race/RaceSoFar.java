package tadpole.app.pane.race;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tadpole.app.chart.RaceCurve;
import tadpole.app.chart.RacePicture;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.training.RaceEvent;
import tadpole.engine.training.RacePlan;
import tadpole.engine.training.RaceResult;
import tadpole.engine.training.RaceRun;
import tadpole.engine.training.RaceTrace;

/** A race as its events tell it: the runs that ended, and the one that goes on. */
final class RaceSoFar {

    private final RacePlan plan;
    private final Data data;
    private final List<RaceRun> runs = new ArrayList<>();
    private Optional<RaceEvent.Began> now = Optional.empty();
    private Optional<RaceTrace> trace = Optional.empty();

    RaceSoFar(RacePlan plan, Dataset data) {
        this.plan = plan;
        this.data = new Data(data.key(), data.title());
    }

    /** What they race on, without its images. */
    record Data(String key, String title) {}

    RacePlan plan() {
        return plan;
    }

    Data data() {
        return data;
    }

    /** Whether a run ended among these. */
    boolean hear(List<RaceEvent> events) {
        int before = runs.size();
        for (RaceEvent event : events) {
            switch (event) {
                case RaceEvent.Began began -> {
                    now = Optional.of(began);
                    trace = Optional.of(RaceTrace.of(plan));
                }
                case RaceEvent.Stepped step -> trace.ifPresent(each -> each.add(step.loss()));
                case RaceEvent.Ended(RaceRun run) -> {
                    runs.add(run);
                    rest();
                }
            }
        }
        return runs.size() > before;
    }

    /** Nothing goes on any more. */
    void rest() {
        now = Optional.empty();
        trace = Optional.empty();
    }

    boolean isEmpty() {
        return runs.isEmpty() && trace.isEmpty();
    }

    RaceResult result() {
        return new RaceResult(plan, runs, 0, "");
    }

    /** Every contestant at its best rate, and the run that goes on where its contestant has none yet. */
    RacePicture picture() {
        RaceResult so = result();
        List<RaceCurve> curves = IntStream.range(0, plan.contestants().size())
                .mapToObj(i -> RaceCurve.of(i, plan.contestants().get(i).label(), traces(so, i))).toList();
        return new RacePicture(curves, plan.steps(), RacePicture.title(plan), RacePicture.foot(plan));
    }

    private List<RaceTrace> traces(RaceResult so, int contestant) {
        List<RaceTrace> ended = so.racing(contestant).stream().map(RaceRun::trace).toList();
        boolean mine = now.filter(each -> each.lane().contestant() == contestant).isPresent();
        return ended.isEmpty() && mine ? trace.stream().toList() : ended;
    }
}
