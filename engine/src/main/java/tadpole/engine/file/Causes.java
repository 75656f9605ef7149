package tadpole.engine.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.ReadOnlyFileSystemException;

/** What the system says of a file, in words: its exceptions often name the path only. */
public final class Causes {

    private Causes() {}

    /** The part after the colon, without a full stop. */
    public static String inWords(Exception cause) {
        return switch (cause) {
            case AccessDeniedException _ -> "access is denied";
            case FileAlreadyExistsException _ -> "a file of that name is there already";
            case NoSuchFileException missing -> "there is no " + missing.getFile();
            case NotDirectoryException file -> file.getFile() + " is no folder";
            case ReadOnlyFileSystemException _ -> "it cannot be written to";
            case FileSystemException said when said.getReason() != null -> said.getReason();
            case IOException said when said.getMessage() != null -> said.getMessage();
            default -> cause.toString();
        };
    }
}
