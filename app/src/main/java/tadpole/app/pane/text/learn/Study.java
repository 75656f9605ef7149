package tadpole.app.pane.text.learn;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import tadpole.app.job.Jobs;
import tadpole.app.job.Watched;
import tadpole.app.job.WorkState;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.recipe.Settings;

/** Measures the open text beside the JavaFX thread; only the newest question is answered. */
final class Study {

    private final Texts texts;
    private final Watched<Void, Optional<TextFacts>> work;
    private final ReadOnlyObjectWrapper<Optional<TextFacts>> facts = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private Optional<Settings> plan = Optional.empty();

    Study(Texts texts, Jobs jobs) {
        this.texts = texts;
        this.work = new Watched<>(jobs);
    }

    /** Empty while it is measured, and where it cannot be learned from. */
    ReadOnlyObjectProperty<Optional<TextFacts>> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    /** Why nothing can be learned from it; empty where something can. */
    ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<WorkState> stateProperty() {
        return work.stateProperty();
    }

    /** What the text was last cut by. */
    Optional<Settings> plan() {
        return plan;
    }

    void begin(OpenedText text, Settings by) {
        plan = Optional.of(by);
        facts.set(Optional.empty());
        refusal.set("");
        work.start(false, _ -> new Measuring(texts, text, by), new Watched.Listener<>() {

            @Override
            public void hear(List<Void> events) {}

            @Override
            public void ended(Optional<TextFacts> result) {
                facts.set(result);
            }

            @Override
            public void failed(String why) {
                refusal.set(why);
            }
        });
    }

    private record Measuring(Texts texts, OpenedText text, Settings plan) implements Job<Optional<TextFacts>> {

        @Override
        public String name() {
            return "Measuring " + text.title();
        }

        @Override
        public JobOutcome<Optional<TextFacts>> run(JobControl control) {
            return switch (texts.study(text, plan, control)) {
                case JobOutcome.Finished<TextFacts>(TextFacts found) -> new JobOutcome.Finished<>(Optional.of(found));
                case JobOutcome.Stopped<TextFacts> _ -> new JobOutcome.Stopped<>(Optional.empty());
                case JobOutcome.Failed<TextFacts>(String why, Throwable cause) -> new JobOutcome.Failed<>(why, cause);
            };
        }
    }
}
