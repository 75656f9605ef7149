package tadpole.engine.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.Split;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Words;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.RacePlan.Lane;

/**
 * Trains the same network with several optimizers from the same starts on the same batches, and ranks them by the mean loss
 * of their last steps. Each may have its own schedule, and a look at the test images at its end. Where each is to race at its own best rate, rates are tried from the first seed, and the best of
 * them goes on with the others. A race runs once.
 */
public final class Race implements Job<RaceResult> {

    private final RacePlan plan;
    private final Dataset dataset;
    private final Optional<Split> test;
    private final Device device;
    private final Consumer<RaceEvent> listener;
    private final List<RaceRun> runs = new ArrayList<>();

    private Stopwatch control;
    private long planned;

    /**
     * @param listener told every event, on the racing thread
     * @throws SettingException where the experiment's parts do not fit each other or the data, with its place in the race's file
     */
    public Race(RacePlan plan, Dataset dataset, Device device, Consumer<RaceEvent> listener) throws SettingException {
        this.dataset = dataset.with(dataset.train(), Optional.empty());
        this.device = device;
        this.listener = listener;
        if (dataset.train().size() == 0) {
            throw new SettingException("%s leaves no samples to train on.".formatted(dataset.title())).at("experiment.data.set");
        }
        if (plan.tests() && dataset.test().isEmpty()) {
            throw new SettingException("%s has no test images to measure on.".formatted(dataset.title())).at("test");
        }
        this.test = plan.tests() ? dataset.test() : Optional.empty();
        this.plan = plan.over(samples(plan, dataset));
        for (int each = 0; each < plan.contestants().size(); each++) {
            accept(each);
        }
    }

    private void accept(int contestant) throws SettingException {
        try {
            Setup.of(plan.experiment(new Lane(contestant, plan.rate(), 0), samples(plan, dataset)), dataset);
        } catch (SettingException misfit) {
            boolean own = misfit.path().startsWith("optimizer")
                    || misfit.path().startsWith("schedule") && plan.contestants().get(contestant).schedule().isPresent();
            throw misfit.at(own ? "contestants[%d].%s".formatted(contestant, misfit.path()) : "experiment." + misfit.path());
        }
    }

    /** How many are trained on. */
    private static int samples(RacePlan plan, Dataset dataset) {
        return plan.experiment().data().samples(dataset.train().size(), dataset.classes().size());
    }

    @Override
    public String name() {
        return "Racing " + plan.name();
    }

    /** With as many steps as it has. */
    public RacePlan plan() {
        return plan;
    }

    @Override
    public JobOutcome<RaceResult> run(JobControl outer) {
        control = new Stopwatch(outer);
        try {
            if (plan.sameRate()) {
                raceAt(plan.rate());
            } else {
                raceAtBest();
            }
            return new JobOutcome.Finished<>(result("Finished %d %s.".formatted(runs.size(), runs.size() == 1 ? "run" : "runs")));
        } catch (Interrupted stopped) {
            return new JobOutcome.Stopped<>(result("Stopped."));
        } catch (Refused refused) {
            return new JobOutcome.Failed<>(refused.getMessage(), refused);
        }
    }

    private void raceAt(double rate) throws Interrupted, Refused {
        planned = (long) plan.contestants().size() * plan.seeds();
        for (int seed = 0; seed < plan.seeds(); seed++) {
            for (int each = 0; each < plan.contestants().size(); each++) {
                run(new Lane(each, rate, seed), false);
            }
        }
    }

    private void raceAtBest() throws Interrupted, Refused {
        long others = (long) plan.contestants().size() * (plan.seeds() - 1);
        planned = others + plan.contestants().stream().mapToInt(each -> each.rates().isEmpty() ? 4 : each.rates().size()).sum();
        for (int each = 0; each < plan.contestants().size(); each++) {
            scout(each, plan.contestants().get(each));
        }
        RaceResult scouted = result("");
        planned = runs.size() + others;
        for (int seed = 1; seed < plan.seeds(); seed++) {
            for (int each = 0; each < plan.contestants().size(); each++) {
                run(new Lane(each, scouted.bestRate(each).orElseThrow(), seed), false);
            }
        }
    }

    private void scout(int contestant, Contestant who) throws Interrupted, Refused {
        for (double rate : who.rates()) {
            run(new Lane(contestant, rate, 0), true);
        }
        if (!who.rates().isEmpty()) {
            return;
        }
        RateSearch search = new RateSearch(who.optimizer().settings().decimal("rate"));
        for (OptionalDouble rate = search.next(); rate.isPresent(); rate = search.next()) {
            search.told(rate.getAsDouble(), run(new Lane(contestant, rate.getAsDouble(), 0), true).finalLoss());
        }
    }

    private RaceRun run(Lane lane, boolean scouting) throws Interrupted, Refused {
        RaceTrace trace = RaceTrace.of(plan);
        listener.accept(new RaceEvent.Began(lane, scouting));
        Trainer trainer = trainer(lane, trace);
        LaneControl watched = new LaneControl(lane);
        RaceRun run = switch (trainer.run(watched)) {
            case JobOutcome.Finished<TrainingResult> _ -> new RaceRun(lane, trace, measure(trainer.setup(), watched), Optional.empty());
            case JobOutcome.Stopped<TrainingResult> _ -> throw new Interrupted();
            case JobOutcome.Failed<TrainingResult>(String why, DivergedException _) ->
                new RaceRun(lane, trace, Optional.empty(), Optional.of(why));
            case JobOutcome.Failed<TrainingResult>(String why, Throwable cause) ->
                throw new Refused("%s: %s".formatted(plan.contestants().get(lane.contestant()).label(), why), cause);
        };
        runs.add(run);
        listener.accept(new RaceEvent.Ended(run));
        return run;
    }

    private Optional<Evaluation> measure(Setup setup, JobControl watched) throws Interrupted {
        if (test.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Evaluator(setup.judged(test.get()), setup.preparations(), setup.loss(), device)
                .evaluate(setup.network(), watched).orElseThrow(Interrupted::new));
    }

    private Trainer trainer(Lane lane, RaceTrace trace) throws Refused {
        try {
            return new Trainer(plan.experiment(lane, samples(plan, dataset)).ofTraining(), dataset, device, event -> hear(lane, trace, event));
        } catch (SettingException misfit) {
            throw new Refused(misfit.getMessage(), misfit);
        }
    }

    private void hear(Lane lane, RaceTrace trace, TrainingEvent event) {
        if (event instanceof TrainingEvent.Stepped step) {
            trace.add(step.loss());
            listener.accept(new RaceEvent.Stepped(lane, step.step(), step.loss(), step.accuracy(), step.rate()));
        }
    }

    private RaceResult result(String ending) {
        return new RaceResult(plan, runs, control.seconds(), ending);
    }

    /** Tells the progress of the whole race. */
    private final class LaneControl implements JobControl {

        private final String text;

        LaneControl(Lane lane) {
            this.text = "%s at %s, seed %d of %d".formatted(
                    plan.contestants().get(lane.contestant()).label(), Words.rounded(lane.rate(), 4), lane.seed() + 1, plan.seeds());
        }

        @Override
        public boolean proceed() {
            return control.proceed();
        }

        @Override
        public boolean proceedWithin() {
            return control.proceedWithin();
        }

        @Override
        public boolean isStopped() {
            return control.isStopped();
        }

        @Override
        public void report(Progress progress) {
            long all = Math.max(planned, runs.size() + 1L) * plan.steps();
            control.report(new Progress((long) runs.size() * plan.steps() + (long) (progress.fraction() * plan.steps()), all, text));
        }
    }

    private static final class Interrupted extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String sentence, Throwable cause) {
            super(sentence, cause);
        }
    }
}
