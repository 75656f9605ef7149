package tadpole.app.command;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tadpole.engine.recipe.Preset;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.training.SweepPlan;

/** {@code tadpole lr-find}: tries learning rates from an experiment's start, and tells what the rules say. */
@Command(name = "lr-find", description = "Finds learning rates for an experiment. The last line on standard output is one JSON object with the suggestions.")
final class FindCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "EXPERIMENT.json", description = "Whose learning rate is wanted.")
    private Path file;

    @Mixin
    private RunOptions options = new RunOptions();

    @Option(names = "--preset", paramLabel = "NAME",
            description = "Whose settings: lesson (1e-8 to 10 over one epoch, the default) or fastai (1e-7 to 10 in 100 steps). "
                    + "The rules are Tadpole's readings with both; the samples' README says where they depart from fastai's.")
    private String preset = "lesson";

    @Option(names = "--from", paramLabel = "RATE", description = "The first rate.")
    private Double from;

    @Option(names = "--to", paramLabel = "RATE", description = "The last rate.")
    private Double to;

    @Option(names = "--steps", paramLabel = "N", description = "How many rates; 0 takes one epoch.")
    private Long steps;

    @Option(names = "--spacing", paramLabel = "HOW", description = "geometric or even.")
    private String spacing;

    @Option(names = "--stop", paramLabel = "TIMES", description = "Ends when the smoothed loss is so many times its best.")
    private Double stop;

    @Option(names = "--beta", paramLabel = "SHARE", description = "What the average keeps from step to step.")
    private Double beta;

    @Spec
    private CommandSpec spec;

    FindCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandException {
        RunRequest request = options.request(file);
        new TerminalFind(request, plan(), surroundings, spec.commandLine().getOut(), spec.commandLine().getErr()).run();
        return ExitCode.OK;
    }

    private SweepPlan plan() throws CommandException {
        Map<String, Object> wanted = new TreeMap<>(preset().settings());
        put(wanted, "from", from);
        put(wanted, "to", to);
        put(wanted, "steps", steps);
        put(wanted, "spacing", spacing);
        put(wanted, "stop", stop);
        put(wanted, "beta", beta);
        try {
            return SweepPlan.of(wanted);
        } catch (SettingException refused) {
            throw CommandException.wrongRequest(refused.getMessage(), refused);
        }
    }

    private Preset preset() throws CommandException {
        return switch (preset) {
            case "lesson" -> SweepPlan.PRESETS.get(0);
            case "fastai" -> SweepPlan.PRESETS.get(1);
            default -> throw CommandException.wrongRequest("--preset must be lesson or fastai, but is \"%s\".".formatted(preset), null);
        };
    }

    private static void put(Map<String, Object> wanted, String key, Object given) {
        if (given != null) {
            wanted.put(key, given);
        }
    }
}
