package tadpole.app.pane.gradients.step;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import tadpole.app.pane.gradients.NetworkChoice;
import tadpole.app.shell.Desk;
import tadpole.app.shell.FileWork;
import tadpole.engine.file.CheckFile;
import tadpole.engine.file.ExperimentFile;
import tadpole.engine.file.FileHead;
import tadpole.engine.inspect.CheckPlan;
import tadpole.engine.training.Experiment;

/** Opens the experiment and samples whose step is shown from a file, and saves them, beside the JavaFX thread. */
final class StepFiles {

    private final StepModel model;
    private final Desk desk;
    private final FileWork work;
    private final Supplier<Window> owner;

    StepFiles(StepModel model, Desk desk, Executor background, Supplier<Window> owner) {
        this.model = model;
        this.desk = desk;
        this.work = new FileWork(desk, background);
        this.owner = owner;
    }

    private static FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().setAll(new ExtensionFilter("Experiments and checks", "*.json"));
        return chooser;
    }

    /** Files that were dropped; false where there is no use for them. */
    boolean take(List<Path> paths) {
        boolean ours = FileWork.isOne(paths, FileHead.Kind.CHECK, FileHead.Kind.EXPERIMENT);
        if (ours) {
            open(paths.getFirst());
        }
        return ours;
    }

    void open() {
        Optional.ofNullable(chooser("Open an experiment or a check").showOpenDialog(owner.get())).map(File::toPath).ifPresent(this::open);
    }

    void save() {
        FileChooser chooser = chooser("Save the experiment with its images");
        chooser.setInitialFileName("step.json");
        Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(File::toPath).ifPresent(this::save);
    }

    /** An experiment, or a check file: an experiment with the samples on which it is looked at. */
    void open(Path file) {
        work.run(() -> {
            if (FileHead.read(file).kind() == FileHead.Kind.CHECK) {
                CheckPlan plan = CheckFile.read(file);
                desk.jobs().ui().execute(() -> model.subject().use(plan.experiment(), plan.samples()));
            } else {
                Experiment experiment = ExperimentFile.read(file);
                desk.jobs().ui().execute(() -> model.subject().use(experiment));
            }
            return "Opened %s.".formatted(file.getFileName());
        });
    }

    /** The experiment with its samples, as a check file: the room Check opens it too. */
    void save(Path file) {
        model.tracedProperty().get().map(TracedSubject::studied).ifPresent(studied -> {
            if (studied.test()) {
                desk.messages().failed("A file of this room names training images, but these are of the test part. Choose training images.");
                return;
            }
            if (studied.choice() == NetworkChoice.TRAINED) {
                desk.messages().failed("A file of this room holds an experiment at its start, not trained weights. Choose another network.");
                return;
            }
            Experiment experiment = studied.experiment();
            CheckPlan plan = new CheckPlan(experiment.name(), experiment.about(), experiment, studied.samples(),
                    CheckPlan.RECIPE.standard().settings(), Optional.empty());
            work.save(file, to -> CheckFile.write(to, plan));
        });
    }
}
