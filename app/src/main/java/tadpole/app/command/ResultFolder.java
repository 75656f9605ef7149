package tadpole.app.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tadpole.engine.file.Causes;
import tadpole.engine.file.FileException;
import tadpole.engine.file.SafeFile;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.PictureFile;

/** The folder of a command's results. What cannot be written is told at the end, so that one file does not cost the others. */
final class ResultFolder {

    private final Path folder;
    private final Predicate<String> own;
    private final List<String> failures = new ArrayList<>();

    /** @param own names of the files that the command writes there */
    ResultFolder(Path folder, Predicate<String> own) {
        this.folder = folder;
        this.own = own;
    }

    /** Makes the folder; refuses where one of the given files would be written over. */
    void make(List<Path> given) throws CommandException {
        try {
            Files.createDirectories(folder);
            for (Path each : earlier()) {
                for (Path input : given) {
                    if (Files.isSameFile(each, input)) {
                        throw CommandException.wrongRequest("%s is read, and would be written over. Give --out another folder.".formatted(input), null);
                    }
                }
            }
        } catch (IOException failed) {
            throw CommandException.wrongRequest("The folder %s cannot be made: %s.".formatted(folder, Causes.inWords(failed)), failed);
        }
    }

    /** Takes away what an earlier run left there. */
    void clean() throws CommandException {
        try {
            for (Path each : earlier()) {
                SafeFile.delete(each);
            }
        } catch (IOException failed) {
            throw CommandException.wrongRequest("The folder %s cannot be cleared: %s.".formatted(folder, Causes.inWords(failed)), failed);
        }
    }

    private List<Path> earlier() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(each -> own.test(each.getFileName().toString()) && Files.isRegularFile(each)).toList();
        }
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    void delete(String name) {
        try {
            SafeFile.delete(file(name));
        } catch (IOException failed) {
            failures.add("%s cannot be deleted: %s.".formatted(file(name), Causes.inWords(failed)));
        }
    }

    /** @return whether it could be written */
    boolean write(String name, SafeFile.Content content) {
        try {
            SafeFile.write(file(name), content);
            return true;
        } catch (FileException failed) {
            failures.add(failed.getMessage());
            return false;
        }
    }

    boolean write(String name, Picture picture) {
        return write(name, to -> PictureFile.write(picture, to));
    }

    boolean write(String name, String text) {
        return write(name, to -> to.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    void failed(FileException failed) {
        failures.add(failed.getMessage());
    }

    /** Ends the command with all that could not be written. */
    void requireWhole() throws CommandException {
        if (!failures.isEmpty()) {
            throw CommandException.failedRun(String.join(" ", failures.stream().distinct().toList()), null);
        }
    }
}
