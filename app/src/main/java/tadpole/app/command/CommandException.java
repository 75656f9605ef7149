package tadpole.app.command;

import picocli.CommandLine.ExitCode;

/** Why a command ends without its result: one sentence for a person, and what the process answers to its caller. */
final class CommandException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private CommandException(String sentence, int exitCode, Throwable cause) {
        super(sentence, cause);
        this.exitCode = exitCode;
    }

    /** What was asked for cannot be done: a file, a folder or a setting is wrong. */
    static CommandException wrongRequest(String sentence, Throwable cause) {
        return new CommandException(sentence, ExitCode.USAGE, cause);
    }

    /** The request was fine, its work did not come to an end. */
    static CommandException failedRun(String sentence, Throwable cause) {
        return new CommandException(sentence, ExitCode.SOFTWARE, cause);
    }

    int exitCode() {
        return exitCode;
    }
}
