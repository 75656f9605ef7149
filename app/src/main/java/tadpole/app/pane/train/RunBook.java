package tadpole.app.pane.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import tadpole.app.chart.RunCurves;
import tadpole.app.chart.RunFrame;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.TrainingEvent;
import tadpole.engine.training.TrainingEvent.Changed;
import tadpole.engine.training.TrainingEvent.EpochEnded;
import tadpole.engine.training.TrainingPlan;
import tadpole.engine.training.TrainingResult;

/** What a run told so far: curves, figures, what was so after each step. That of a branch begins with its parent's. On the JavaFX thread. */
final class RunBook {

    private final Experiment start;
    private final Dataset dataset;
    private final Optional<Origin> origin;
    private final RunCurves curves;
    private final RunFigures figures;
    private final Verdict verdict;
    private final Trail trail;
    private final List<EpochEnded> epochs = new ArrayList<>();
    private final List<Changed> changes = new ArrayList<>();
    private int planned;
    private Optional<TrainingEvent.Stepped> last = Optional.empty();

    RunBook(Experiment start, Dataset dataset, Optional<Origin> origin) {
        this.start = start;
        this.dataset = dataset;
        this.origin = origin;
        this.planned = start.training().epochs();
        RunFrame frame = RunFrame.of(start, dataset);
        this.curves = origin.map(from -> new RunCurves(frame, from.parent().curves(), from.step(), from.epoch())).orElseGet(() -> new RunCurves(frame));
        this.figures = new RunFigures(planned, System::nanoTime);
        this.verdict = new Verdict(start, dataset);
        this.trail = new Trail(origin.map(each -> each.parent().trail()), origin.map(Origin::step).orElse(0L));
        origin.map(from -> from.parent().book().at(from.step())).filter(before -> !before.isEmpty()).ifPresent(figures::beginAt);
    }

    void hear(List<TrainingEvent> events) {
        events.forEach(curves);
        for (TrainingEvent event : events) {
            switch (event) {
                case TrainingEvent.Stepped stepped -> {
                    last = Optional.of(stepped);
                    trail.add(stepped);
                }
                case EpochEnded epoch -> {
                    verdict.ended(epoch);
                    epochs.add(epoch);
                }
                case Changed changed -> changes.add(changed);
            }
        }
        figures.accept(events);
        curves.setPace(figures.now().stepsPerSecond());
    }

    /** Another length or another rate is asked for. */
    void follow(Experiment now) {
        planned = now.training().epochs();
        figures.setEpochs(planned);
        verdict.changedRate(now.rate());
        RunFrame was = curves.frame();
        RunFrame frame = RunFrame.of(now.withTraining(now.training().with(TrainingPlan.BATCH, (long) start.training().batch())), dataset);
        if (!frame.equals(was)) {
            curves.show(frame);
        }
    }

    /** It made its last step. */
    void end(TrainingResult result) {
        figures.end(result.steps(), result.seconds());
    }

    void setWorking(boolean now) {
        figures.setWorking(now);
    }

    long plannedSteps() {
        RunFrame frame = curves.frame();
        return Math.round(frame.epochs() * frame.stepsAnEpoch());
    }

    RunCurves curves() {
        return curves;
    }

    Trail trail() {
        return trail;
    }

    List<EpochEnded> epochs() {
        return Collections.unmodifiableList(epochs);
    }

    /** What was changed by hand while it ran. */
    List<Changed> changes() {
        return Collections.unmodifiableList(changes);
    }

    Optional<TrainingEvent.Stepped> last() {
        return last;
    }

    Figures now() {
        Figures now = figures.now();
        return now.isEmpty() ? Figures.none(planned) : now;
    }

    /** The figures as they were after a step. */
    Figures at(long step) {
        Optional<EpochEnded> ended = endedBefore(step);
        int whole = ended.map(EpochEnded::epoch).orElse(0);
        return trail.at(step).map(point -> new Figures(step, Figures.epoch(point.epoch(), planned), planned, point.loss(), point.accuracy(),
                        point.lastLoss(), ended.flatMap(EpochEnded::heldOut), whole, 0))
                .orElseGet(() -> Figures.none(planned));
    }

    /** The last epoch that was over then, of the parent where that was before the branch. */
    Optional<EpochEnded> endedBefore(long step) {
        return epochs.reversed().stream().filter(each -> each.step() <= step).findFirst()
                .or(() -> origin.flatMap(from -> from.parent().book().endedBefore(Math.min(step, from.step()))));
    }

    String verdict(TrainingResult result, boolean stopped) {
        return verdict.of(result, stopped);
    }

    /** The same without what to try next. */
    String outcome(TrainingResult result, boolean stopped) {
        return verdict.reached(result, stopped);
    }
}
