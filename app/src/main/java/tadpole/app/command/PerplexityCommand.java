package tadpole.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tadpole.engine.file.JsonLayout;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.language.LanguageModel;
import tadpole.engine.language.Level;
import tadpole.engine.language.Perplexity;
import tadpole.engine.language.PerplexityJob;
import tadpole.engine.language.TextException;
import tadpole.engine.language.TextFile;
import tadpole.engine.language.TextIds;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Device;

/** {@code tadpole perplexity}: how surprised a language model is by a text. */
@Command(name = "perplexity", description = "Measures how surprised a language model is by a text, alone and with a pointer cache. "
        + "The state begins at zero and is carried through the whole text; the first token is read, every other one predicted. "
        + "The last line on standard output is one JSON object.")
final class PerplexityCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private ModelChoice model = new ModelChoice();

    @Option(names = "--text", required = true, paramLabel = "FILE", description = "A text file in any usual encoding.")
    private Path text;

    @Mixin
    private CacheChoice cache = new CacheChoice();

    @Option(names = "--threads", paramLabel = "N", description = "How many threads compute. Default: as many as there are processors.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Spec
    private CommandSpec spec;

    PerplexityCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandException {
        if (threads < 1) {
            throw CommandException.wrongRequest("--threads must be at least 1, but is %d.".formatted(threads), null);
        }
        Optional<Settings> pointer = cache.settings();
        LanguageModel opened = model.open();
        try (Interruption interruption = Interruption.watch(surroundings.interruption()); Device device = Device.cpu(threads)) {
            measure(opened, pointer, interruption, device);
        } catch (TextException unreadable) {
            throw CommandException.wrongRequest(unreadable.getMessage(), unreadable);
        } catch (OutOfMemoryError large) {
            throw CommandException.failedRun("%s and the model do not fit into the memory that Tadpole has, %d MB.".formatted(text, Runtime.getRuntime().maxMemory() >> 20), large);
        }
        return ExitCode.OK;
    }

    private void measure(LanguageModel opened, Optional<Settings> pointer, Interruption interruption, Device device) throws CommandException, TextException {
        PrintWriter out = spec.commandLine().getOut();
        TextFile file = TextFile.open(text);
        TextIds ids = TextIds.of(file, opened.vocabulary());
        if (ids.ids().length < 2) {
            throw CommandException.wrongRequest("%s: a perplexity needs at least two %s that the model knows, but here are %d.".formatted(
                    text, opened.vocabulary().level().many(), ids.ids().length), null);
        }
        StageBar bar = new StageBar(surroundings.terminal(), spec.commandLine().getErr());
        JobOutcome<Perplexity> outcome = new PerplexityJob(opened, ids.ids(), pointer, device).run(new ShownProgress(interruption, bar));
        bar.clear();
        Perplexity measured = switch (outcome) {
            case JobOutcome.Finished<Perplexity>(Perplexity result) -> result;
            case JobOutcome.Stopped<Perplexity>(Perplexity result) -> result;
            case JobOutcome.Failed<Perplexity>(String message, Throwable cause) -> throw CommandException.failedRun("%s: %s".formatted(text, message), cause);
        };
        boolean whole = outcome instanceof JobOutcome.Finished<Perplexity>;
        words(opened, file, ids, measured, whole).lines().forEach(out::println);
        out.println(JsonLayout.line(fields(opened, file, ids, measured, pointer, whole)));
        if (out.checkError()) {
            throw CommandException.failedRun("The result could not be written to standard output; is what it leads to full or closed?", null);
        }
    }

    private String words(LanguageModel opened, TextFile file, TextIds ids, Perplexity measured, boolean whole) {
        Level level = opened.vocabulary().level();
        StringBuilder words = new StringBuilder("%s on %s, %s: %d %s predicted%s%s\n".formatted(opened.title(), file.title(), file.encoding().title(),
                measured.tokens(), level.many(), unknown(ids, level), whole ? "" : ", then stopped"));
        words.append(line("perplexity", measured.nats(), level));
        if (!Double.isNaN(measured.withCache())) {
            words.append(line("with cache", measured.withCache(), level));
            words.append(String.format(Locale.ROOT, "            %+.2f %%%n", 100 * (Math.exp(measured.withCache() - measured.nats()) - 1)));
        }
        return words.toString();
    }

    private static String unknown(TextIds ids, Level level) {
        if (level == Level.CHARACTER) {
            return ids.leftOut() > 0 ? ", %d unknown left out".formatted(ids.leftOut()) : "";
        }
        return ids.unknown() > 0 ? ", %d of them unknown (<unk>)".formatted(ids.unknown()) : "";
    }

    private static String line(String name, double nats, Level level) {
        return String.format(Locale.ROOT, "%s  %.2f   %.4f nats, %.4f bits a %s%n", name, Math.exp(nats), nats, nats / Math.log(2), level.one());
    }

    private Map<String, Object> fields(LanguageModel opened, TextFile file, TextIds ids, Perplexity measured, Optional<Settings> pointer, boolean whole) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("model", opened.title());
        fields.put("text", text.toString());
        fields.put("encoding", file.encoding().title());
        fields.put("level", opened.vocabulary().level().one());
        fields.put("tokens", measured.tokens());
        fields.put("unknown", ids.unknown() + ids.leftOut());
        fields.put("nats", measured.nats());
        fields.put("bitsPerToken", measured.bits());
        if (opened.vocabulary().level() == Level.CHARACTER) {
            fields.put("bitsPerCharacter", measured.bits());
        } else if (whole && ids.unknown() == 0) {
            fields.put("bitsPerCharacter", measured.bits() * measured.tokens() / ids.characters());
        }
        fields.put("perplexity", measured.perplexity());
        pointer.ifPresent(settings -> {
            fields.put("cache", settings.asMap());
            fields.put("natsWithCache", measured.withCache());
            fields.put("perplexityWithCache", Math.exp(measured.withCache()));
        });
        fields.put("stopped", !whole);
        return fields;
    }
}
