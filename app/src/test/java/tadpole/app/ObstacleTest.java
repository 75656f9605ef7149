package tadpole.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ObstacleTest {

    private static final Map<String, String> SCREEN = Map.of("DISPLAY", ":0");

    @Test
    void tellsAMissingDisplay() {
        Throwable thrown = new UnsupportedOperationException("Unable to open DISPLAY");

        assertThat(Obstacle.of(thrown, Map.of())).isEqualTo(Obstacle.NO_DISPLAY);
        assertThat(Obstacle.of(new RuntimeException(thrown), SCREEN)).isEqualTo(Obstacle.NO_DISPLAY);
    }

    @Test
    void tellsAMissingToolkit() {
        assertThat(Obstacle.of(new UnsupportedOperationException("Unable to load glass GTK library."), SCREEN))
                .isEqualTo(Obstacle.NO_GTK);
        assertThat(Obstacle.of(new UnsatisfiedLinkError("libgtk-3.so.0: cannot open shared object file"), SCREEN))
                .isEqualTo(Obstacle.NO_GTK);
    }

    @Test
    void withoutADisplayTheToolkitDoesNotMatter() {
        assertThat(Obstacle.of(new UnsatisfiedLinkError("libX11.so.6"), Map.of("DISPLAY", " "))).isEqualTo(Obstacle.NO_DISPLAY);
    }

    @Test
    void leavesMistakesOfTheProgramAlone() {
        assertThat(Obstacle.of(new IllegalStateException("broken", new UnsupportedOperationException()), SCREEN))
                .isEqualTo(Obstacle.OTHER);
    }
}
