package tadpole.app.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.Remarks;
import tadpole.engine.training.Trainer;
import tadpole.engine.training.TrainingEvent;
import tadpole.engine.training.TrainingResult;

/** Trains an experiment while its progress is shown as text, and keeps what there is to keep. */
final class TerminalRun {

    private final RunRequest request;
    private final Surroundings surroundings;
    private final PrintWriter out;
    private final PrintWriter err;

    TerminalRun(RunRequest request, Surroundings surroundings, PrintWriter out, PrintWriter err) {
        this.request = request;
        this.surroundings = surroundings;
        this.out = out;
        this.err = err;
    }

    /** Ends with the results as one line of JSON on standard output. */
    void run() throws CommandException {
        new TerminalJob(request, surroundings, out, err).run(this::train);
    }

    private String train(Dataset dataset, Device device, Interruption interruption) throws CommandException {
        Listeners listeners = new Listeners();
        Trainer trainer = trainer(dataset, device, listeners);
        announce(dataset, trainer);
        try (RunOutput output = RunOutput.open(request.out(), request.experiment(), dataset, err);
                ProgressText progress = ProgressText.on(surroundings.terminal(), err, trainer)) {
            listeners.output = output;
            listeners.progress = progress;
            return result(trainer.run(interruption), trainer, output);
        }
    }

    private Trainer trainer(Dataset dataset, Device device, Listeners listeners) throws CommandException {
        try {
            return new Trainer(request.experiment(), dataset, device, listeners);
        } catch (SettingException misfit) {
            throw request.refusal(misfit);
        }
    }

    private void announce(Dataset dataset, Trainer trainer) {
        int threads = request.threads();
        err.printf(Locale.ROOT, "%s: %s, %d %s, %d parameters, %d steps, %d %s%s%n",
                request.experiment().name(), dataset.title(), trainer.setup().train().size(), dataset.hasPictures() ? "images" : "samples",
                trainer.setup().network().parameterCount(), trainer.plannedSteps(), threads, threads == 1 ? "thread" : "threads", augmented());
        Remarks.of(request.experiment(), dataset).forEach(remark -> err.println("Note: " + remark));
        err.flush();
    }

    private String augmented() {
        List<String> types = request.experiment().data().augment().stream().map(Spec::type).toList();
        return types.isEmpty() ? "" : ", augmented by " + String.join(", ", types);
    }

    private String result(JobOutcome<TrainingResult> outcome, Trainer trainer, RunOutput output) throws CommandException {
        return switch (outcome) {
            case JobOutcome.Finished<TrainingResult>(TrainingResult result) -> kept(result, trainer, output);
            case JobOutcome.Stopped<TrainingResult>(TrainingResult result) -> kept(result, trainer, output);
            case JobOutcome.Failed<TrainingResult>(String message, Throwable cause) -> {
                output.finish(Optional.empty());
                throw CommandException.failedRun("%s: %s".formatted(request.file(), message), cause);
            }
        };
    }

    private String kept(TrainingResult result, Trainer trainer, RunOutput output) throws CommandException {
        output.finish(Optional.of(result.network()));
        return ResultLine.of(request.experiment(), trainer.setup(), result);
    }

    /** The trainer wants its listener before anything is known of the run that the listeners show. */
    private static final class Listeners implements Consumer<TrainingEvent> {

        private Consumer<TrainingEvent> output = _ -> {};
        private Consumer<TrainingEvent> progress = _ -> {};

        @Override
        public void accept(TrainingEvent event) {
            output.accept(event);
            progress.accept(event);
        }
    }
}
