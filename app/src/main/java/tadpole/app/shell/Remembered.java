package tadpole.app.shell;

import java.util.Optional;
import javafx.geometry.Rectangle2D;

/**
 * How the window was left.
 *
 * @param place     where it stood when it was neither maximized nor full screen; empty before its first start
 * @param typeSize  in percent
 * @param pane      the id of the pane in front
 * @param drawer    whether the settings at the right were unfolded
 */
public record Remembered(
        Optional<Rectangle2D> place, boolean maximized, Theme.Kind theme, int typeSize, String pane, boolean drawer) {

    public static final Remembered NOTHING =
            new Remembered(Optional.empty(), false, Theme.Kind.LIGHT, TypeSize.STANDARD, "", true);
}
