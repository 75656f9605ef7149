package tadpole.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tadpole.samples.SampleData;

/** The folders in which data sets are looked for, the first one first. */
public final class DataSources {

    private DataSources() {}

    /** The given folder, else the user's own; then the bundled samples. */
    static List<Path> folders(Optional<Path> given, Map<String, String> environment) throws CommandException {
        List<Path> folders = new ArrayList<>();
        if (given.isPresent()) {
            folders.add(existing(given.get()));
        } else {
            folders.add(userFolder(environment));
        }
        folders.add(SampleData.data());
        return folders;
    }

    static Path existing(Path folder) throws CommandException {
        if (!Files.exists(folder)) {
            throw CommandException.wrongRequest("There is no folder %s.".formatted(folder), null);
        }
        if (!Files.isDirectory(folder)) {
            throw CommandException.wrongRequest(
                    "%s is a file, but a folder with data sets is needed.".formatted(folder), null);
        }
        return folder;
    }

    /** TADPOLE_DATA where it is set, else where the system keeps a user's data. */
    public static Path userFolder(Map<String, String> environment) {
        String own = environment.get("TADPOLE_DATA");
        if (own != null && !own.isBlank()) {
            return Path.of(own);
        }
        return systemFolder(System.getProperty("os.name", ""), Path.of(System.getProperty("user.home")), environment);
    }

    static Path systemFolder(String system, Path home, Map<String, String> environment) {
        if (system.startsWith("Windows")) {
            String local = environment.get("LOCALAPPDATA");
            return (local == null ? home.resolve("AppData").resolve("Local") : Path.of(local)).resolve("Tadpole").resolve("data");
        }
        if (system.startsWith("Mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Tadpole").resolve("data");
        }
        String data = environment.get("XDG_DATA_HOME");
        boolean absolute = data != null && Path.of(data).isAbsolute();
        return (absolute ? Path.of(data) : home.resolve(".local").resolve("share")).resolve("tadpole").resolve("data");
    }
}
