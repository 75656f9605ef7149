package tadpole.app.pane.text.write;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import tadpole.app.form.FormModel;
import tadpole.app.job.Watched;
import tadpole.app.job.WorkState;
import tadpole.app.pane.text.TextModel;
import tadpole.app.pane.text.sheet.Paper;
import tadpole.engine.language.Reading;
import tadpole.engine.language.Writer;
import tadpole.engine.language.Written;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Settings;

/** The network goes on with the text: begins, stands still, goes on, ends. */
final class WritingModel {

    private static final String LENGTH = "length";
    private static final long TELL_NANOS = 500_000_000;

    private final TextModel text;
    private final Paper paper;
    private final ReadingModel reading;
    private final Watched<List<Written>, Reading> job;
    private final FormModel length = FormModel.of(List.of(new Setting.Whole(LENGTH, "Length", 400L, 0, 1_000_000, "tokens",
            "How many characters or words are written; 0: until you stop it.")));
    private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper("");
    private Pace pace = new Pace(false);
    private boolean wanted;
    private boolean byNetwork;
    private long told;
    /** Read by the writer's thread before each token. */
    private volatile Settings live;

    WritingModel(TextModel text, Paper paper, ReadingModel reading) {
        this.text = text;
        this.paper = paper;
        this.reading = reading;
        job = new Watched<>(text.desk().jobs());
        text.samplingProperty().subscribe(now -> live = now);
    }

    FormModel length() {
        return length;
    }

    ReadOnlyObjectProperty<WorkState> stateProperty() {
        return job.stateProperty();
    }

    /** What was written and how fast, such as "Wrote 38 words · 2 840 characters/s". */
    ReadOnlyStringProperty paceProperty() {
        return line.getReadOnlyProperty();
    }

    /** Whether the text changes because the network writes. */
    boolean isByNetwork() {
        return byNetwork;
    }

    /** Writes on, stands still, or goes on again. */
    void writeOrPause(boolean words) {
        switch (job.state()) {
            case RUNNING -> {
                job.pause();
                pace.pause();
            }
            case PAUSED -> {
                pace.resume();
                job.resume();
            }
            case READY, ENDED, FAILED -> write(words);
        }
    }

    /** All of the text has been read: what was asked for before begins. */
    void whenRead(boolean words) {
        if (wanted) {
            wanted = false;
            write(words);
        }
    }

    private void write(boolean words) {
        if (text.modelProperty().get().isEmpty() || job.state().isGoingOn()) {
            return;
        }
        Optional<Reading> from = reading.settled();
        if (from.isEmpty()) {
            wanted = true;
            return;
        }
        text.desk().jobs().endWarmUp();
        Pace mine = new Pace(words);
        pace = mine;
        paper.place(paper.text().length());
        paper.beginWriting();
        long tokens = (Long) length.settings().asMap().get(LENGTH);
        job.start(false, listener -> new Writer(from.get(), tokens, asked(mine), told(mine, listener)), new Watched.Listener<>() {
            @Override
            public void hear(List<List<Written>> batches) {
                take(batches.stream().flatMap(Collection::stream).toList());
            }

            @Override
            public void ended(Reading grown) {
                paper.endWriting();
                tell(true);
                reading.take(grown);
            }

            @Override
            public void failed(String why) {
                paper.endWriting();
                text.desk().messages().failed(why);
                reading.restart();
            }
        });
    }

    private Supplier<Settings> asked(Pace mine) {
        return () -> {
            mine.ask();
            return live;
        };
    }

    private static Consumer<List<Written>> told(Pace mine, Consumer<List<Written>> listener) {
        return batch -> {
            mine.tell();
            listener.accept(batch);
        };
    }

    private void take(List<Written> more) {
        StringBuilder together = new StringBuilder();
        more.forEach(each -> together.append(each.letters()));
        pace.add(more);
        byNetwork = true;
        reading.grow(more);
        paper.write(together.toString());
        byNetwork = false;
        tell(false);
    }

    private void tell(boolean last) {
        long now = System.nanoTime();
        if (!last && now - told < TELL_NANOS) {
            return;
        }
        told = now;
        line.set(pace.words());
        if (last || text.desk().messages().failures().isEmpty()) {
            text.desk().messages().done(line.get());
        }
    }

    void stop() {
        wanted = false;
        job.stop();
    }

    /** Ends what is being written without waiting: the text is another now. */
    void halt() {
        if (job.state().isGoingOn()) {
            job.drop();
            paper.endWriting();
            reading.forget();
        }
    }
}
