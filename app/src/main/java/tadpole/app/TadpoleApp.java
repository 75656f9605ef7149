package tadpole.app;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;

/** Stand-in until the window arrives. */
public final class TadpoleApp extends Application {

    @Override
    public void start(Stage stage) {
        stage.setScene(new Scene(new Label("Tadpole")));
        stage.setTitle("Tadpole");
        stage.show();
    }
}
