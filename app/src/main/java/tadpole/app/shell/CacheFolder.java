package tadpole.app.shell;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The folder for what can be made again, as each platform has it. */
public final class CacheFolder {

    private CacheFolder() {}

    public static Path ofThisUser() {
        return ofThisUser(System.getenv());
    }

    /** @param environment variables by name */
    public static Path ofThisUser(Map<String, String> environment) {
        return of(System.getProperty("os.name"), Path.of(System.getProperty("user.home")), environment);
    }

    static Path of(String system, Path home, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return given(environment, "LOCALAPPDATA").orElse(home.resolve("AppData").resolve("Local")).resolve("Tadpole").resolve("Cache");
        }
        if (name.startsWith("mac")) {
            return home.resolve("Library").resolve("Caches").resolve("Tadpole");
        }
        return given(environment, "XDG_CACHE_HOME").orElse(home.resolve(".cache")).resolve("tadpole");
    }

    /** The XDG rules say that a relative path is to be ignored. */
    private static Optional<Path> given(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank()).map(Path::of).filter(Path::isAbsolute);
    }
}
