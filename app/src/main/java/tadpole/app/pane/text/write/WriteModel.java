package tadpole.app.pane.text.write;

import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import tadpole.app.form.FormModel;
import tadpole.app.job.WorkState;
import tadpole.app.pane.text.TextModel;
import tadpole.app.pane.text.sheet.Paper;
import tadpole.engine.language.LanguageModel;
import tadpole.engine.language.Level;
import tadpole.engine.language.PointerCache;
import tadpole.engine.language.Sampling;
import tadpole.engine.language.WritingWarmup;

/** The room Write: a text that one edits and the network goes on with, while one sees what it thinks. Needs no toolkit. */
final class WriteModel {

    private static final long ASK_MILLIS = 250;
    private static final long WARM_UP_MILLIS = 5000;

    private final TextModel text;
    private final Paper paper;
    private final ReadingModel reading;
    private final WritingModel writing;
    private final FormModel sampling = new FormModel(Sampling.RECIPE);
    private final FormModel cache = new FormModel(PointerCache.RECIPE);
    private final LuckModel luck;
    private final UnitModel unit;
    private final TuneModel tune;
    private final Beams beams;
    private final ReadOnlyIntegerWrapper place = new ReadOnlyIntegerWrapper();
    private int pointedAt = -1;
    private boolean showing;
    private long asked;

    /** @param background where places of the text are looked up */
    WriteModel(TextModel text, Executor background) {
        this.text = text;
        this.paper = new Paper(text.textProperty());
        this.reading = new ReadingModel(text, background);
        this.writing = new WritingModel(text, paper, reading);
        this.luck = new LuckModel(text.desk().jobs());
        this.unit = new UnitModel(text, reading);
        this.tune = new TuneModel(text, cache);
        this.beams = new Beams(this);
        sampling.show(text.samplingProperty().get());
        sampling.settingsProperty().addListener((_, _, now) -> text.samplingProperty().set(now));
        text.samplingProperty().addListener((_, _, now) -> {
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
        text.modelProperty().addListener((_, _, now) -> {
            writing.halt();
            luck.clear();
            reading.restart();
            // Any job that begins ends it: behind the reading.
            now.ifPresent(each -> text.desk().jobs().warmUp(new WritingWarmup(each, text.desk().device(), WARM_UP_MILLIS)));
        });
        text.textProperty().addListener((_, was, now) -> textChanged(was, now));
        paper.caretProperty().addListener((_, _, _) -> look());
        reading.changesProperty().addListener((_, _, _) -> look());
        reading.setWhenRead(() -> {
            unit.refresh();
            writing.whenRead(isWords());
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
        return writing.length();
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
        return writing.stateProperty();
    }

    /** The number of the token whose expectation is shown: the one that is pointed at, else the one at the caret. */
    ReadOnlyIntegerProperty placeProperty() {
        return place.getReadOnlyProperty();
    }

    /** What was written and how fast, such as "Wrote 38 words · 2 840 characters/s". */
    ReadOnlyStringProperty paceProperty() {
        return writing.paceProperty();
    }

    boolean isWords() {
        return text.modelProperty().get().map(LanguageModel::vocabulary).filter(each -> each.level() == Level.WORD).isPresent();
    }

    private void textChanged(String was, String now) {
        if (writing.isByNetwork()) {
            return;
        }
        writing.halt();
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
        if (writing.stateProperty().get() != WorkState.RUNNING || pointedAt >= 0 || nano - asked > ASK_MILLIS * 1_000_000) {
            asked = nano;
            reading.ask(now);
        }
    }

    /** Writes on, stands still, or goes on again. */
    void writeOrPause() {
        writing.writeOrPause(isWords());
    }

    void stop() {
        writing.stop();
        luck.stop();
    }

    /** Takes a token at the place that is shown: what stood behind it goes, and the network goes on from there. */
    void choose(int id) {
        text.modelProperty().get().ifPresent(model -> {
            writing.halt();
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
