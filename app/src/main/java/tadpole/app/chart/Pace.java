package tadpole.app.chart;

import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/** Does something when asked, but at most ten times a second: the first time at once, the last time for sure. */
public final class Pace {

    private static final Duration BREATH = Duration.millis(100);

    private final Runnable work;
    private final PauseTransition pause = new PauseTransition(BREATH);
    private boolean asked;

    public Pace(Runnable work) {
        this.work = work;
        pause.setOnFinished(_ -> {
            if (asked) {
                run();
            }
        });
    }

    /** On the JavaFX thread. */
    public void ask() {
        asked = true;
        if (pause.getStatus() != Animation.Status.RUNNING) {
            run();
        }
    }

    /** Whether something was asked for that is not done yet. */
    boolean isAsked() {
        return asked;
    }

    private void run() {
        asked = false;
        pause.playFromStart();
        work.run();
    }
}
