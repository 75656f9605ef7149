package tadpole.app;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitFor;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.control.Labeled;
import org.testfx.api.FxRobot;
import org.testfx.service.query.EmptyNodeQueryException;

/** How a UI test waits for what it will see. A node that is not there yet is a condition that does not hold yet. */
public final class Await {

    private static final int MOST_SECONDS = 120;

    private Await() {}

    /** Waits until it holds, asked on the test's own thread. */
    public static void until(Callable<Boolean> condition) throws TimeoutException {
        waitFor(MOST_SECONDS, SECONDS, () -> holds(condition));
        waitForFxEvents();
    }

    /** Waits until it holds, asked on the JavaFX thread. */
    public static void untilFx(Callable<Boolean> condition) throws TimeoutException {
        waitFor(MOST_SECONDS, SECONDS, () -> asyncFx(() -> holds(condition)).get());
        waitForFxEvents();
    }

    private static boolean holds(Callable<Boolean> condition) throws Exception {
        try {
            return condition.call();
        } catch (EmptyNodeQueryException notYet) {
            return false;
        }
    }

    /** The text of a label or button, waited for where it is not there yet. */
    public static String text(FxRobot robot, String query) {
        if (!Platform.isFxApplicationThread()) {
            waitForFxEvents();
            await(robot, query);
        }
        return robot.lookup(query).queryAs(Labeled.class).getText();
    }

    private static void await(FxRobot robot, String query) {
        try {
            until(() -> robot.lookup(query).tryQuery().isPresent());
        } catch (TimeoutException never) {
            throw new AssertionError(query + " did not appear within " + MOST_SECONDS + " s.", never);
        }
    }
}
