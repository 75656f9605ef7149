package tadpole.app;

import javafx.application.Application;
import javafx.stage.Stage;
import tadpole.app.job.Jobs;
import tadpole.app.job.UiThread;
import tadpole.app.shell.Desk;
import tadpole.app.shell.Fonts;
import tadpole.app.shell.FrontPane;
import tadpole.app.shell.Messages;
import tadpole.app.shell.Theme;
import tadpole.app.shell.TypeSize;
import tadpole.app.shell.Window;
import tadpole.app.shell.Workspace;
import tadpole.engine.tensor.Device;

/** The application with its window. */
public final class TadpoleApp extends Application {

    @Override
    public void init() {
        Fonts.load();
    }

    @Override
    public void start(Stage stage) {
        FrontPane front = new FrontPane(Panes.ALL, "");
        Desk desk = new Desk(new Workspace(), new Jobs(new UiThread()), Device.cpu(), new Messages(), new Theme(Theme.Kind.LIGHT), front);
        new Window(stage, desk, front, new TypeSize(TypeSize.STANDARD)).show();
    }
}
