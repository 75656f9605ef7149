package tadpole.app.command;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tadpole.engine.file.JsonLayout;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.language.LanguageModel;
import tadpole.engine.language.Perplexity;
import tadpole.engine.language.Reader;
import tadpole.engine.language.Reading;
import tadpole.engine.language.Sampling;
import tadpole.engine.language.TextException;
import tadpole.engine.language.TextIds;
import tadpole.engine.language.TextSource;
import tadpole.engine.language.Writer;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Device;

/** {@code tadpole sample}: a language model goes on with a text. */
@Command(name = "sample", description = "Lets a language model go on with a text, and writes prompt and text to standard output as they come. "
        + "Same model, prompt, settings and seed: same text.")
final class SampleCommand implements Callable<Integer> {

    private static final long MOST = 10_000_000;

    /** One way of picking at most. */
    private static final class Way {

        @Option(names = "--greedy", description = "Always takes the likeliest.")
        private boolean greedy;

        @Option(names = "--top-k", paramLabel = "K", description = "Draws from the K likeliest only.")
        private Optional<Long> topK = Optional.empty();

        @Option(names = "--nucleus", paramLabel = "P", description = "Draws from the likeliest that together have the probability P.")
        private Optional<Double> nucleus = Optional.empty();

        @Option(names = "--word-start", description = "Draws only the first character of a word, then takes the likeliest.")
        private boolean wordStart;

        void into(Map<String, Object> given) {
            if (greedy) {
                given.put("pick", "greedy");
            }
            if (wordStart) {
                given.put("pick", "wordStart");
            }
            topK.ifPresent(k -> {
                given.put("pick", "topK");
                given.put("topK", k);
            });
            nucleus.ifPresent(p -> {
                given.put("pick", "nucleus");
                given.put("nucleus", p);
            });
        }
    }

    private final Surroundings surroundings;

    @Mixin
    private ModelChoice model = new ModelChoice();

    @Option(names = "--prompt", paramLabel = "TEXT", description = "What the model reads first and goes on with. Default: nothing.")
    private String prompt = "";

    @Option(names = "--temperature", paramLabel = "T", description = "Low is careful, high is wild. Default: 0.7.")
    private Optional<Double> temperature = Optional.empty();

    @Option(names = "--length", paramLabel = "N", description = "How many characters or words are written. Default: ${DEFAULT-VALUE}.")
    private long length = 400;

    @Option(names = "--seed", paramLabel = "S", description = "Where the random numbers come from. Default: 11.")
    private Optional<Long> seed = Optional.empty();

    @ArgGroup
    private Way way = new Way();

    @Mixin
    private CacheChoice cache = new CacheChoice();

    @Option(names = "--json", description = "Instead of the text, one JSON object with it and its settings on one line.")
    private boolean json;

    @Option(names = "--threads", paramLabel = "N", description = "How many threads compute. Default: as many as there are processors.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Spec
    private CommandSpec spec;

    SampleCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandException {
        Settings sampling = sampling();
        Optional<Settings> pointer = cache.settings();
        LanguageModel opened = model.open();
        warn(opened);
        try (Interruption interruption = Interruption.watch(surroundings.interruption()); Device device = Device.cpu(threads)) {
            write(opened, sampling, pointer, interruption, device);
        }
        if (spec.commandLine().getOut().checkError()) {
            throw CommandException.failedRun("The text could not be written to standard output; is what it leads to full or closed?", null);
        }
        return ExitCode.OK;
    }

    private Settings sampling() throws CommandException {
        if (length < 1 || length > MOST) {
            throw CommandException.wrongRequest("--length must be between 1 and %d, but is %d.".formatted(MOST, length), null);
        }
        if (threads < 1) {
            throw CommandException.wrongRequest("--threads must be at least 1, but is %d.".formatted(threads), null);
        }
        Map<String, Object> given = new LinkedHashMap<>();
        temperature.ifPresent(degrees -> given.put("temperature", degrees));
        seed.ifPresent(number -> given.put("seed", number));
        way.into(given);
        try {
            return Sampling.RECIPE.settings(given);
        } catch (SettingException outOfBounds) {
            throw CommandException.wrongRequest(outOfBounds.getMessage(), outOfBounds);
        }
    }

    private void warn(LanguageModel opened) throws CommandException {
        try {
            TextIds ids = TextIds.of(TextSource.of("prompt", prompt), opened.vocabulary());
            if (ids.unknown() + ids.leftOut() > 0) {
                spec.commandLine().getErr().println(ids.unknown() > 0
                        ? "tadpole: %d of the prompt's words the model does not know; it reads them as <unk>.".formatted(ids.unknown())
                        : "tadpole: %d of the prompt's characters the model does not know; it skips them.".formatted(ids.leftOut()));
            }
        } catch (TextException unreadable) {
            throw CommandException.wrongRequest(unreadable.getMessage(), unreadable);
        }
    }

    private void write(LanguageModel opened, Settings sampling, Optional<Settings> pointer, Interruption interruption, Device device) throws CommandException {
        PrintWriter out = spec.commandLine().getOut();
        StageBar bar = new StageBar(surroundings.terminal(), spec.commandLine().getErr());
        Reading read = result(new Reader(opened, prompt, pointer, device).run(new ShownProgress(interruption, bar)));
        bar.clear();
        if (!json) {
            out.print(read.text());
            out.flush();
        }
        Reading written = result(new Writer(read, length, () -> sampling, batch -> {
            if (!json) {
                batch.forEach(each -> out.print(each.letters()));
                out.flush();
            }
        }).run(json ? new ShownProgress(interruption, bar) : interruption));
        bar.clear();
        out.println(json ? JsonLayout.line(fields(opened, sampling, written)) : "");
        out.flush();
    }

    private Map<String, Object> fields(LanguageModel opened, Settings sampling, Reading written) {
        Perplexity perplexity = written.perplexity();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("model", opened.title());
        fields.put("level", opened.vocabulary().level().one());
        fields.put("prompt", prompt);
        fields.put("length", length);
        fields.put("sampling", sampling.asMap());
        fields.put("nats", perplexity.nats());
        fields.put("text", written.text());
        return fields;
    }

    private static Reading result(JobOutcome<Reading> outcome) throws CommandException {
        return switch (outcome) {
            case JobOutcome.Finished<Reading>(Reading result) -> result;
            case JobOutcome.Stopped<Reading>(Reading result) -> result;
            case JobOutcome.Failed<Reading>(String message, Throwable cause) -> throw CommandException.failedRun(message, cause);
        };
    }
}
