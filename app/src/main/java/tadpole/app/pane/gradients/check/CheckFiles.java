package tadpole.app.pane.gradients.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import tadpole.app.chart.ChartException;
import tadpole.app.chart.ChartFiles;
import tadpole.app.chart.DifferencePicture;
import tadpole.app.chart.Drawing;
import tadpole.app.chart.HeatPicture;
import tadpole.app.shell.Desk;
import tadpole.engine.file.ExperimentFile;
import tadpole.engine.file.FileException;
import tadpole.engine.file.SafeFile;
import tadpole.engine.inspect.CheckedTensor;
import tadpole.engine.training.Experiment;

/** Reads and writes the room's files beside the JavaFX thread, and says how it went. */
final class CheckFiles {

    private final Desk desk;
    private final CheckModel model;
    private final Executor background;

    CheckFiles(Desk desk, CheckModel model, Executor background) {
        this.desk = desk;
        this.model = model;
        this.background = background;
    }

    /** Files that were dropped; false where there is no use for them. */
    boolean take(List<Path> paths) {
        if (paths.size() != 1 || !paths.getFirst().toString().endsWith(".json")) {
            return false;
        }
        open(paths.getFirst());
        return true;
    }

    /** A check or an experiment. */
    void open(Path file) {
        work(() -> {
            Experiment experiment = ExperimentFile.read(file);
            desk.jobs().ui().execute(() -> model.subject().use(experiment));
            return "Opened %s.".formatted(file.getFileName());
        });
    }

    void save(Path file) {
        model.studied().ifPresent(_ -> work(() -> ""));
    }

    /** check-gradients, check-step and check-agreement, each .png and .svg. */
    void savePictures(Path folder) {
        model.cells().ifPresent(cells -> {
            Drawing heat = new HeatPicture(cells.groups());
            Drawing curve = new DifferencePicture(model.readings().lines(), model.settings().decimal("h"));
            Drawing agreement = model.readings().agreement(model.soFar(), model.layerProperty().get());
            work(() -> {
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

    /** Every checked number: tensor,index,analytic,numeric,error,grade. */
    void saveTable(Path file) {
        StringBuilder table = new StringBuilder("tensor,index,analytic,numeric,error,grade\n");
        for (CheckedTensor tensor : model.soFar().tensors()) {
            for (int i = 0; i < tensor.size(); i++) {
                if (tensor.isChecked(i)) {
                    table.append("%s,%d,%s,%s,%s,%s%n".formatted(tensor.name(), i, tensor.analytic()[i], tensor.numeric()[i], tensor.error(i), tensor.grade(i).label())
                            .replace("\r", ""));
                }
            }
        }
        byte[] bytes = table.toString().getBytes(StandardCharsets.UTF_8);
        work(() -> {
            SafeFile.write(file, out -> out.write(bytes));
            return "Saved %s.".formatted(file.getFileName());
        });
    }

    private interface Work {
        String run() throws FileException, IOException;
    }

    private void work(Work work) {
        background.execute(() -> {
            try {
                String done = work.run();
                desk.jobs().ui().execute(() -> desk.messages().done(done));
            } catch (FileException | IOException fault) {
                desk.jobs().ui().execute(() -> desk.messages().failed(fault.getMessage()));
            }
        });
    }
}
