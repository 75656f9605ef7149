package tadpole.app;

import javafx.application.Application;
import tadpole.app.command.TadpoleCommand;

/** Opens the window, and knows what to do where there cannot be one. */
final class WindowStart {

    private WindowStart() {}

    static void open(String[] args) {
        try {
            Application.launch(TadpoleApp.class, args);
        } catch (UnsupportedOperationException noDisplay) {
            trainInTheTerminal();
        } catch (UnsatisfiedLinkError missing) {
            refuse(missing);
        } catch (RuntimeException failed) {
            Throwable cause = failed.getCause();
            if (cause instanceof UnsupportedOperationException) {
                trainInTheTerminal();
            }
            if (cause instanceof UnsatisfiedLinkError missing) {
                refuse(missing);
            }
            throw failed;
        }
    }

    private static void trainInTheTerminal() {
        System.err.println("There is no display for the window, so Tadpole trains its bundled digits here; \"tadpole --help\" tells what else it can do.");
        System.setProperty("java.awt.headless", "true");
        System.exit(TadpoleCommand.run("digits"));
    }

    private static void refuse(UnsatisfiedLinkError missing) {
        System.err.println("The window needs GTK 3, which is missing here: install the package libgtk-3-0 (apt-get install libgtk-3-0). "
                + "The command line works without it. (" + missing.getMessage() + ")");
        System.exit(1);
    }
}
