package tadpole.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheFolderTest {

    @TempDir
    private Path home;

    @Test
    void standsWhereEachPlatformHasIt() {
        assertThat(CacheFolder.of("Linux", home, Map.of())).isEqualTo(home.resolve(".cache/tadpole"));
        assertThat(CacheFolder.of("Linux", home, Map.of("XDG_CACHE_HOME", home.resolve("x").toString()))).isEqualTo(home.resolve("x/tadpole"));
        assertThat(CacheFolder.of("Linux", home, Map.of("XDG_CACHE_HOME", "relative"))).isEqualTo(home.resolve(".cache/tadpole"));
        assertThat(CacheFolder.of("Windows 11", home, Map.of("LOCALAPPDATA", home.resolve("l").toString()))).isEqualTo(home.resolve("l/Tadpole/Cache"));
        assertThat(CacheFolder.of("Mac OS X", home, Map.of())).isEqualTo(home.resolve("Library/Caches/Tadpole"));
    }
}
