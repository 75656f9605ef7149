package tadpole.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tadpole.engine.file.JsonLayout;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.language.CacheAxes;
import tadpole.engine.language.CacheGrid;
import tadpole.engine.language.CacheTuning;
import tadpole.engine.language.LanguageModel;
import tadpole.engine.language.TextException;
import tadpole.engine.language.TextFile;
import tadpole.engine.language.TextIds;
import tadpole.engine.language.TunedCache;
import tadpole.engine.tensor.Device;

/** {@code tadpole tune-cache}: which pointer cache makes a language model least surprised by a text. */
@Command(name = "tune-cache", description = "Finds theta, lambda and window of the pointer cache with which a language model is least surprised by a text, "
        + "such as the validation text: by a grid, then a finer one around its best. The last line on standard output is one JSON object.")
final class TuneCacheCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private ModelChoice model = new ModelChoice();

    @Option(names = "--text", required = true, paramLabel = "FILE", description = "A text file in any usual encoding.")
    private Path text;

    @Option(names = "--windows", split = ",", paramLabel = "N", description = "How many of the last tokens the caches remember. Default: 100,500,2000.")
    private int[] windows = {100, 500, 2000};

    @Option(names = "--full-window", description = "The cache acts only once its window is full; without it, from the first prediction that it can help with.")
    private boolean full;

    @Option(names = "--threads", paramLabel = "N", description = "How many threads compute. Default: as many as there are processors.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Spec
    private CommandSpec spec;

    TuneCacheCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandException {
        if (threads < 1) {
            throw CommandException.wrongRequest("--threads must be at least 1, but is %d.".formatted(threads), null);
        }
        CacheAxes axes = axes();
        LanguageModel opened = model.open();
        try (Interruption interruption = Interruption.watch(surroundings.interruption()); Device device = Device.cpu(threads)) {
            tune(opened, axes, interruption, device);
        } catch (TextException unreadable) {
            throw CommandException.wrongRequest(unreadable.getMessage(), unreadable);
        } catch (OutOfMemoryError large) {
            throw CommandException.failedRun("%s, the model and the windows do not fit into the memory that Tadpole has, %d MB. Give smaller --windows."
                    .formatted(text, Runtime.getRuntime().maxMemory() >> 20), large);
        }
        return ExitCode.OK;
    }

    private CacheAxes axes() throws CommandException {
        try {
            return CacheAxes.coarse(full, Arrays.stream(windows).sorted().toArray());
        } catch (IllegalArgumentException wrong) {
            throw CommandException.wrongRequest("--windows: %s".formatted(wrong.getMessage()), wrong);
        }
    }

    private void tune(LanguageModel opened, CacheAxes axes, Interruption interruption, Device device) throws CommandException, TextException {
        PrintWriter out = spec.commandLine().getOut();
        int[] ids = TextIds.of(TextFile.open(text), opened.vocabulary()).ids();
        StageBar bar = new StageBar(surroundings.terminal(), spec.commandLine().getErr());
        JobOutcome<TunedCache> outcome = new CacheTuning(opened, ids, axes, device, _ -> { }).run(new ShownProgress(interruption, bar));
        bar.clear();
        TunedCache tuned = switch (outcome) {
            case JobOutcome.Finished<TunedCache>(TunedCache result) -> result;
            case JobOutcome.Stopped<TunedCache>(TunedCache result) -> result;
            case JobOutcome.Failed<TunedCache>(String message, Throwable cause) -> throw CommandException.wrongRequest("%s: %s".formatted(text, message), cause);
        };
        for (int window = 0; window < axes.windows().length; window++) {
            out.println(line("window %d".formatted(axes.windows()[window]), tuned.coarse().best(window)));
        }
        tuned.finer().ifPresent(finer -> out.println(line("finer", finer.best())));
        CacheGrid.Best best = tuned.best();
        out.println(String.format(Locale.ROOT, "%s on %s: perplexity %.2f, with the cache %.2f (%+.2f %%)", opened.title(), text.getFileName(),
                Math.exp(tuned.better().plain()), best.perplexity(), 100 * (Math.exp(best.nats() - tuned.better().plain()) - 1)));
        out.println(JsonLayout.line(fields(opened, tuned, outcome instanceof JobOutcome.Stopped)));
        if (out.checkError()) {
            throw CommandException.failedRun("The result could not be written to standard output; is what it leads to full or closed?", null);
        }
    }

    private static String line(String name, CacheGrid.Best best) {
        return String.format(Locale.ROOT, "%-12s --cache %.5g,%.5g,%d   perplexity %.2f", name, best.theta(), best.lambda(), best.window(), best.perplexity());
    }

    private Map<String, Object> fields(LanguageModel opened, TunedCache tuned, boolean stopped) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("model", opened.title());
        fields.put("text", text.toString());
        fields.put("tokens", tuned.better().tokens());
        fields.put("nats", tuned.better().plain());
        fields.put("natsWithCache", tuned.best().nats());
        fields.put("perplexity", Math.exp(tuned.better().plain()));
        fields.put("perplexityWithCache", tuned.best().perplexity());
        fields.put("cache", tuned.settings().asMap());
        fields.put("stopped", stopped);
        return fields;
    }
}
