package tadpole.app.pane.train.mistakes;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tadpole.app.pane.train.ExperimentForm;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.SampleChanges.Correction;

/** What a person changed of single samples, as it stands in the experiment being set up; every change can be taken back. */
final class Corrections {

    private final ExperimentForm form;
    private final ReadOnlyObjectWrapper<List<Correction>> all = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
    private final Deque<List<Correction>> before = new ArrayDeque<>();
    private boolean using;

    Corrections(ExperimentForm form) {
        this.form = form;
        all.set(form.experiment().data().changes().corrections());
        form.experimentProperty().addListener((_, old, now) -> follow(old, now));
    }

    /** Another run's settings may come into the form: what was corrected before can be brought back. */
    private void follow(Experiment old, Experiment now) {
        List<Correction> next = now.data().changes().corrections();
        if (!now.data().set().equals(old.data().set())) {
            before.clear();
        } else if (!using && !next.equals(all.get())) {
            before.push(all.get());
        }
        undoable.set(!before.isEmpty());
        all.set(next);
    }

    ReadOnlyObjectProperty<List<Correction>> allProperty() {
        return all.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    /** Whether samples of that data set can be corrected: it is the one being set up. */
    boolean areOf(Dataset dataset) {
        return form.experiment().data().isOf(dataset);
    }

    Optional<Correction> of(boolean test, int index) {
        return all.get().stream().filter(each -> each.isOf(test, index)).findFirst();
    }

    /** @param own the class that the data set itself gives it: that one needs no correction */
    void relabel(boolean test, int index, int label, int own) {
        set(test, index, label == own ? Optional.empty() : Optional.of(new Correction(test, index, OptionalInt.of(label))));
    }

    void leaveOut(boolean test, int index) {
        set(test, index, Optional.of(new Correction(test, index, OptionalInt.empty())));
    }

    void remove(Correction correction) {
        set(correction.test(), correction.index(), Optional.empty());
    }

    private void set(boolean test, int index, Optional<Correction> wanted) {
        List<Correction> next = new ArrayList<>(all.get());
        next.removeIf(each -> each.isOf(test, index));
        wanted.ifPresent(next::add);
        if (!next.equals(all.get())) {
            before.push(all.get());
            use(next);
        }
    }

    void undo() {
        if (!before.isEmpty()) {
            use(before.pop());
        }
    }

    private void use(List<Correction> next) {
        Experiment now = form.experiment();
        using = true;
        form.show(now.withData(now.data().withChanges(now.data().changes().withCorrections(next))));
        using = false;
    }
}
