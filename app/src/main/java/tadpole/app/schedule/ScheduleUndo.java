package tadpole.app.schedule;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import tadpole.app.form.RecipePickerModel;
import tadpole.engine.optimizer.OptimizerMaker;
import tadpole.engine.recipe.Spec;
import tadpole.engine.schedule.ScheduleMaker;

/** Takes back what was done to a schedule and its rate, one gesture at a time, as long as nobody else changed them. */
final class ScheduleUndo {

    private record State(Spec schedule, Spec optimizer) {}

    private record Gesture(State before, State after) {}

    private static final int MOST = 100;

    private final RecipePickerModel<ScheduleMaker> schedule;
    private final RecipePickerModel<OptimizerMaker> optimizer;
    private final Deque<Gesture> done = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper possible = new ReadOnlyBooleanWrapper();
    private Optional<State> begun = Optional.empty();

    ScheduleUndo(RecipePickerModel<ScheduleMaker> schedule, RecipePickerModel<OptimizerMaker> optimizer) {
        this.schedule = schedule;
        this.optimizer = optimizer;
        schedule.specProperty().subscribe(_ -> look());
        optimizer.specProperty().subscribe(_ -> look());
    }

    ReadOnlyBooleanProperty possibleProperty() {
        return possible.getReadOnlyProperty();
    }

    void around(Runnable gesture) {
        begin();
        gesture.run();
        end();
    }

    void begin() {
        begun = Optional.of(now());
    }

    void end() {
        begun.filter(before -> !before.equals(now())).ifPresent(before -> done.push(new Gesture(before, now())));
        begun = Optional.empty();
        if (done.size() > MOST) {
            done.removeLast();
        }
        look();
    }

    void cancel() {
        begun.ifPresent(this::restore);
        begun = Optional.empty();
        look();
    }

    void undo() {
        look();
        if (possible.get()) {
            restore(done.pop().before());
            look();
        }
    }

    private State now() {
        return new State(schedule.spec(), optimizer.spec());
    }

    private void restore(State before) {
        schedule.show(before.schedule());
        optimizer.form().field("rate").take(before.optimizer().settings().decimal("rate"));
    }

    private void look() {
        possible.set(begun.isEmpty() && !done.isEmpty() && done.peek().after().equals(now()));
    }
}
