package tadpole.app.pane.text.write;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import tadpole.app.form.FormModel;
import tadpole.app.job.Watched;
import tadpole.app.job.WorkState;
import tadpole.app.pane.text.TextModel;
import tadpole.app.pane.text.sheet.Paper;
import tadpole.engine.language.LanguageModel;
import tadpole.engine.language.Level;
import tadpole.engine.language.PointerCache;
import tadpole.engine.language.Reading;
import tadpole.engine.language.Sampling;
import tadpole.engine.language.Writer;
import tadpole.engine.language.Written;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Settings;

/** The room Write: a text that one edits and the network goes on with, while one sees what it thinks. Needs no toolkit. */
final class WriteModel {

    private static final String LENGTH = "length";
    private static final long TELL_MILLIS = 500;
    private static final long ASK_MILLIS = 250;

    private final TextModel text;
    private final Paper paper;
    private final ReadingModel reading;
    private final Watched<List<Written>, Reading> job;
    private final FormModel sampling = new FormModel(Sampling.RECIPE);
    private final FormModel cache = new FormModel(PointerCache.RECIPE);
    private final FormModel length = FormModel.of(List.of(new Setting.Whole(LENGTH, "Length", 400L, 0, 1_000_000, "tokens",
            "How many characters or words are written; 0: until you stop it.")));
    private final LuckModel luck;
    private final UnitModel unit;
    private final TuneModel tune;
    private final Beams beams;
    private final ReadOnlyIntegerWrapper place = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper pace = new ReadOnlyStringWrapper("");
    private String before = "";
    private int pointedAt = -1;
    private boolean wanted;
    private boolean byNetwork;
    private boolean showing;
    private int letters;
    private int words;
    private long nanos;
    private long since;
    private long told;
    private long asked;
    /** Read by the writer's thread before each token. */
    private volatile Settings live;

    /** @param background where places of the text are looked up */
    WriteModel(TextModel text, Executor background) {
        this.text = text;
        this.paper = new Paper(text.textProperty());
        this.reading = new ReadingModel(text, background);
        this.job = new Watched<>(text.desk().jobs());
        this.luck = new LuckModel(text.desk().jobs());
        this.unit = new UnitModel(text, reading);
        this.tune = new TuneModel(text, cache);
        this.beams = new Beams(this);
        before = paper.text();
        sampling.show(text.samplingProperty().get());
        live = sampling.settings();
        sampling.settingsProperty().addListener((_, _, now) -> text.samplingProperty().set(now));
        text.samplingProperty().addListener((_, _, now) -> {
            live = now;
            if (!now.equals(sampling.settings())) {
                sampling.show(now);
            }
        });
        cache.settingsProperty().addListener((_, _, now) -> {
            if (text.cacheProperty().get().isPresent() && !showing) {
                text.cacheProperty().set(Optional.of(now));
            }
        });
        text.cacheProperty().addListener((_, _, now) -> {
            showing = true;
            now.filter(each -> !each.equals(cache.settings())).ifPresent(cache::show);
            showing = false;
            stop();
            reading.restart();
        });
        text.modelProperty().addListener((_, _, _) -> {
            halt();
            luck.clear();
            reading.restart();
        });
        text.textProperty().addListener((_, was, now) -> textChanged(was, now));
        paper.caretProperty().addListener((_, _, _) -> look());
        reading.changesProperty().addListener((_, _, _) -> look());
        reading.setWhenRead(() -> {
            unit.refresh();
            if (wanted) {
                wanted = false;
                write();
            }
        });
        reading.restart();
    }

    TextModel text() {
        return text;
    }

    Paper paper() {
        return paper;
    }

    ReadingModel reading() {
        return reading;
    }

    ReadSoFar read() {
        return reading.read();
    }

    FormModel sampling() {
        return sampling;
    }

    FormModel cache() {
        return cache;
    }

    FormModel length() {
        return length;
    }

    LuckModel luck() {
        return luck;
    }

    UnitModel unit() {
        return unit;
    }

    TuneModel tune() {
        return tune;
    }

    Beams beams() {
        return beams;
    }

    ReadOnlyObjectProperty<WorkState> stateProperty() {
        return job.stateProperty();
    }

    /** The number of the token whose expectation is shown: the one that is pointed at, else the one at the caret. */
    ReadOnlyIntegerProperty placeProperty() {
        return place.getReadOnlyProperty();
    }

    /** What was written and how fast, such as "Wrote 38 words · 2 840 characters/s". */
    ReadOnlyStringProperty paceProperty() {
        return pace.getReadOnlyProperty();
    }

    boolean isWords() {
        return text.modelProperty().get().map(LanguageModel::vocabulary).filter(each -> each.level() == Level.WORD).isPresent();
    }

    private void textChanged(String was, String now) {
        if (byNetwork) {
            return;
        }
        halt();
        int same = 0;
        int most = Math.min(was.length(), now.length());
        while (same < most && was.charAt(same) == now.charAt(same)) {
            same++;
        }
        reading.textChanged(same);
    }

    /** A token that one points at; negative where one does not. */
    void point(int token) {
        pointedAt = token;
        look();
    }

    private void look() {
        int now = pointedAt >= 0 && pointedAt < read().count() ? pointedAt : paper.caret() >= paper.text().length() ? read().count() : read().place(paper.caret());
        place.set(now);
        // Looking up takes time from the writing: while it runs, a few times a second are enough.
        long nano = System.nanoTime();
        if (job.state() != WorkState.RUNNING || pointedAt >= 0 || nano - asked > ASK_MILLIS * 1_000_000) {
            asked = nano;
            reading.ask(now);
        }
    }

    /** Writes on, stands still, or goes on again. */
    void writeOrPause() {
        switch (job.state()) {
            case RUNNING -> {
                job.pause();
                nanos += System.nanoTime() - since;
            }
            case PAUSED -> {
                since = System.nanoTime();
                job.resume();
            }
            case READY, ENDED, FAILED -> write();
        }
    }

    private void write() {
        if (text.modelProperty().get().isEmpty() || job.state().isGoingOn()) {
            return;
        }
        Optional<Reading> from = reading.settled();
        if (from.isEmpty()) {
            wanted = true;
            return;
        }
        letters = 0;
        words = 0;
        nanos = 0;
        since = System.nanoTime();
        paper.place(paper.text().length());
        paper.beginWriting();
        long tokens = (Long) length.settings().asMap().get(LENGTH);
        job.start(false, listener -> new Writer(from.get(), tokens, () -> live, listener), new Watched.Listener<>() {
            @Override
            public void hear(List<List<Written>> batches) {
                take(batches.stream().flatMap(Collection::stream).toList());
            }

            @Override
            public void ended(Reading grown) {
                nanos += System.nanoTime() - since;
                paper.endWriting();
                tellPace(true);
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

    private void take(List<Written> more) {
        StringBuilder together = new StringBuilder();
        for (Written each : more) {
            together.append(each.letters());
            words += each.letters().isBlank() ? 0 : 1;
        }
        letters += together.length();
        byNetwork = true;
        reading.grow(more);
        paper.write(together.toString());
        byNetwork = false;
        look();
        tellPace(false);
    }

    private void tellPace(boolean last) {
        long now = System.nanoTime();
        if (!last && now - told < TELL_MILLIS * 1_000_000) {
            return;
        }
        told = now;
        double seconds = (last || job.state() == WorkState.PAUSED ? nanos : nanos + now - since) / 1e9;
        String amount = isWords() ? count(words) + " words" : count(letters) + " characters";
        pace.set("Wrote " + amount + (seconds > 0.05 && letters > 0 ? " · " + count(Math.round(letters / seconds)) + " characters/s" : ""));
        if (last || text.desk().messages().failures().isEmpty()) {
            text.desk().messages().done(pace.get());
        }
    }

    static String count(long number) {
        return "%,d".formatted(number).replace(',', ' ');
    }

    void stop() {
        wanted = false;
        job.stop();
        luck.stop();
    }

    /** Ends what is being written without waiting: the text is another now. */
    private void halt() {
        if (job.state().isGoingOn()) {
            job.drop();
            paper.endWriting();
            reading.forget();
        }
    }

    /** Takes a token at the place that is shown: what stood behind it goes, and the network goes on from there. */
    void choose(int id) {
        text.modelProperty().get().ifPresent(model -> {
            halt();
            int count = place.get();
            int cut = count < read().count() ? Math.max(count == 0 ? 0 : read().piece(count - 1).to(), 0) : paper.text().length();
            String head = paper.text().substring(0, Math.min(cut, paper.text().length()));
            pointedAt = -1;
            paper.goOnFrom(head.length(), model.tokenizer().written(head, id));
        });
    }

    /** Whether the cache mixes in. */
    void setCacheOn(boolean on) {
        text.cacheProperty().set(on ? Optional.of(cache.settings()) : Optional.empty());
    }

    void tryLuck() {
        reading.settled().ifPresent(from -> luck.start(from, sampling.settings(), LuckModel.tokens(isWords()), text.desk().messages()::failed));
    }
}
