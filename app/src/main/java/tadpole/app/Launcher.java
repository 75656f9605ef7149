package tadpole.app;

import java.util.logging.Logger;
import javafx.application.Application;

/** Starts the program; no Application itself, so that it starts from the class path too. */
public final class Launcher {

    /** Held, for loggers that nobody holds are forgotten with all that was set on them. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private Launcher() {}

    public static void main(String[] arguments) {
        JAVAFX.setFilter(entry -> !String.valueOf(entry.getMessage()).startsWith("Unsupported JavaFX configuration"));
        Application.launch(TadpoleApp.class, arguments);
    }
}
