package tadpole.app.pane.text.write;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tadpole.app.job.Newest;
import tadpole.app.job.Watched;
import tadpole.app.job.WorkState;
import tadpole.app.pane.text.TextModel;
import tadpole.engine.language.LanguageModel;
import tadpole.engine.language.NextToken;
import tadpole.engine.language.ReadText;
import tadpole.engine.language.Reader;
import tadpole.engine.language.Reading;
import tadpole.engine.language.Written;

/** Keeps what the model thinks of the text up to date while the text, the model or the cache changes; answers for any place of it. */
final class ReadingModel {

    private static final int MOST = 400;
    private static final int POINTED = 24;

    /**
     * What is expected at a place.
     *
     * @param place the token's number; as many as there are tokens behind the end
     */
    record Expected(Reading reading, int place, NextToken next) {}

    private record Question(Reading reading, int place) {}

    private final TextModel text;
    private final Watched<Reader.Part, Reading> job;
    private final Newest<Question> toAsk;
    private final ReadSoFar read = new ReadSoFar();
    private final Unigrams unigrams = new Unigrams();
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Optional<Expected>> expected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Reading> known = Optional.empty();
    private Optional<String> failure = Optional.empty();
    private boolean outdated;
    private boolean fresh;
    private int counted;
    private int place;
    private Runnable whenRead = () -> { };

    /** @param background where places are looked up, in order */
    ReadingModel(TextModel text, Executor background) {
        this.text = text;
        job = new Watched<>(text.desk().jobs());
        toAsk = new Newest<>(background, this::answer);
    }

    /** What was read, as far as it was. */
    ReadSoFar read() {
        return read;
    }

    /** Another number whenever there is more of it, or less. */
    ReadOnlyIntegerProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /** At the place that was asked for last; empty where nothing can be said. */
    ReadOnlyObjectProperty<Optional<Expected>> expectedProperty() {
        return expected.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<WorkState> stateProperty() {
        return job.stateProperty();
    }

    Optional<String> failure() {
        return failure;
    }

    double unigrams() {
        return unigrams.perplexity();
    }

    /** All of the text with what was thought of it; empty while it is being read. */
    Optional<Reading> settled() {
        return outdated || job.state().isGoingOn() ? Optional.empty() : known;
    }

    /** Told when all of the text has been read. */
    void setWhenRead(Runnable wanted) {
        whenRead = wanted;
    }

    /** Another model or another cache: everything is read anew. */
    void restart() {
        job.drop();
        expected.set(Optional.empty());
        known = text.modelProperty().get().map(this::empty);
        cut(0);
        textChanged(0);
    }

    private Reading empty(LanguageModel model) {
        return new Reading(model, text.cacheProperty().get(), text.desk().device());
    }

    /** @param at the first place that is not as it was */
    void textChanged(int at) {
        int count = read.count();
        while (count > 0 && read.piece(count - 1).to() >= at) {
            count--;
        }
        cut(count);
        outdated = true;
        text.readProperty().set(Optional.empty());
        if (job.state().isGoingOn()) {
            job.stop();
            return;
        }
        start();
    }

    private void start() {
        if (known.isEmpty()) {
            return;
        }
        Reading from = known.get();
        String wanted = text.textProperty().get();
        outdated = false;
        fresh = true;
        job.start(false, listener -> new Reader(from, wanted, listener), new Watched.Listener<>() {
            @Override
            public void hear(List<Reader.Part> parts) {
                if (!outdated) {
                    parts.forEach(part -> take(from, part));
                    changed();
                }
            }

            @Override
            public void ended(Reading result) {
                known = Optional.of(result);
                failure = Optional.empty();
                if (outdated) {
                    start();
                    return;
                }
                settle();
            }

            @Override
            public void failed(String why) {
                failure = Optional.of(why);
                known = text.modelProperty().get().map(each -> empty(each));
                changed();
            }
        });
    }

    private void take(Reading from, Reader.Part part) {
        if (fresh) {
            fresh = false;
            cut(part.from());
            // An earlier run read more than it could tell before the text changed.
            if (part.from() > read.count()) {
                ReadText missing = from.read(read.count());
                for (int i = 0; read.count() < part.from(); i++) {
                    add(new Written(missing.pieces().get(i), "", missing.surprise()[i], missing.cached()[i], missing.share()[i]));
                }
            }
        }
        part.tokens().forEach(this::add);
    }

    private void add(Written written) {
        read.add(written);
        unigrams.add(written.piece().id());
        counted++;
    }

    private void cut(int count) {
        for (; counted > count; counted--) {
            unigrams.remove(read.piece(counted - 1).id());
        }
        read.cut(count);
        changed();
    }

    private void changed() {
        changes.set(changes.get() + 1);
    }

    private void settle() {
        text.readProperty().set(known.map(Reading::read));
        ask(place);
        changed();
        whenRead.run();
    }

    /** The text is written on now: what this one holds grows. */
    void grow(List<Written> more) {
        if (read.count() == 0) {
            known.ifPresent(this::addBeginning);
        }
        more.forEach(this::add);
        changed();
    }

    /** What is written on an empty page begins with a token that has no letters, of which the writer does not tell. */
    private void addBeginning(Reading from) {
        ReadText begun = from.read();
        if (!begun.pieces().isEmpty() && begun.pieces().getFirst().from() == begun.pieces().getFirst().to()) {
            add(new Written(begun.pieces().getFirst(), "", begun.surprise()[0], begun.cached()[0], begun.share()[0]));
        }
    }

    /** The writing has ended. @param grown holds all of the text, unless that was changed meanwhile */
    void take(Reading grown) {
        known = Optional.of(grown);
        if (outdated || !grown.text().equals(text.textProperty().get())) {
            outdated = true;
            start();
        } else {
            settle();
        }
    }

    /** Looks up what is expected as the token with this number; the answer comes when it is known. */
    void ask(int wanted) {
        place = wanted;
        known.ifPresentOrElse(each -> toAsk.ask(new Question(each, wanted)), () -> expected.set(Optional.empty()));
    }

    private void answer(Question question) {
        int where = Math.min(question.place, question.reading.size());
        NextToken next = question.reading.next(where, MOST, POINTED);
        text.desk().jobs().ui().execute(() -> {
            if (known.filter(each -> each == question.reading).isPresent() && question.place == place) {
                expected.set(Optional.of(new Expected(question.reading, where, next)));
            }
        });
    }

    /** What was being written grew without being told: all is read anew. */
    void forget() {
        known = text.modelProperty().get().map(this::empty);
        outdated = true;
    }

    /** A unit's value after each piece. */
    void color(float[] values) {
        read.color(values);
        changed();
    }
}
