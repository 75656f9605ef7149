package tadpole.app.command;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Says in one line on standard error what went wrong; the stack trace comes only with --verbose. */
final class CommandErrors implements IParameterExceptionHandler, IExecutionExceptionHandler {

    @Override
    public int handleParseException(ParameterException wrong, String[] args) {
        CommandLine command = wrong.getCommandLine();
        say(command, wrong, "%s Try \"%s --help\"."
                .formatted(sentence(wrong.getMessage()), command.getCommandSpec().qualifiedName()),
                List.of(args).contains("--verbose"));
        return ExitCode.USAGE;
    }

    @Override
    public int handleExecutionException(Exception failed, CommandLine command, ParseResult parsed) {
        boolean verbose = parsed.originalArgs().contains("--verbose");
        if (failed instanceof CommandException known) {
            say(command, failed, known.getMessage(), verbose);
            return known.exitCode();
        }
        say(command, failed, "Tadpole made a mistake: %s%s".formatted(sentence(failed.toString()),
                verbose ? "" : " Run it again with --verbose to see where."), verbose);
        return ExitCode.SOFTWARE;
    }

    private static void say(CommandLine command, Exception cause, String line, boolean verbose) {
        command.getErr().println("tadpole: " + line.replaceAll("\\R+", " "));
        if (verbose) {
            cause.printStackTrace(command.getErr());
        }
        command.getErr().flush();
    }

    private static String sentence(String words) {
        return words.endsWith(".") ? words : words + ".";
    }
}
