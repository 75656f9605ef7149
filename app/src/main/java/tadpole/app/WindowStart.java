package tadpole.app;

import java.util.logging.Logger;
import javafx.application.Application;
import tadpole.app.command.TadpoleCommand;

/** Opens the window, and knows what to do where there cannot be one. */
final class WindowStart {

    /** Held, for loggers that nobody holds are forgotten with all that was set on them. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private WindowStart() {}

    static void open(String[] args) {
        // A start from the class path is meant, and works.
        JAVAFX.setFilter(entry -> !String.valueOf(entry.getMessage()).startsWith("Unsupported JavaFX configuration"));
        // The charts draw with AWT into memory; a second toolkit on the display would quarrel with JavaFX's own.
        System.setProperty("java.awt.headless", "true");
        try {
            Application.launch(TadpoleApp.class, args);
        } catch (RuntimeException | LinkageError thrown) {
            switch (Obstacle.of(thrown, System.getenv())) {
                case NO_DISPLAY -> trainInTheTerminal();
                case NO_GTK -> nameThePackage();
                case OTHER -> throw thrown;
            }
        }
    }

    private static void trainInTheTerminal() {
        System.err.println("There is no display for the window, so Tadpole trains its bundled digits here; "
                + "\"tadpole --help\" tells what else it can do.");
        System.setProperty("java.awt.headless", "true");
        System.exit(TadpoleCommand.run("digits"));
    }

    private static void nameThePackage() {
        System.err.println("The window needs GTK 3, which is missing here: install the package libgtk-3-0, "
                + "such as by apt-get install libgtk-3-0. The command line works without it: \"tadpole --help\".");
        System.exit(1);
    }
}
