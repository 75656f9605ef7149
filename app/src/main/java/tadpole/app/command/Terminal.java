package tadpole.app.command;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where standard error goes.
 *
 * @param present whether a person watches it, so that a line may be drawn over
 * @param width   in characters
 */
record Terminal(boolean present, int width) {

    static final Terminal NONE = new Terminal(false, 80);

    /**
     * Java itself tells only whether standard input and output are a terminal. Linux is asked for standard error; a launch script
     * that puts something between says it by TADPOLE_TERMINAL (1 or 0).
     */
    static Terminal ofStandardError(Map<String, String> environment) {
        String told = environment.get("TADPOLE_TERMINAL");
        return new Terminal(told != null ? told.equals("1") : isTerminal(), width(environment.get("COLUMNS")));
    }

    private static boolean isTerminal() {
        Path standardError = Path.of("/proc/self/fd/2");
        if (Files.exists(standardError)) {
            try {
                String target = Files.readSymbolicLink(standardError).toString();
                return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
            } catch (IOException unknown) {
                return false;
            }
        }
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    private static int width(String columns) {
        return columns != null && columns.matches("[0-9]{2,4}") ? Integer.parseInt(columns) : 80;
    }
}
