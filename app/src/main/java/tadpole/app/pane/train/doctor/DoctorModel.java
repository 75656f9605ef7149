package tadpole.app.pane.train.doctor;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.WeakHashMap;
import tadpole.app.job.RunningJob;
import tadpole.app.pane.train.Lab;
import tadpole.app.pane.train.Numbers;
import tadpole.app.pane.train.Run;
import tadpole.engine.doctor.Diagnosis;
import tadpole.engine.doctor.Rules;
import tadpole.engine.doctor.Trial;
import tadpole.engine.doctor.TrialJob;
import tadpole.engine.doctor.TrialResult;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;

/** What the doctor says at the moment looked at, and the trials that were made of it. On the JavaFX thread. */
final class DoctorModel {

    private final Lab lab;
    private final Runnable onNews;
    /** By run and label. */
    private final Map<Run, Map<String, Tried>> tried = new WeakHashMap<>();
    private Optional<Going> going = Optional.empty();
    private int news;

    /** @param confirmed empty where it could not tell */
    record Tried(Trial trial, Optional<Boolean> confirmed, String words) {}

    private record Going(Run run, Trial trial, RunningJob<TrialResult> job) {}

    /** What a card shows; another one as soon as something of it is new. */
    record Shown(Optional<Run> run, Optional<Diagnosis> diagnosis, String when, int news) {}

    /** @param onNews told when a trial got further or ended */
    DoctorModel(Lab lab, Runnable onNews) {
        this.lab = lab;
        this.onNews = onNews;
    }

    Shown now() {
        Optional<Run> run = lab.runProperty().get();
        OptionalLong at = lab.atProperty().get();
        Optional<Diagnosis> said = run.flatMap(each -> at.isPresent() ? said(each, at.getAsLong()) : each.doctor().latest());
        String when = at.isEmpty() ? "looks at every epoch"
                : said.map(each -> "as of step " + Numbers.count(each.step())).orElse("not yet at that step");
        return new Shown(run, said, when, news);
    }

    /** What was known of a run at a step; before it left its parent the parent's. */
    private static Optional<Diagnosis> said(Run of, long step) {
        return of.doctor().at(step).or(() -> of.origin().flatMap(from -> said(from.parent(), Math.min(step, from.step()))));
    }

    Optional<Tried> tried(Run run, Trial trial) {
        return Optional.ofNullable(tried.getOrDefault(run, Map.of()).get(trial.label()));
    }

    boolean isGoing(Trial trial) {
        return going.filter(each -> each.trial().label().equals(trial.label())).isPresent();
    }

    boolean isBusy() {
        return going.isPresent();
    }

    /** "42 %" of the trial that goes on. */
    String progress() {
        return going.map(each -> each.job().progressProperty().get()).filter(Progress::isKnown)
                .map(each -> Math.round(100 * each.fraction()) + " %").orElse("");
    }

    /** "3 s", by what a step of that run took; empty where none is known. */
    static String estimate(Run run, Trial trial) {
        double seconds = run.doctor().secondsAStep() * TrialJob.steps(trial, run.dataset());
        if (seconds == 0) {
            return "";
        }
        return seconds < 100 ? Math.max(1, Math.round(seconds)) + " s" : Math.round(seconds / 60) + " min";
    }

    /** The check that any network should pass; empty where there are no classes to learn. */
    static Optional<Trial> byHeart(Run run) {
        int classes = run.dataset().classes().size();
        return classes < 2 ? Optional.empty() : Optional.of(Rules.byHeart(run.current(), classes));
    }

    /** Runs it beside everything else. */
    void begin(Run run, Trial trial) {
        if (isBusy()) {
            return;
        }
        RunningJob<TrialResult> job = lab.desk().jobs().start(new TrialJob(trial, run.dataset(), lab.desk().device()), outcome -> end(run, trial, outcome));
        going = Optional.of(new Going(run, trial, job));
        job.progressProperty().addListener(_ -> onNews.run());
        renew();
    }

    void stop() {
        going.ifPresent(each -> each.job().stop());
    }

    /** The experiment of a trial as a run of its own, with its curves. */
    void keep(Trial trial) {
        lab.start(trial.experiment(), trial.experiment().name());
    }

    private void end(Run run, Trial trial, JobOutcome<TrialResult> outcome) {
        going = Optional.empty();
        switch (outcome) {
            case JobOutcome.Finished<TrialResult>(var result) -> put(run, new Tried(trial, Optional.of(result.confirmed()), result.words()));
            case JobOutcome.Failed<TrialResult>(var why, _) -> put(run, new Tried(trial, Optional.empty(), why));
            case JobOutcome.Stopped<TrialResult> _ -> { }
        }
        renew();
    }

    private void put(Run run, Tried result) {
        tried.computeIfAbsent(run, _ -> new HashMap<>()).put(result.trial().label(), result);
    }

    private void renew() {
        news++;
        onNews.run();
    }
}
