package tadpole.app.pane.playground.regression;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import tadpole.app.shell.Desk;
import tadpole.engine.file.ExperimentFile;
import tadpole.engine.file.FileException;
import tadpole.engine.file.PointsCsv;
import tadpole.engine.training.Experiment;

/** Reads and writes experiments and tables of points beside the JavaFX thread, and says how it went. */
final class RegressionFiles {

    private final RegressionModel model;
    private final Desk desk;
    private final Executor background;

    RegressionFiles(RegressionModel model, Desk desk, Executor background) {
        this.model = model;
        this.desk = desk;
        this.background = background;
    }

    /** Whether the room can show it: numbers are to come out of made data. A file that cannot be read is none. */
    static boolean isRegression(Path file) {
        if (file.toString().endsWith(".csv")) {
            return true;
        }
        try {
            return file.toString().endsWith(".json") && canShow(ExperimentFile.read(file));
        } catch (FileException unread) {
            return false;
        }
    }

    private static boolean canShow(Experiment experiment) {
        return experiment.data().make().filter(make -> List.of("polynomial", "pairs", "random").contains(make.type())).isPresent();
    }

    void open(Path file) {
        background.execute(() -> {
            try {
                if (file.toString().endsWith(".csv")) {
                    points(file);
                } else {
                    experiment(file);
                }
            } catch (FileException fault) {
                desk.jobs().ui().execute(() -> desk.messages().failed(fault.getMessage()));
            }
        });
    }

    private void experiment(Path file) throws FileException {
        Experiment experiment = ExperimentFile.read(file);
        if (!canShow(experiment)) {
            throw new FileException("%s is an experiment on %s, not a regression on points. Open it in the Train pane.".formatted(
                    file.getFileName(), experiment.data().set()));
        }
        desk.jobs().ui().execute(() -> {
            model.open(experiment);
            desk.messages().done("Opened %s.".formatted(file.getFileName()));
        });
    }

    private void points(Path file) throws FileException {
        PointsCsv.Table table = PointsCsv.read(file);
        if (!table.make().type().equals("pairs")) {
            throw new FileException("%s has classes; here rows of x and y are needed. Open it in the room Points.".formatted(file.getFileName()));
        }
        double[] pairs = table.make().settings().decimals("pairs");
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            points.add(new double[] {pairs[i], pairs[i + 1]});
        }
        desk.jobs().ui().execute(() -> {
            model.setPoints(points);
            desk.messages().done("Opened %d points of %s.".formatted(points.size(), file.getFileName()));
        });
    }

    void save(Path file) {
        Experiment experiment = model.experiment();
        background.execute(() -> {
            try {
                ExperimentFile.write(file, experiment);
                desk.jobs().ui().execute(() -> desk.messages().done("Saved %s.".formatted(file.getFileName())));
            } catch (FileException fault) {
                desk.jobs().ui().execute(() -> desk.messages().failed(fault.getMessage()));
            }
        });
    }
}
