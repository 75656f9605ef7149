package tadpole.app.shell;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The folder for the user's own settings, as each platform has it. */
public final class ConfigFolder {

    private ConfigFolder() {}

    public static Path ofThisUser() {
        return of(System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv());
    }

    static Path of(String system, Path home, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return given(environment, "APPDATA").orElse(home.resolve("AppData").resolve("Roaming")).resolve("Tadpole");
        }
        if (name.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Tadpole");
        }
        return given(environment, "XDG_CONFIG_HOME").orElse(home.resolve(".config")).resolve("tadpole");
    }

    /** The XDG rules say that a relative path is to be ignored. */
    private static Optional<Path> given(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank()).map(Path::of).filter(Path::isAbsolute);
    }
}
