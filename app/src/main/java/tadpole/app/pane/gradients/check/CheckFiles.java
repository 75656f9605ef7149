package tadpole.app.pane.gradients.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import tadpole.app.chart.ChartException;
import tadpole.app.chart.ChartFiles;
import tadpole.app.chart.DifferencePicture;
import tadpole.app.chart.Drawing;
import tadpole.app.chart.HeatPicture;
import tadpole.app.pane.gradients.NetworkChoice;
import tadpole.app.shell.Desk;
import tadpole.app.shell.FileWork;
import tadpole.engine.file.CheckCsv;
import tadpole.engine.file.CheckFile;
import tadpole.engine.file.ExperimentFile;
import tadpole.engine.file.FileHead;
import tadpole.engine.inspect.CheckPlan;
import tadpole.engine.inspect.CheckedTensor;
import tadpole.engine.training.Experiment;

/** Reads and writes the room's files beside the JavaFX thread, and says how it went. */
final class CheckFiles {

    private final Desk desk;
    private final CheckModel model;
    private final FileWork work;

    CheckFiles(Desk desk, CheckModel model, Executor background) {
        this.desk = desk;
        this.model = model;
        this.work = new FileWork(desk, background);
    }

    /** Files that were dropped; false where there is no use for them. */
    boolean take(List<Path> paths) {
        boolean ours = FileWork.isOne(paths, FileHead.Kind.CHECK, FileHead.Kind.EXPERIMENT);
        if (ours) {
            open(paths.getFirst());
        }
        return ours;
    }

    /** A check or an experiment. */
    void open(Path file) {
        work.run(() -> {
            if (FileHead.read(file).kind() == FileHead.Kind.CHECK) {
                CheckPlan plan = CheckFile.read(file);
                desk.jobs().ui().execute(() -> model.take(plan));
            } else {
                Experiment experiment = ExperimentFile.read(file);
                desk.jobs().ui().execute(() -> model.subject().use(experiment));
            }
            return "Opened %s.".formatted(file.getFileName());
        });
    }

    /** What "tadpole check" runs; the numbers themselves are saved as a table. */
    void save(Path file) {
        model.studied().ifPresent(studied -> {
            if (studied.test()) {
                desk.messages().failed("A check file names training images, but the image is of the test part. Choose training images.");
            } else if (studied.choice() == NetworkChoice.TRAINED) {
                desk.messages().failed("A check file holds an experiment at its start, not trained weights. Choose Train's experiment, or a network of Tadpole.");
            } else {
                CheckPlan plan = model.plan(studied);
                work.run(() -> {
                    CheckFile.write(file, plan);
                    return "Saved %s. Without a window: tadpole check %s.".formatted(file.getFileName(), file.getFileName());
                });
            }
        });
    }

    /** check-gradients, check-step and check-agreement, each .png and .svg. */
    void savePictures(Path folder) {
        model.cells().ifPresent(cells -> {
            Drawing heat = new HeatPicture(cells.groups());
            Drawing curve = new DifferencePicture(model.readings().lines(), model.settings().decimal("h"));
            Drawing agreement = model.readings().agreement(model.soFar(), model.layerProperty().get());
            work.run(() -> {
                try {
                    ChartFiles.write(heat, folder, "check-gradients");
                    ChartFiles.write(curve, folder, "check-step");
                    ChartFiles.write(agreement, folder, "check-agreement");
                } catch (ChartException noFonts) {
                    throw new IOException(noFonts.getMessage(), noFonts);
                }
                return "Saved check-gradients, check-step and check-agreement, each as PNG and SVG.";
            });
        });
    }

    /** Every checked number. */
    void saveTable(Path file) {
        List<CheckedTensor> tensors = model.soFar().copy();
        work.save(file, to -> CheckCsv.write(to, tensors));
    }
}
