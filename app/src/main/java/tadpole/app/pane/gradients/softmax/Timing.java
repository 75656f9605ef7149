package tadpole.app.pane.gradients.softmax;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tadpole.app.job.RunningJob;
import tadpole.app.shell.Desk;
import tadpole.engine.inspect.LoopsAndVectors;
import tadpole.engine.inspect.LoopsAndVectors.Comparison;
import tadpole.engine.job.JobOutcome;

/** The job that times loops against vectors, and what came of it. */
final class Timing {

    private final Desk desk;
    private final SoftmaxRoomModel room;
    private final ReadOnlyObjectWrapper<Optional<Comparison>> comparison = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private Optional<RunningJob<?>> job = Optional.empty();

    Timing(Desk desk, SoftmaxRoomModel room) {
        this.desk = desk;
        this.room = room;
    }

    /** Empty where nothing is measured yet. */
    ReadOnlyObjectProperty<Optional<Comparison>> comparisonProperty() {
        return comparison.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Goes to its section and measures; stops where it measures already. */
    void measureOrStop() {
        if (running.get()) {
            stop();
            return;
        }
        room.figuresProperty().get().ifPresent(figures -> {
            room.sectionProperty().set(Section.LOOPS);
            running.set(true);
            job = Optional.of(desk.jobs().start(new LoopsAndVectors(figures.start(), desk.device()), this::over));
        });
    }

    void stop() {
        job.ifPresent(RunningJob::stop);
    }

    /** What was measured is of other samples or weights than are shown now. */
    void forget() {
        if (!running.get()) {
            comparison.set(Optional.empty());
        }
    }

    private void over(JobOutcome<Comparison> outcome) {
        running.set(false);
        job = Optional.empty();
        switch (outcome) {
            case JobOutcome.Finished<Comparison>(var result) -> comparison.set(Optional.of(result));
            case JobOutcome.Stopped<Comparison>(var result) -> comparison.set(Optional.of(result));
            case JobOutcome.Failed<Comparison>(var why, _) -> desk.messages().failed(why);
        }
    }
}
