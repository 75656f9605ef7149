package tadpole.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SurroundingsTest {

    private static final Path HOME = Path.of("home");

    @Test
    void theUsersDataLiesWhereTheSystemKeepsIt() {
        assertThat(DataSources.systemFolder("Linux", HOME, Map.of())).isEqualTo(Path.of("home/.local/share/tadpole/data"));
        assertThat(DataSources.systemFolder("Linux", HOME, Map.of("XDG_DATA_HOME", "/data"))).isEqualTo(Path.of("/data/tadpole/data"));
        assertThat(DataSources.systemFolder("Linux", HOME, Map.of("XDG_DATA_HOME", "relative"))).isEqualTo(Path.of("home/.local/share/tadpole/data"));
        assertThat(DataSources.systemFolder("Mac OS X", HOME, Map.of())).isEqualTo(Path.of("home/Library/Application Support/Tadpole/data"));
        assertThat(DataSources.systemFolder("Windows 11", HOME, Map.of("LOCALAPPDATA", "local"))).isEqualTo(Path.of("local/Tadpole/data"));
        assertThat(DataSources.systemFolder("Windows 11", HOME, Map.of())).isEqualTo(Path.of("home/AppData/Local/Tadpole/data"));
    }

    @Test
    void theTerminalIsWhatTheLaunchScriptSays() {
        assertThat(Terminal.ofStandardError(Map.of("TADPOLE_TERMINAL", "1", "COLUMNS", "120"))).isEqualTo(new Terminal(true, 120));
        assertThat(Terminal.ofStandardError(Map.of("TADPOLE_TERMINAL", "0", "COLUMNS", "wide"))).isEqualTo(new Terminal(false, 80));
    }

    @Test
    void theBarFitsTheTerminalAndTellsTheTimeLeft() {
        assertThat(ProgressBar.line(4500, 9380, 20, 79))
                .isEqualTo("[===================>                    ]  47 %  step 4500 of 9380  ETA 0:22");
        assertThat(ProgressBar.line(1, 4, 3600, 79)).endsWith("  25 %  step 1 of 4  ETA 3:00:00");
        assertThat(ProgressBar.line(4, 4, 1, 79)).startsWith("[========================================]");
        assertThat(ProgressBar.line(1, 4, 0.9, 79)).endsWith("ETA -:--");
        assertThat(ProgressBar.line(5, 4, 1, 79)).contains("100 %").endsWith("ETA 0:00");
        for (int width = 1; width < 120; width++) {
            assertThat(ProgressBar.line(123456, 2345678, 99999, width).length()).isLessThanOrEqualTo(width);
        }
    }
}
