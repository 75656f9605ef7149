package tadpole.app.pane.playground.regression;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import tadpole.app.shell.Desk;
import tadpole.app.shell.FileWork;
import tadpole.engine.file.ExperimentFile;
import tadpole.engine.file.FileException;
import tadpole.engine.file.FileHead;
import tadpole.engine.file.PointsCsv;
import tadpole.engine.recipe.Spec;
import tadpole.engine.training.Experiment;

/** Reads and writes experiments and tables of points beside the JavaFX thread, and says how it went. */
final class RegressionFiles {

    private final RegressionModel model;
    private final Desk desk;
    private final FileWork work;

    RegressionFiles(RegressionModel model, Desk desk, Executor background) {
        this.model = model;
        this.desk = desk;
        this.work = new FileWork(desk, background);
    }

    /** Whether it is for this room: a table of x and y, or numbers that are to come out of made data. One that cannot be told passes: opening it says why. */
    static boolean isRegression(Path file) {
        try {
            if (isTable(file)) {
                return isCurve(PointsCsv.read(file));
            }
            if (!file.toString().endsWith(".json")) {
                return false;
            }
            FileHead head = FileHead.read(file);
            return head.kind() == FileHead.Kind.EXPERIMENT && canShow(head.make());
        } catch (FileException untold) {
            return true;
        }
    }

    private static boolean isTable(Path file) {
        return file.toString().endsWith(".csv");
    }

    private static boolean isCurve(PointsCsv.Table table) {
        return table.make().type().equals("pairs");
    }

    private static boolean canShow(Optional<Spec> make) {
        return make.filter(each -> List.of("polynomial", "pairs", "random").contains(each.type())).isPresent();
    }

    void open(Path file) {
        work.run(() -> isTable(file) ? points(file) : experiment(file));
    }

    private String experiment(Path file) throws FileException {
        Experiment experiment = ExperimentFile.read(file);
        if (!canShow(experiment.data().make())) {
            throw new FileException("%s is an experiment on %s, not a regression on points. Open it in the Train pane.".formatted(
                    file.getFileName(), experiment.data().set()));
        }
        desk.jobs().ui().execute(() -> {
            if (model.open(experiment)) {
                desk.messages().done("Opened %s.".formatted(file.getFileName()));
            } else {
                desk.messages().failed("%s: %s".formatted(file.getFileName(), model.lineProperty().get()));
            }
        });
        return "";
    }

    private String points(Path file) throws FileException {
        PointsCsv.Table table = PointsCsv.read(file);
        if (!isCurve(table)) {
            throw new FileException("%s has classes; here rows of x and y are needed. Open it in the room Points.".formatted(file.getFileName()));
        }
        double[] pairs = table.make().settings().decimals("pairs");
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            points.add(new double[] {pairs[i], pairs[i + 1]});
        }
        desk.jobs().ui().execute(() -> {
            if (model.setPoints(points)) {
                desk.messages().done("Opened %d points of %s.".formatted(points.size(), file.getFileName()));
            } else {
                desk.messages().failed("%s: what is open here cannot learn these points. Choose a lesson about a curve, then open them."
                        .formatted(file.getFileName()));
            }
        });
        return "";
    }

    void save(Path file) {
        Experiment experiment = model.experiment();
        work.save(file, to -> ExperimentFile.write(to, experiment));
    }
}
