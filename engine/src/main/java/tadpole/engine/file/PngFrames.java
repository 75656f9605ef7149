package tadpole.engine.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.PictureFile;

/** A film as PNG files of a folder: frame-0001.png, frame-0002.png, and so on. How long each is shown is not written. */
public final class PngFrames implements Film {

    private final Path folder;
    private final boolean made;
    private final List<Path> frames = new ArrayList<>();
    private boolean kept;

    private PngFrames(Path folder, boolean made) {
        this.folder = folder;
        this.made = made;
    }

    /** @param folder made where there is none; one that holds frames of another film is refused */
    public static PngFrames open(Path folder) throws FileException {
        try {
            boolean made = !Files.exists(folder);
            if (made) {
                Files.createDirectory(folder);
            }
            return new PngFrames(folder, made);
        } catch (IOException failed) {
            throw new FileException("The folder %s cannot be made: %s.".formatted(folder, Causes.inWords(failed)), failed);
        }
    }

    @Override
    public void add(Picture picture, int delayMillis) throws FileException {
        Path frame = folder.resolve("frame-%04d.png".formatted(frames.size() + 1));
        if (Files.exists(frame)) {
            throw new FileException("%s is there already. Choose an empty folder for the frames.".formatted(frame), new FileAlreadyExistsException(frame.toString()));
        }
        SafeFile.write(frame, out -> PictureFile.write(picture, out));
        frames.add(frame);
    }

    @Override
    public int size() {
        return frames.size();
    }

    @Override
    public void keep() {
        kept = true;
    }

    @Override
    public void close() throws FileException {
        if (kept) {
            return;
        }
        try {
            for (Path frame : frames) {
                Files.deleteIfExists(frame);
            }
            frames.clear();
            if (made) {
                Files.deleteIfExists(folder);
            }
        } catch (IOException failed) {
            throw new FileException("The frames in %s cannot be taken away: %s.".formatted(folder, Causes.inWords(failed)), failed);
        }
    }
}
