package tadpole.app;

import java.nio.file.Files;
import java.nio.file.Path;
import tadpole.app.command.TadpoleCommand;

/** Where the program starts: with a command it works in the terminal, else it opens the window. No JavaFX class itself. */
public final class Launcher {

    private Launcher() {}

    public static void main(String[] args) {
        if (args.length == 0 || isFileForTheWindow(args)) {
            WindowStart.open(args);
            return;
        }
        System.setProperty("java.awt.headless", "true");
        System.exit(TadpoleCommand.run(args));
    }

    /** A desktop passes the file that was double-clicked. */
    private static boolean isFileForTheWindow(String[] args) {
        return args.length == 1 && !TadpoleCommand.knows(args[0]) && Files.exists(Path.of(args[0]));
    }
}
