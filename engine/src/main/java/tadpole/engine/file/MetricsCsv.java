package tadpole.engine.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import tadpole.engine.training.TrainingEvent;
import tadpole.engine.training.TrainingEvent.Changed;
import tadpole.engine.training.TrainingEvent.EpochEnded;
import tadpole.engine.training.TrainingEvent.HeldOut;
import tadpole.engine.training.TrainingEvent.Stepped;

/**
 * A run as a table, one line an event, written while it happens. Column {@code kind} tells the lines apart: a "step" is one
 * batch, an "epoch" the mean over an epoch's batches and what held-out samples gave after it, a "change" a setting that was
 * moved. Cells that do not apply are empty.
 */
public final class MetricsCsv implements AutoCloseable {

    private static final String HEADER =
            "kind,step,epoch,loss,accuracy,images,rate,momentum,heldOut,heldOutLoss,heldOutAccuracy,seconds,setting,from,to\n";

    private final Path path;
    private final SafeFile file;

    private MetricsCsv(Path path, SafeFile file) throws IOException {
        this.path = path;
        this.file = file;
        write(HEADER);
    }

    public static MetricsCsv open(Path path) throws FileException {
        try {
            return new MetricsCsv(path, SafeFile.open(path));
        } catch (IOException failed) {
            throw SafeFile.failure(path, failed);
        }
    }

    /** @throws UncheckedIOException where the disk does not take it */
    public void add(TrainingEvent event) {
        try {
            write(row(event));
            if (event instanceof EpochEnded) {
                file.out().flush();
            }
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

    private static String row(TrainingEvent event) {
        return switch (event) {
            case Stepped now -> "step,%s,%s,%s,%s,%s,%s,%s,,,,,,,\n".formatted(
                    now.step(), now.epoch(), now.loss(), accuracy(now.hasAccuracy(), now.accuracy()), now.count(), now.rate(), momentum(now));
            case EpochEnded now -> "epoch,%s,%s,%s,%s,%s,,,%s,%s,,,\n".formatted(
                    now.step(), now.epoch(), now.train().loss(), accuracy(now.train().hasAccuracy(), now.train().accuracy()), now.train().count(),
                    now.heldOut().map(MetricsCsv::heldOut).orElse(",,"), now.seconds());
            case Changed now -> "change,%s,%s,,,,,,,,,,%s,%s,%s\n"
                    .formatted(now.step(), now.epoch(), CsvCell.of(now.label()), value(now.from()), value(now.to()));
        };
    }

    private static String value(TrainingEvent.Value value) {
        return switch (value) {
            case TrainingEvent.Value.Amount(double number) -> String.valueOf(number);
            case TrainingEvent.Value.Word(String word) -> CsvCell.of(word);
        };
    }

    /** Nothing where numbers are to come out. */
    private static String accuracy(boolean has, double accuracy) {
        return has ? String.valueOf(accuracy) : "";
    }

    private static String momentum(Stepped now) {
        return now.momentum().isPresent() ? String.valueOf(now.momentum().getAsDouble()) : "";
    }

    private static String heldOut(HeldOut heldOut) {
        return "%s,%s,%s".formatted(heldOut.name(), heldOut.evaluation().loss(), accuracy(heldOut.evaluation().hasAccuracy(), heldOut.evaluation().accuracy()));
    }
}
