package tadpole.app.pane.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import tadpole.app.job.Newest;
import tadpole.app.job.WorkState;
import tadpole.app.shell.Desk;
import tadpole.engine.recipe.SettingException;

/**
 * The network that is looked at, copied: while a run goes on every half second if somebody looks, at once where it stands still, and of a
 * recorded moment whenever another is asked for. Of questions that come faster than answers only the newest is answered.
 */
final class Sights {

    private static final long EVERY_NANOS = 500_000_000;

    private final Desk desk;
    private final Shelf shelf;
    private final LongSupplier nanoTime;
    private final Newest<Question> newest;
    private final List<ObservableBooleanValue> looking = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Optional<Sight>> sight = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Run> coming = Optional.empty();
    private int number;
    private long askedAt;
    private boolean waiting;

    /** @param at a recorded step; empty for now */
    private record Question(Run run, OptionalLong at, int number) {}

    /** @param background one task at a time, in order */
    Sights(Shelf shelf, Desk desk, Executor background, LongSupplier nanoTime) {
        this.desk = desk;
        this.shelf = shelf;
        this.nanoTime = nanoTime;
        this.newest = new Newest<>(background, this::answer);
        shelf.lookProperty().addListener(_ -> ask());
        shelf.onNews(this::hear);
    }

    ReadOnlyObjectProperty<Optional<Sight>> sightProperty() {
        return sight.getReadOnlyProperty();
    }

    void watch(ObservableBooleanValue looks) {
        looking.add(looks);
        looks.addListener((_, _, now) -> {
            if (now) {
                ask();
            }
        });
        if (looks.get()) {
            ask();
        }
    }

    /** What is looked at while there is no run: the one that could be started. */
    void offer(Optional<Run> run) {
        coming = run;
        if (shelf.lookProperty().get().isEmpty()) {
            ask();
        }
    }

    private boolean isWatched() {
        return looking.stream().anyMatch(ObservableBooleanValue::get);
    }

    private void hear(Run run) {
        Optional<Shelf.Look> look = shelf.lookProperty().get();
        if (look.filter(each -> each.run() == run && each.at().isEmpty()).isEmpty()) {
            return;
        }
        if (run.state() == WorkState.RUNNING && (waiting || nanoTime.getAsLong() - askedAt < EVERY_NANOS)) {
            return;
        }
        if (run.state() != WorkState.RUNNING || isWatched()) {
            ask();
        }
    }

    private void ask() {
        Optional<Shelf.Look> look = shelf.lookProperty().get();
        number++;
        boolean recorded = look.filter(each -> each.at().isPresent()).isPresent();
        if (!recorded && !isWatched()) {
            forget(look);
            return;
        }
        askedAt = nanoTime.getAsLong();
        waiting = true;
        look.map(each -> new Question(each.run(), each.at(), number))
                .or(() -> coming.map(run -> new Question(run, OptionalLong.empty(), number)))
                .ifPresentOrElse(newest::ask, () -> sight.set(Optional.empty()));
    }

    /** What nobody looks at is not kept where it is of another run or moment. */
    private void forget(Optional<Shelf.Look> look) {
        if (sight.get().filter(now -> now.live() && look.filter(each -> each.run() == now.run()).isPresent()).isEmpty()) {
            sight.set(Optional.empty());
        }
    }

    private void answer(Question question) {
        try {
            Optional<Sight> found = question.at().isPresent()
                    ? question.run().past().sightAt(question.at().getAsLong())
                    : Optional.of(question.run().past().now());
            desk.jobs().ui().execute(() -> show(question, found));
        } catch (SettingException misfit) {
            showNothing(question);
        } catch (IOException lost) {
            showNothing(question);
            fail(lost.getMessage());
        } catch (OutOfMemoryError tooLarge) {
            showNothing(question);
            fail("There is no memory left for a copy of the network of %s. Stop a run, or delete some.".formatted(question.run().start().name()));
        } catch (RuntimeException mistake) {
            showNothing(question);
            throw mistake;
        }
    }

    private void showNothing(Question question) {
        desk.jobs().ui().execute(() -> show(question, Optional.empty()));
    }

    private void fail(String sentence) {
        desk.jobs().ui().execute(() -> desk.messages().failed(sentence));
    }

    /** Also where a newer question is under way, as long as it is of the same kind: a drag shows what it passes. */
    private void show(Question question, Optional<Sight> found) {
        waiting = false;
        Optional<Shelf.Look> look = shelf.lookProperty().get();
        boolean same = look.map(each -> each.run() == question.run() && each.at().isPresent() == question.at().isPresent())
                .orElseGet(() -> question.number() == number);
        if (same) {
            sight.set(found);
        }
    }
}
