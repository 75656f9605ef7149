package tadpole.app.pane.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import tadpole.app.command.DataSources;
import tadpole.app.experiment.Examples;
import tadpole.app.job.Jobs;
import tadpole.app.job.WorkState;
import tadpole.app.shell.Desk;
import tadpole.app.shell.Fonts;
import tadpole.app.shell.FrontPane;
import tadpole.app.shell.Messages;
import tadpole.app.shell.PaneEntry;
import tadpole.app.shell.Remembered;
import tadpole.app.shell.Theme;
import tadpole.app.shell.TypeSize;
import tadpole.app.shell.Window;
import tadpole.app.shell.Workspace;
import tadpole.engine.dataset.DataFolder;
import tadpole.engine.job.JobControl;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.Trainer;
import tadpole.engine.training.TrainingResult;
import tadpole.samples.SampleData;

/**
 * Measures in a real window how long its pulses take while it trains, and how many steps a second the same run makes in
 * the pane and without it, by turns so that what else the machine does falls on both; the first turn warms up and is
 * not counted. Not a test: run it by hand.
 *
 * <p>Arguments: data set (mnist), epochs of each turn (10), turns (4). TADPOLE_DATA names the folder with data.
 */
public final class TrainPulses {

    private TrainPulses() {}

    public static void main(String[] arguments) {
        Application.launch(Measured.class, arguments);
    }

    public static final class Measured extends Application {

        private final Workspace workspace = new Workspace();
        private final Device device = Device.cpu();
        private final Pulses pulses = new Pulses();
        private TrainPane pane;
        private int turns;
        private boolean warm;
        private long stepsBare;
        private long stepsShown;
        private double secondsBare;
        private double secondsShown;

        @Override
        public void start(Stage stage) throws Exception {
            Fonts.load();
            List<String> given = getParameters().getRaw();
            String set = given.isEmpty() ? "mnist" : given.get(0);
            String epochs = given.size() < 2 ? "10" : given.get(1);
            turns = given.size() < 3 ? 4 : Integer.parseInt(given.get(2));
            workspace.datasetProperty().set(Optional.of(DataFolder.find(
                    set, List.of(DataSources.userFolder(System.getenv()), SampleData.data())).read(JobControl.UNWATCHED)));
            PaneEntry entry = new PaneEntry("train", "Train", Material2OutlinedMZ.SHOW_CHART, PaneEntry.Group.LEARN, this::open);
            FrontPane front = new FrontPane(List.of(entry), "train");
            Desk desk = new Desk(workspace, Jobs.ofTheWindow(), device, new Messages(), new Theme(Theme.Kind.LIGHT), front);
            new Window(stage, desk, front, new TypeSize(TypeSize.STANDARD)).show(Remembered.NOTHING);
            pane.model().form().plan().field("epochs").enter(epochs);
            pulses.start();
            Thread.ofPlatform().daemon().start(this::trainBare);
        }

        private TrainPane open(Desk desk) {
            pane = new TrainPane(desk, new Examples(SampleData.experiments(), List.of()));
            pane.model().stateProperty().addListener((_, _, state) -> {
                if (state == WorkState.ENDED) {
                    ended();
                }
            });
            return pane;
        }

        private void trainBare() {
            try {
                Trainer trainer = new Trainer(
                        pane.model().form().experiment(), workspace.datasetProperty().get().orElseThrow(), device, _ -> {});
                long begun = System.nanoTime();
                trainer.run(JobControl.UNWATCHED);
                secondsBare += (System.nanoTime() - begun) / 1e9;
                stepsBare += trainer.plannedSteps();
                Platform.runLater(() -> {
                    pulses.clear();
                    pane.model().startOrPause();
                });
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        }

        private void ended() {
            if (!warm) {
                warm = true;
                stepsBare = 0;
                secondsBare = 0;
                Thread.ofPlatform().daemon().start(this::trainBare);
                return;
            }
            TrainingResult result = workspace.trainedProperty().get().orElseThrow();
            stepsShown += result.steps();
            secondsShown += result.seconds();
            System.out.printf("bare %.0f steps/s, in the pane %.0f steps/s (%.1f %%); %s%n", stepsBare / secondsBare,
                    stepsShown / secondsShown, 100 * stepsShown / secondsShown * secondsBare / stepsBare, pulses);
            if (--turns == 0) {
                Platform.exit();
                return;
            }
            Thread.ofPlatform().daemon().start(this::trainBare);
        }
    }

    private static final class Pulses extends AnimationTimer {

        private final List<Double> millis = new ArrayList<>();
        private long last;

        @Override
        public void handle(long now) {
            long real = System.nanoTime();
            if (last != 0) {
                millis.add((real - last) / 1e6);
            }
            last = real;
        }

        void clear() {
            millis.clear();
            last = 0;
        }

        @Override
        public String toString() {
            List<Double> sorted = millis.stream().sorted().toList();
            double sum = sorted.stream().mapToDouble(Double::doubleValue).sum();
            return "%.1f frames/s, 99 %% of pulses under %.1f ms, longest %.1f ms".formatted(
                    1000 * sorted.size() / sum, sorted.get((int) (0.99 * (sorted.size() - 1))), sorted.getLast());
        }
    }
}
