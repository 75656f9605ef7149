package tadpole.app.pane.kernels.input;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tadpole.app.shell.Desk;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.OpenDataset;
import tadpole.engine.job.JobOutcome;

/** A bundled data set that is read when it is first asked for, and the image of it that is shown. */
final class BundledSet {

    /** A frog that one knows for one. */
    private static final int FIRST_OF_POND = 123;

    private final Source source;
    private final Path folder;
    private final Desk desk;
    private Optional<Dataset> read = Optional.empty();
    private int index;
    private boolean reading;

    /** @param data the folder of all bundled data */
    BundledSet(Source source, Path data, Desk desk) {
        this.source = source;
        this.folder = data.resolve(source.folder());
        this.desk = desk;
        this.index = source == Source.POND ? FIRST_OF_POND : 0;
    }

    int index() {
        return index;
    }

    /** Of the training part; 0 as long as it is not read. */
    int size() {
        return read.map(set -> set.train().size()).orElse(0);
    }

    boolean isReading() {
        return reading;
    }

    /** The image at that place, counted around: after the last comes the first. */
    void go(int wanted) {
        index = size() == 0 ? wanted : Math.floorMod(wanted, size());
    }

    /**
     * Gives the data set as soon as it is there: the open one where it is this one.
     *
     * @param told whether it is read now
     * @param shown gets data set and index
     */
    void ask(Runnable told, BiConsumer<Dataset, Integer> shown, Consumer<String> refused) {
        if (read.isEmpty()) {
            read = desk.workspace().datasetProperty().get().filter(open -> open.key().equals(source.folder()));
        }
        if (read.isPresent()) {
            go(index);
            shown.accept(read.get(), index);
            return;
        }
        if (reading) {
            return;
        }
        reading = true;
        told.run();
        desk.jobs().start(new OpenDataset(folder), outcome -> {
            reading = false;
            switch (outcome) {
                case JobOutcome.Finished<Dataset>(var set) -> {
                    read = Optional.of(set);
                    go(index);
                    shown.accept(set, index);
                }
                case JobOutcome.Stopped<Dataset> _ -> refused.accept("Reading %s was stopped. Choose it again.".formatted(source.label()));
                case JobOutcome.Failed<Dataset>(var why, _) -> refused.accept(why);
            }
            told.run();
        });
    }
}
