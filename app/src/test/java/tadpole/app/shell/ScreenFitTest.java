package tadpole.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class ScreenFitTest {

    private static final Rectangle2D LEFT = new Rectangle2D(0, 0, 1920, 1080);
    private static final Rectangle2D RIGHT = new Rectangle2D(1920, 100, 1366, 768);
    private static final List<Rectangle2D> BOTH = List.of(LEFT, RIGHT);

    @Test
    void leavesAWindowThatFitsWhereItIs() {
        Rectangle2D window = new Rectangle2D(1950, 110, 1280, 740);

        assertThat(ScreenFit.fit(window, BOTH)).isEqualTo(window);
    }

    @Test
    void bringsAWindowBackFromAScreenThatIsGone() {
        assertThat(ScreenFit.fit(new Rectangle2D(5000, -400, 1280, 800), BOTH)).isEqualTo(new Rectangle2D(640, 0, 1280, 800));
    }

    @Test
    void movesAWindowThatStandsHalfOutside() {
        assertThat(ScreenFit.fit(new Rectangle2D(-600, 900, 1280, 800), BOTH)).isEqualTo(new Rectangle2D(0, 280, 1280, 800));
    }

    @Test
    void shrinksAWindowThatIsTooLarge() {
        assertThat(ScreenFit.fit(new Rectangle2D(0, 0, 3000, 2000), List.of(LEFT))).isEqualTo(LEFT);
    }
}
