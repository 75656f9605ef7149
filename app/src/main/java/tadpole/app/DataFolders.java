package tadpole.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tadpole.samples.SampleData;

/** Where data sets are looked for when nobody says where. */
public final class DataFolders {

    private DataFolders() {}

    /** The bundled ones first, then the person's own. */
    public static List<Path> all() {
        return List.of(SampleData.data(), own(System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home"))));
    }

    /** The person's folder for data sets, where the system keeps programs' data; it need not exist. */
    static Path own(Map<String, String> environment, String system, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("win")) {
            return Path.of(environment.getOrDefault("APPDATA", home.resolve("AppData/Roaming").toString()), "Tadpole", "data");
        }
        if (name.contains("mac")) {
            return home.resolve("Library/Application Support/Tadpole/data");
        }
        return Path.of(environment.getOrDefault("XDG_DATA_HOME", home.resolve(".local/share").toString()), "tadpole", "data");
    }
}
