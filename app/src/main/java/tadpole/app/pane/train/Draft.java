package tadpole.app.pane.train;

import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import tadpole.app.experiment.Examples;
import tadpole.app.schedule.RunLength;
import tadpole.app.schedule.ScheduleEditorModel;
import tadpole.app.shell.Desk;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.TrainingPlan;

/** The experiment being set up: its fields, the data it is for, and whether all of that fits. */
public final class Draft {

    private final Desk desk;
    private final Executor background;
    private final ExperimentForm form = new ExperimentForm();
    private final ReadOnlyObjectWrapper<RunLength> length = new ReadOnlyObjectWrapper<>(RunLength.of(form.experiment().training()));
    private final ScheduleEditorModel schedule = new ScheduleEditorModel(form.schedule(), form.optimizer(), length);
    private final DataChoices data;
    private final ExampleChoices examples;
    private final ReadOnlyObjectWrapper<Fit> fit = new ReadOnlyObjectWrapper<>(Fit.NO_DATA);
    private final ReadOnlyObjectWrapper<Optional<Experiment>> opened = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Experiment>> replaced = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableValue<String> obstacle;
    private final ObservableValue<String> subtitle;
    private final ObservableValue<Optional<Experiment>> unchanged;
    private int asked;

    Draft(Desk desk, Examples examples, Executor background) {
        this.desk = desk;
        this.background = background;
        this.data = new DataChoices(desk, examples.folders());
        this.examples = new ExampleChoices(desk, examples, background);
        this.obstacle = Bindings.createStringBinding(this::findObstacle, form.refusalProperty(), fit);
        this.subtitle = Bindings.createStringBinding(this::say, fit, desk.workspace().datasetProperty());
        this.unchanged = Bindings.createObjectBinding(
                () -> opened.get().filter(each -> each.equals(form.experiment())), opened, form.experimentProperty());
        desk.workspace().datasetProperty().subscribe(dataset -> dataset.ifPresent(this::use));
        desk.workspace().experimentProperty().subscribe(given -> given.ifPresent(this::take));
        form.experimentProperty().addListener((_, _, experiment) -> tell(experiment));
        tell(form.experiment());
        data.find(background);
    }

    ExperimentForm form() {
        return form;
    }

    ScheduleEditorModel schedule() {
        return schedule;
    }

    DataChoices data() {
        return data;
    }

    ExampleChoices examples() {
        return examples;
    }

    Optional<Dataset> dataset() {
        return desk.workspace().datasetProperty().get();
    }

    ReadOnlyObjectProperty<Fit> fitProperty() {
        return fit.getReadOnlyProperty();
    }

    /** Why it cannot be started; empty where it can. */
    ObservableValue<String> obstacle() {
        return obstacle;
    }

    boolean canStart() {
        return findObstacle().isEmpty();
    }

    /** "MNIST · 784–100–10 · 79 510 parameters". */
    public ObservableValue<String> subtitle() {
        return subtitle;
    }

    /** The opened experiment as long as nothing of it was changed. */
    ObservableValue<Optional<Experiment>> openedProperty() {
        return unchanged;
    }

    /** Whether there is a change to take back. */
    BooleanBinding undoable() {
        return Bindings.createBooleanBinding(
                () -> schedule.undoable().get() || replaced.get().isPresent(), schedule.undoable(), replaced);
    }

    /**
     * Takes back the last change of the schedule's curve; where there is none, puts back what an opened file replaced. Once more, and the
     * file's is here again with all that was changed of it.
     */
    void undo() {
        if (schedule.undoable().get()) {
            schedule.undo();
        } else {
            replaced.get().ifPresent(this::show);
        }
    }

    /** Takes over an experiment of a file, and opens its data where they are known. */
    void show(Experiment experiment) {
        replaced.set(Optional.of(form.experiment()));
        opened.set(Optional.of(experiment));
        form.show(experiment);
        dataset().filter(experiment.data()::isOf).ifPresent(form::use);
        data.open(experiment.data());
    }

    private void use(Dataset dataset) {
        form.use(dataset);
        measure();
        check();
    }

    /** Another pane or a lesson sets the experiment. */
    private void take(Experiment experiment) {
        if (!experiment.equals(form.experiment())) {
            form.show(experiment);
        }
    }

    private void tell(Experiment experiment) {
        desk.workspace().experimentProperty().set(Optional.of(experiment));
        measure();
        check();
    }

    private void measure() {
        TrainingPlan plan = form.experiment().training();
        length.set(dataset()
                .map(open -> RunLength.of(plan, form.experiment().data().learned(open.train().size(), open.classes().size())))
                .orElseGet(() -> RunLength.of(plan)));
    }

    /** Builds the network beside the JavaFX thread; only the newest answer counts. */
    private void check() {
        int mine = ++asked;
        Experiment experiment = form.experiment();
        Optional<Dataset> dataset = dataset();
        background.execute(() -> {
            Fit answer = Fit.of(experiment, dataset);
            desk.jobs().ui().execute(() -> {
                if (mine == asked) {
                    fit.set(answer);
                }
            });
        });
    }

    private String findObstacle() {
        return form.refusalProperty().get().isEmpty() ? fit.get().problem() : form.refusalProperty().get();
    }

    private String say() {
        Fit now = fit.get();
        return dataset()
                .map(open -> now.sizes().isEmpty()
                        ? open.title()
                        : "%s · %s · %s parameters".formatted(open.title(), now.sizes(), Numbers.count(now.parameters())))
                .orElse("nothing is open");
    }
}
