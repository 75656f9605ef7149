package tadpole.app.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import tadpole.engine.file.FileException;
import tadpole.engine.file.FileHead;
import tadpole.engine.file.LanguageImport;
import tadpole.engine.file.StudioFile;
import tadpole.engine.recipe.SettingException;

/**
 * Reads and writes files beside the JavaFX thread, and says how it went.
 *
 * @param background where files are read and written, in order
 */
public record FileWork(Desk desk, Executor background) {

    private static final String ENDING = ".json";

    /** Done in the background; what it returns is said, unless it is empty. */
    public interface Work {
        String run() throws FileException, IOException, SettingException;
    }

    public interface Reading<T> {
        T read(Path file) throws FileException, IOException, SettingException;
    }

    public interface Writing {
        void write(Path file) throws FileException, IOException, SettingException;
    }

    public void run(Work work) {
        background.execute(() -> {
            try {
                String done = work.run();
                if (!done.isEmpty()) {
                    desk.jobs().ui().execute(() -> desk.messages().done(done));
                }
            } catch (FileException | IOException | SettingException fault) {
                desk.jobs().ui().execute(() -> desk.messages().failed(fault.getMessage()));
            } catch (OutOfMemoryError full) {
                desk.jobs().ui().execute(() -> desk.messages().failed("There is not enough memory for this file. Close other work or choose a smaller one."));
            }
        });
    }

    /** @param use gets what was read, on the JavaFX thread; not told where it cannot be read */
    public <T> void open(Path file, Reading<T> reading, Consumer<T> use) {
        run(() -> {
            T read = reading.read(file);
            desk.jobs().ui().execute(() -> use.accept(read));
            return "Opened %s.".formatted(file.getFileName());
        });
    }

    public void save(Path file, Writing writing) {
        run(() -> {
            writing.write(file);
            return "Saved %s.".formatted(file.getFileName());
        });
    }

    /** Whether what was dropped is one weights file, but not of a text model. */
    public static boolean isWeights(List<Path> dropped) {
        return dropped.size() == 1 && dropped.getFirst().toString().endsWith(".safetensors") && !LanguageImport.isOne(dropped.getFirst());
    }

    /**
     * Whether what was dropped is one file of these kinds. One that ends like ours but cannot be told passes: who opens it says what is
     * wrong with it.
     */
    public static boolean isOne(List<Path> dropped, FileHead.Kind... kinds) {
        if (dropped.size() != 1 || !dropped.getFirst().toString().endsWith(ENDING) && !dropped.getFirst().toString().endsWith(StudioFile.ENDING)) {
            return false;
        }
        try {
            return List.of(kinds).contains(FileHead.read(dropped.getFirst()).kind());
        } catch (FileException untold) {
            return true;
        }
    }
}
