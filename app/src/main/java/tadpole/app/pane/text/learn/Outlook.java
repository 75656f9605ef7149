package tadpole.app.pane.text.learn;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import tadpole.app.job.Newest;
import tadpole.app.job.TimeText;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.Progress;
import tadpole.engine.language.Corpus;
import tadpole.engine.language.LanguageEvent;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;

/** How many steps a training would make and how long it would take: a few steps of it are tried. */
final class Outlook {

    private static final int TRIED = 4;
    private static final double MOST_SECONDS = 4;

    private record Question(int number, Corpus corpus, Settings plan) {}

    private final Learners learners;
    private final Executor ui;
    private final LongSupplier nanos;
    private final Newest<Question> asking;
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private final AtomicInteger number = new AtomicInteger();

    Outlook(Learners learners, Executor background, Executor ui, LongSupplier nanos) {
        this.learners = learners;
        this.ui = ui;
        this.nanos = nanos;
        this.asking = new Newest<>(background, this::answer);
    }

    ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    void look(Corpus corpus, Settings plan) {
        Question question = new Question(number.incrementAndGet(), corpus, plan);
        words.set(steps(corpus, plan) + "; measuring how long they take...");
        asking.ask(question);
    }

    /** What is being tried ends at its next step. */
    void forget() {
        number.incrementAndGet();
        asking.drop();
        words.set("");
    }

    /** As the trainer cuts it: a short text into fewer streams, the last step of each shorter. */
    static long stepsInEpoch(Corpus corpus, Settings plan) {
        long tokens = Math.max(1, corpus.train().length - 1L);
        long streams = Math.clamp(tokens / plan.whole("sequence"), 1, plan.whole("batch"));
        return Math.ceilDiv(tokens / streams, (long) plan.whole("sequence"));
    }

    private static String steps(Corpus corpus, Settings plan) {
        return String.format(Locale.ROOT, "Start makes %,d steps", stepsInEpoch(corpus, plan) * plan.whole("epochs")).replace(',', ' ');
    }

    private void answer(Question question) {
        Trial trial = new Trial(question.number());
        String said = steps(question.corpus(), question.plan());
        try {
            Corpus whole = question.corpus();
            int enough = Math.min(whole.train().length, (TRIED + 1) * question.plan().whole("batch") * question.plan().whole("sequence") + 2);
            Corpus some = new Corpus(whole.title(), whole.vocabulary(), Arrays.copyOf(whole.train(), enough), new int[0], new int[0]);
            learners.make(some, question.plan(), trial::hear).run(trial);
            double seconds = trial.secondsAStep() * stepsInEpoch(whole, question.plan()) * question.plan().whole("epochs");
            said += Double.isFinite(seconds) ? ", about " + TimeText.of(seconds) + "." : ".";
        } catch (SettingException refused) {
            said = refused.getMessage();
        }
        String told = said;
        ui.execute(() -> {
            if (question.number() == number.get()) {
                words.set(told);
            }
        });
    }

    /** Ends after a few steps, after a few seconds, and when nobody wants to know any more. */
    private final class Trial implements JobControl {

        private final int mine;
        private final long begun = nanos.getAsLong();
        private long last = begun;
        private double least = Double.NaN;
        private int steps;

        Trial(int mine) {
            this.mine = mine;
        }

        void hear(LanguageEvent event) {
            if (event instanceof LanguageEvent.Stepped) {
                long now = nanos.getAsLong();
                least = steps == 0 ? Double.NaN : steps == 1 ? now - last : Math.min(least, now - last);
                last = now;
                steps++;
            }
        }

        /** Of the fastest; the first one warms up and tells nothing, however slow it was. */
        double secondsAStep() {
            return least / 1e9;
        }

        @Override
        public boolean proceed() {
            return !isStopped();
        }

        @Override
        public boolean isStopped() {
            return mine != number.get() || steps >= TRIED || steps >= 2 && (nanos.getAsLong() - begun) / 1e9 > MOST_SECONDS;
        }

        @Override
        public void report(Progress progress) {}
    }
}
