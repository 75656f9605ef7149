package tadpole.app.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line of Tadpole; no class of the window is touched here. */
@Command(
        name = "tadpole",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        subcommands = {RunCommand.class, FindCommand.class, RaceCommand.class, CheckCommand.class, SoftmaxCommand.class, WalkCommand.class,
                ConvolveCommand.class, ColorsCommand.class, HarmonizeCommand.class, StyleCommand.class, SampleCommand.class,
                PerplexityCommand.class, TuneCacheCommand.class, DataCommand.class, DigitsCommand.class},
        sortOptions = false,
        description = "A desktop lab for deep learning. Without arguments it opens its window.",
        footerHeading = "%nExit codes:%n",
        footer = {"  0  done", "  1  the run failed", "  2  the request was wrong", "  130  stopped by Ctrl+C"})
public final class TadpoleCommand implements Callable<Integer> {

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "With an error, show where in the program it happened.")
    private boolean verbose;

    @Spec
    private CommandSpec spec;

    private TadpoleCommand() {}

    /** Runs one command to its end on this process's own streams, and gives the exit code. */
    public static int run(String... args) {
        return run(
                new Surroundings(System.getenv(), Terminal.ofStandardError(System.getenv()), true),
                new PrintWriter(System.out, true, System.out.charset()),
                new PrintWriter(System.err, true, System.err.charset()),
                args);
    }

    static int run(Surroundings surroundings, PrintWriter out, PrintWriter err, String... args) {
        CommandErrors errors = new CommandErrors();
        CommandLine line = new CommandLine(new TadpoleCommand(), new CommandFactory(surroundings));
        return line.setExpandAtFiles(false)
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors)
                .execute(args);
    }

    /** Whether a word on the command line is a command or an option, not a file for the window. */
    public static boolean knows(String word) {
        return word.startsWith("-") || commands().anyMatch(command -> command.name().equals(word));
    }

    @Override
    public Integer call() {
        List<String> names = commands().filter(command -> !command.hidden()).map(Command::name).toList();
        throw new ParameterException(spec.commandLine(), "A command is missing: %s or %s.".formatted(
                String.join(", ", names.subList(0, names.size() - 1)), names.getLast()));
    }

    private static Stream<Command> commands() {
        return Stream.of(TadpoleCommand.class.getAnnotation(Command.class).subcommands()).map(each -> each.getAnnotation(Command.class));
    }
}
