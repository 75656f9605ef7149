package tadpole.engine.file;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Stages of one training: language files beside each other, "tales.epoch-0.5.safetensors" beside "tales.safetensors". */
public final class LanguageSnapshots {

    private static final String EXTENSION = ".safetensors";
    private static final String STAGE = ".epoch-";

    private LanguageSnapshots() {}

    /** Where the stage after so many epochs belongs. */
    public static Path place(Path model, double epochs) {
        return model.resolveSibling(stem(model) + STAGE + JsonLayout.line(epochs) + EXTENSION);
    }

    /** The stages that lie beside a model, by their epochs; the model itself is not among them. */
    public static List<Path> of(Path model) throws FileException {
        String start = stem(model) + STAGE;
        return list(model.toAbsolutePath().getParent(), start).stream().filter(each -> epochs(each, start) >= 0)
                .sorted(Comparator.comparingDouble(each -> epochs(each, start))).toList();
    }

    private static List<Path> list(Path folder, String start) throws FileException {
        List<Path> found = new ArrayList<>();
        DirectoryStream.Filter<Path> stages = each -> each.getFileName().toString().startsWith(start) && each.getFileName().toString().endsWith(EXTENSION);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, stages)) {
            files.forEach(found::add);
        } catch (IOException broken) {
            throw new FileException("%s cannot be read: %s.".formatted(folder, Causes.inWords(broken)), broken);
        }
        return found;
    }

    private static double epochs(Path file, String start) {
        String name = file.getFileName().toString();
        String number = name.substring(start.length(), name.length() - EXTENSION.length());
        return number.matches("\\d{1,9}(\\.\\d{1,9})?") ? Double.parseDouble(number) : -1;
    }

    private static String stem(Path model) {
        String name = FileHead.fileName(model);
        return name.endsWith(EXTENSION) ? name.substring(0, name.length() - EXTENSION.length()) : name;
    }
}
