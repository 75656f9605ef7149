package tadpole.app;

import javafx.application.Application;

/** Starts the program; no Application itself, so that it starts from the class path too. */
public final class Launcher {

    private Launcher() {}

    public static void main(String[] arguments) {
        Application.launch(TadpoleApp.class, arguments);
    }
}
