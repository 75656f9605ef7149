package tadpole.app.command;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tadpole.engine.file.FileException;
import tadpole.engine.file.JsonLayout;
import tadpole.engine.file.LanguageFile;
import tadpole.engine.file.LanguageSnapshots;
import tadpole.engine.file.TextExperimentFile;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.language.Corpus;
import tadpole.engine.language.LanguageEvent;
import tadpole.engine.language.LanguageModel;
import tadpole.engine.language.LanguageTrainer;
import tadpole.engine.language.Perplexity;
import tadpole.engine.language.PerplexityJob;
import tadpole.engine.language.TextExperiment;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;

/** Trains a text model on a terminal: a line an epoch, a bar, its folder, its last line. */
final class TerminalText {

    private static final String MODEL = "model.safetensors";

    private final TextRequest request;
    private final TextExperiment experiment;
    private final Surroundings surroundings;
    private final PrintWriter out;
    private final PrintWriter err;
    private final StageBar bar;
    private final Optional<ResultFolder> folder;
    private final StringBuilder metrics = new StringBuilder("step,epoch,loss,rate,gradientNorm,validation\n");
    private final StringBuilder samples = new StringBuilder();
    private final long begun = System.nanoTime();
    private LanguageTrainer trainer;
    private int kept;
    private double train = Double.NaN;
    private double validation = Double.NaN;
    private double seconds;
    private long step;

    TerminalText(TextRequest request, Surroundings surroundings, PrintWriter out, PrintWriter err) {
        this.request = request;
        this.experiment = request.experiment();
        this.surroundings = surroundings;
        this.out = out;
        this.err = err;
        this.bar = new StageBar(surroundings.terminal(), err);
        this.folder = request.out().map(path -> new ResultFolder(path, TerminalText::isOwn));
    }

    private static boolean isOwn(String name) {
        return List.of(MODEL, "metrics.csv", "samples.txt", "experiment.json").contains(name) || name.matches("model\\.epoch-[\\d.]+\\.safetensors");
    }

    void run() throws CommandException {
        try (Interruption interruption = Interruption.watch(surroundings.interruption()); Device device = Device.cpu(request.threads())) {
            Corpus corpus = new TextPlaces(request, surroundings.environment()).corpus(interruption);
            if (!interruption.proceed()) {
                return;
            }
            begin(corpus, device);
            JobOutcome<LanguageModel> outcome = trainer.run(interruption);
            bar.clear();
            LanguageModel model = switch (outcome) {
                case JobOutcome.Finished<LanguageModel>(LanguageModel result) -> result;
                case JobOutcome.Stopped<LanguageModel>(LanguageModel result) -> result;
                case JobOutcome.Failed<LanguageModel>(String message, Throwable cause) ->
                        throw CommandException.failedRun("%s: %s".formatted(request.path().getFileName(), message), cause);
            };
            keep(model);
            out.println(JsonLayout.line(fields(model, test(model, corpus, device, interruption), interruption.isStopped())));
            if (out.checkError()) {
                throw CommandException.failedRun("The result could not be written to standard output; is what it leads to full or closed?", null);
            }
            if (folder.isPresent()) {
                folder.get().requireWhole();
            }
        } catch (OutOfMemoryError large) {
            throw CommandException.failedRun("%s: the network and its text do not fit into the memory that Tadpole has, %d MB."
                    .formatted(request.path().getFileName(), Runtime.getRuntime().maxMemory() >> 20), large);
        }
    }

    private void begin(Corpus corpus, Device device) throws CommandException {
        try {
            trainer = new LanguageTrainer(corpus, experiment.plan(), device, this::hear);
        } catch (SettingException misfit) {
            throw CommandException.wrongRequest("%s: %s".formatted(request.path().getFileName(), misfit.getMessage()), misfit);
        }
        if (folder.isPresent()) {
            folder.get().make(List.of(request.path()));
            folder.get().clean();
            folder.get().write("experiment.json", TextExperimentFile.text(experiment));
            folder.get().requireWhole();
        }
        String many = corpus.vocabulary().level().many();
        err.printf(Locale.ROOT, "%s: %d %s to learn from, %d for validation, %d for the test, %d different, %d parameters, %d threads%n", experiment.name(),
                corpus.train().length, many, corpus.validation().length, corpus.test().length, corpus.vocabulary().size(),
                trainer.now().network().parameterCount(), request.threads());
        err.flush();
    }

    private void hear(LanguageEvent event) {
        switch (event) {
            case LanguageEvent.Stepped now -> {
                metrics.append("%d,%s,%s,%s,%s,\n".formatted(now.step(), now.epoch(), now.loss(), now.rate(), now.gradientNorm()));
                step = now.step();
                bar.show(step, Math.max(step, Math.round(step * experiment.plan().whole("epochs") / now.epoch())), begun);
                keepStages(now.epoch());
            }
            case LanguageEvent.EpochEnded now -> {
                metrics.append("%d,%d,,,,%s\n".formatted(now.step(), now.epoch(), Double.isNaN(now.validation()) ? "" : now.validation()));
                train = now.train();
                validation = now.validation();
                seconds = now.seconds();
                bar.clear();
                err.println(line(now));
                err.flush();
            }
            case LanguageEvent.Wrote now -> samples.append("--- step %d, temperature %s\n%s\n".formatted(now.step(), now.temperature(), now.text()));
        }
    }

    private String line(LanguageEvent.EpochEnded now) {
        String judged = Double.isNaN(now.validation()) ? "" : String.format(Locale.ROOT, "   validation %.4f nats, perplexity %.2f", now.validation(), Math.exp(now.validation()));
        return String.format(Locale.ROOT, "epoch %d of %d   training %.4f nats%s   %s", now.epoch(), experiment.plan().whole("epochs"), now.train(), judged,
                ProgressBar.clock(now.seconds()));
    }

    private void keepStages(double epoch) {
        while (folder.isPresent() && kept < experiment.snapshots().size() && epoch >= experiment.snapshots().get(kept) - 1e-9) {
            save(LanguageSnapshots.place(folder.get().file(MODEL), experiment.snapshots().get(kept)).getFileName().toString(), trainer.now());
            kept++;
        }
    }

    private void keep(LanguageModel model) {
        if (folder.isPresent()) {
            save(MODEL, model);
            folder.get().write("metrics.csv", metrics.toString());
            folder.get().write("samples.txt", samples.toString());
        }
    }

    private void save(String name, LanguageModel model) {
        try {
            if (experiment.half()) {
                LanguageFile.saveHalf(folder.orElseThrow().file(name), model);
            } else {
                LanguageFile.save(folder.orElseThrow().file(name), model);
            }
        } catch (FileException failed) {
            folder.orElseThrow().failed(failed);
        }
    }

    private static Optional<Perplexity> test(LanguageModel model, Corpus corpus, Device device, JobControl control) {
        if (corpus.test().length < 2 || control.isStopped()) {
            return Optional.empty();
        }
        return new PerplexityJob(model, corpus.test(), Optional.empty(), device).run(control) instanceof JobOutcome.Finished<Perplexity>(Perplexity measured)
                ? Optional.of(measured) : Optional.empty();
    }

    private Map<String, Object> fields(LanguageModel model, Optional<Perplexity> test, boolean stopped) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", experiment.name());
        fields.put("trainLoss", finite(train));
        fields.put("validationLoss", finite(validation));
        fields.put("validationPerplexity", finite(Math.exp(validation)));
        fields.put("testLoss", test.map(Perplexity::nats).orElse(null));
        fields.put("testPerplexity", test.map(Perplexity::perplexity).orElse(null));
        fields.put("seconds", Math.round(seconds * 1000) / 1000.0);
        fields.put("steps", step);
        fields.put("epochs", model.epochs());
        fields.put("stopped", stopped);
        return fields;
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
