package tadpole.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFolderTest {

    @TempDir
    private Path home;

    @Test
    void linuxFollowsTheXdgRules() {
        assertThat(ConfigFolder.of("Linux", home, Map.of())).isEqualTo(home.resolve(".config/tadpole"));
        assertThat(ConfigFolder.of("Linux", home, Map.of("XDG_CONFIG_HOME", home.resolve("x").toString())))
                .isEqualTo(home.resolve("x/tadpole"));
        assertThat(ConfigFolder.of("Linux", home, Map.of("XDG_CONFIG_HOME", "relative"))).isEqualTo(home.resolve(".config/tadpole"));
        assertThat(ConfigFolder.of("Linux", home, Map.of("XDG_CONFIG_HOME", ""))).isEqualTo(home.resolve(".config/tadpole"));
    }

    @Test
    void windowsHasItsRoamingFolder() {
        assertThat(ConfigFolder.of("Windows 11", home, Map.of("APPDATA", home.resolve("r").toString()))).isEqualTo(home.resolve("r/Tadpole"));
        assertThat(ConfigFolder.of("Windows 11", home, Map.of())).isEqualTo(home.resolve("AppData/Roaming/Tadpole"));
    }

    @Test
    void macHasItsLibrary() {
        assertThat(ConfigFolder.of("Mac OS X", home, Map.of())).isEqualTo(home.resolve("Library/Application Support/Tadpole"));
    }
}
