package tadpole.app.job;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/** The JavaFX thread as an executor: the one place that knows it. Tests hand in {@code Runnable::run} instead. */
public final class UiThread implements Executor {

    @Override
    public void execute(Runnable work) {
        Platform.runLater(work);
    }
}
