package tadpole.engine.dataset;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Sentences about files and folders that the file system does not give. */
final class FileFault {

    private FileFault() {}

    static DatasetException of(Path path, IOException cause) {
        String sentence = switch (cause) {
            case NoSuchFileException _ -> "%s: there is no such file or folder.";
            case AccessDeniedException _ -> "%s: this program may not read it. Change its permissions, or open a copy.";
            case NotDirectoryException _ -> "%s: is a file, but a folder is expected there.";
            default -> "%s: cannot be read. The disk or the connection to it may be at fault: try again, or open a copy.";
        };
        return new DatasetException(sentence.formatted(path), cause);
    }

    /** The last part of a path; folders inside archives may carry a slash there. */
    static String name(Path path) {
        Path name = path.getFileName();
        String text = name == null ? path.toString() : name.toString();
        return text.endsWith("/") && text.length() > 1 ? text.substring(0, text.length() - 1) : text;
    }
}
