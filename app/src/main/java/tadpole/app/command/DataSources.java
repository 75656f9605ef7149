package tadpole.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tadpole.engine.dataset.DataFolder;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.DatasetException;
import tadpole.engine.dataset.FoundDataset;
import tadpole.engine.job.JobControl;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.training.DataPlan;
import tadpole.samples.SampleData;

/** The folders in which data sets are looked for, the first one first. */
public final class DataSources {

    private DataSources() {}

    /** The given folder, else the user's own; then the bundled samples. */
    static List<Path> folders(Optional<Path> given, Map<String, String> environment) throws CommandException {
        Path first = given.isPresent() ? existing(given.get()) : userFolder(environment);
        return List.of(first, SampleData.data());
    }

    /**
     * The data that an experiment uses: made where it says what from, else read.
     *
     * @throws SettingException where none has it, or it cannot be made, with the place in the experiment
     */
    static Dataset read(DataPlan plan, Optional<Path> given, Map<String, String> environment, JobControl control)
            throws CommandException, SettingException, DatasetException {
        return plan.make().isPresent() ? plan.made() : find(plan.set(), given, environment).read(control);
    }

    /**
     * The data set of that key in the first folder that has it.
     *
     * @throws SettingException where none has it, with its place in an experiment
     */
    static FoundDataset find(String key, Optional<Path> given, Map<String, String> environment)
            throws CommandException, SettingException {
        List<FoundDataset> all = new ArrayList<>();
        List<Path> folders = folders(given, environment);
        for (Path folder : folders) {
            all.addAll(datasets(folder));
        }
        Optional<FoundDataset> wanted = all.stream().filter(each -> each.key().equals(key)).findFirst();
        if (wanted.isPresent()) {
            return wanted.get();
        }
        Path first = folders.getFirst();
        throw new SettingException(
                "There is no data set \"%s\" in %s%s or among the bundled samples; found: %s. Name the folder that holds it with --data DIR."
                        .formatted(key, first, Files.exists(first) ? "" : " (which does not exist)",
                                all.isEmpty() ? "none" : String.join(", ", all.stream().map(FoundDataset::key).distinct().sorted().toList())))
                .at("data.set");
    }

    /** None where the folder does not exist. */
    static List<FoundDataset> datasets(Path folder) throws CommandException {
        try {
            return Files.isDirectory(folder) ? new DataFolder(folder).datasets() : List.of();
        } catch (DatasetException unreadable) {
            throw CommandException.wrongRequest(unreadable.getMessage(), unreadable);
        }
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
