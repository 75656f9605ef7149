package tadpole.app.shell;

import javafx.application.Application;
import javafx.stage.Stage;
import tadpole.app.job.Jobs;
import tadpole.engine.tensor.Device;

/** The shell with demo panes, to look at by eye. */
public final class DemoApp {

    public static void main(String[] arguments) {
        Application.launch(Shown.class, arguments);
    }

    public static final class Shown extends Application {

        @Override
        public void start(Stage stage) {
            Fonts.load();
            FrontPane front = new FrontPane(new DemoPane.Made().entries(), "data");
            Desk desk = new Desk(new Workspace(), Jobs.ofTheWindow(), Device.cpu(1), new Messages(),
                    new Theme(getParameters().getRaw().contains("dark") ? Theme.Kind.DARK : Theme.Kind.LIGHT), front);
            new Window(stage, desk, front, new TypeSize(100)).show(Remembered.NOTHING);
        }
    }
}
