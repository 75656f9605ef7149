package tadpole.app.pane.train.mistakes;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import tadpole.app.job.Newest;
import tadpole.app.job.WorkState;
import tadpole.app.pane.train.Lab;
import tadpole.app.pane.train.Run;
import tadpole.app.pane.train.Sight;
import tadpole.engine.dataset.Shuffled;
import tadpole.engine.dataset.Split;
import tadpole.engine.evaluation.AnswerSheet;
import tadpole.engine.evaluation.Confusion;
import tadpole.engine.evaluation.Examination;
import tadpole.engine.job.JobControl;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Seed;
import tadpole.engine.training.Parts;

/**
 * Asks the network that is looked at about a part of the data, beside the JavaFX thread: first about some samples spread over it, so that
 * something is seen at once, then about all; while a run goes on about some only, and no more of the time than a twentieth.
 */
final class Asking {

    static final int SOME = 1000;
    private static final long TELL_NANOS = 200_000_000;
    /** While a run goes on: so long, and then the rest of the time is its own. */
    private static final long LEARNING_NANOS = 50_000_000;
    private static final int LEARNING_PART = 50;
    private static final int REST = 19;

    private final Lab lab;
    private final LongSupplier nanoTime;
    private final Newest<Question> newest;
    private final ObjectProperty<Optional<Part>> wanted = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Answered>> answered = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableBooleanValue looks;
    private volatile int number;
    private boolean busy;
    /** Whether what is under way asks a run that goes on; all else gives way to one. */
    private boolean busyLearning;
    private long notBefore = Long.MIN_VALUE;
    /** Of the thread that answers. */
    private Optional<Places> known = Optional.empty();

    private record Question(Sight sight, Part part, boolean learning, int number) {}

    private record Places(Run run, Parts parts) {}

    /**
     * @param executor one task at a time, in order
     * @param looks    whether somebody sees it
     */
    Asking(Lab lab, Executor executor, ObservableBooleanValue looks, LongSupplier nanoTime) {
        this.lab = lab;
        this.looks = looks;
        this.nanoTime = nanoTime;
        this.newest = new Newest<>(executor, this::answer);
        lab.watch(looks);
        lab.sightProperty().subscribe(_ -> ask());
        wanted.addListener(_ -> ask());
        looks.addListener((_, _, now) -> {
            if (now) {
                ask();
            }
        });
    }

    /** The part that a person chose; empty for the first that there is: test, validation, training. */
    ObjectProperty<Optional<Part>> wantedProperty() {
        return wanted;
    }

    ReadOnlyObjectProperty<Optional<Answered>> answeredProperty() {
        return answered.getReadOnlyProperty();
    }

    private void ask() {
        Optional<Sight> sight = lab.sightProperty().get();
        if (sight.isEmpty() || sight.get().network().setup().classes() == 0) {
            number++;
            busy = false;
            answered.set(Optional.empty());
            return;
        }
        boolean learning = sight.get().live() && sight.get().run().state() == WorkState.RUNNING;
        if (!looks.get() || learning && (busy && busyLearning || nanoTime.getAsLong() < notBefore)) {
            return;
        }
        Part part = wanted.get().filter(each -> each.of(sight.get().network().setup()).isPresent())
                .orElseGet(() -> Part.first(sight.get().network().setup()));
        busy = true;
        busyLearning = learning;
        newest.ask(new Question(sight.get(), part, learning, ++number));
    }

    private void answer(Question question) {
        long began = nanoTime.getAsLong();
        try {
            examine(question);
        } catch (SettingException impossible) {
            throw new IllegalStateException("What was trained once fits its data.", impossible);
        } finally {
            long rest = REST * (nanoTime.getAsLong() - began);
            lab.desk().jobs().ui().execute(() -> end(question, rest));
        }
    }

    private void end(Question question, long rest) {
        if (question.number() == number) {
            busy = false;
            notBefore = question.learning() ? nanoTime.getAsLong() + rest : Long.MIN_VALUE;
        }
    }

    private void examine(Question question) throws SettingException {
        Split split = question.part().of(question.sight().network().setup()).orElseThrow();
        Split places = question.part().of(places(question.sight())).orElseThrow();
        int[] order = order(split.size());
        int first = Math.min(SOME, order.length);
        int[] samples = question.learning() ? Arrays.copyOf(order, first) : order;
        Examination asked = new Examination(question.sight().network(), split, samples, lab.desk().device());
        if (question.learning()) {
            askSome(question, split, places, asked);
            return;
        }
        long told = nanoTime.getAsLong();
        boolean someTold = false;
        while (!asked.isDone()) {
            asked.next(JobControl.UNWATCHED);
            boolean some = !someTold && asked.done() >= first;
            if (asked.isDone() || some || someTold && nanoTime.getAsLong() - told > TELL_NANOS) {
                tell(question, split, places, asked.soFar());
                told = nanoTime.getAsLong();
                someTold = true;
            }
            if (someTold && question.number() != number) {
                return;
            }
        }
    }

    private void askSome(Question question, Split split, Split places, Examination asked) {
        long began = nanoTime.getAsLong();
        do {
            asked.next(LEARNING_PART, JobControl.UNWATCHED);
        } while (!asked.isDone() && nanoTime.getAsLong() - began < LEARNING_NANOS);
        tell(question, split, places, asked.soFar());
    }

    /** Some spread over all first, in an order of which every beginning is spread, too; then the others. */
    private static int[] order(int size) {
        int[] spread = Examination.spread(SOME, size);
        int[] some = new int[spread.length];
        new Shuffled().fill(some, new Seed(1));
        Arrays.setAll(some, i -> spread[some[i]]);
        BitSet taken = new BitSet(size);
        IntStream.of(some).forEach(taken::set);
        return IntStream.concat(IntStream.of(some), IntStream.range(0, size).filter(i -> !taken.get(i))).toArray();
    }

    private Parts places(Sight sight) throws SettingException {
        if (known.filter(each -> each.run() == sight.run()).isEmpty()) {
            known = Optional.of(new Places(sight.run(), Parts.places(sight.network().experiment(), sight.network().dataset())));
        }
        return known.get().parts();
    }

    private void tell(Question question, Split split, Split places, AnswerSheet sheet) {
        Answered now = new Answered(question.sight(), question.part(), split, places, sheet, Confusion.of(sheet));
        lab.desk().jobs().ui().execute(() -> {
            boolean other = lab.sightProperty().get().filter(sight -> sight.run() == question.sight().run()).isEmpty();
            if (!other && (question.number() == number || sheet.size() <= SOME)) {
                answered.set(Optional.of(now));
            }
        });
    }
}
