package tadpole.engine.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import tadpole.engine.training.SweepStep;

/** The steps of a learning-rate finder as a table, one line a step, written while it happens. */
public final class SweepCsv implements AutoCloseable {

    private final Path path;
    private final SafeFile file;

    private SweepCsv(Path path, SafeFile file) throws IOException {
        this.path = path;
        this.file = file;
        write("step,rate,loss,smoothed\n");
    }

    public static SweepCsv open(Path path) throws FileException {
        try {
            return new SweepCsv(path, SafeFile.open(path));
        } catch (IOException failed) {
            throw SafeFile.failure(path, failed);
        }
    }

    /** @throws UncheckedIOException where the disk does not take it */
    public void add(SweepStep step) {
        try {
            write("%s,%s,%s,%s\n".formatted(step.step(), step.rate(), step.loss(), step.smoothed()));
        } catch (IOException failed) {
            throw new UncheckedIOException("%s cannot be written: %s.".formatted(path, Causes.inWords(failed)), failed);
        }
    }

    /** Puts the table, as far as it got, in its place. */
    @Override
    public void close() throws FileException {
        try (file) {
            file.keep();
        } catch (IOException failed) {
            throw SafeFile.failure(path, failed);
        }
    }

    private void write(String line) throws IOException {
        file.out().write(line.getBytes(StandardCharsets.UTF_8));
    }
}
