package tadpole.app.pane.train;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import tadpole.app.command.DataSources;
import tadpole.app.experiment.Examples;
import tadpole.app.job.Jobs;
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
import tadpole.engine.dataset.Dataset;
import tadpole.engine.file.ExperimentFile;
import tadpole.engine.job.JobControl;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.Trainer;
import tadpole.engine.training.TrainingEvent;
import tadpole.engine.training.TrainingPlan;
import tadpole.samples.SampleData;

/**
 * Steps per second of an experiment with a room of the Train pane open in a real window, or without a window. Not a test: run it by
 * hand, both kinds in turn.
 *
 * <p>Arguments: room or "none" (charts), bundled experiment (mnist-784-100-10), seconds before it counts (10), seconds that it counts (10).
 * TADPOLE_DATA names the folder with data.
 */
public final class StepsInTheWindow {

    private StepsInTheWindow() {}

    private record Order(String room, Experiment experiment, Dataset dataset, double before, double counted) {

        static Order of(List<String> given) throws Exception {
            String name = given.size() < 2 ? "mnist-784-100-10" : given.get(1);
            Experiment read = ExperimentFile.read(SampleData.experiments().resolve(name + ".json"));
            Dataset dataset = DataFolder.find(read.data().set(), List.of(DataSources.userFolder(System.getenv()), SampleData.data())).read(JobControl.UNWATCHED);
            return new Order(given.isEmpty() ? "charts" : given.getFirst(), read.withTraining(read.training().with(TrainingPlan.EPOCHS, 10_000L)), dataset,
                    given.size() < 3 ? 10 : Double.parseDouble(given.get(2)), given.size() < 4 ? 10 : Double.parseDouble(given.get(3)));
        }

        void count(LongSupplier steps) {
            after(before, () -> {
                long first = steps.getAsLong();
                long begun = System.nanoTime();
                long cpu = cpuNanos();
                after(counted, () -> {
                    long made = steps.getAsLong() - first;
                    System.out.printf(Locale.ROOT, "%s, %s: %.1f steps/s, %.3f ms of processor time a step%n", room, experiment.name(),
                            made / ((System.nanoTime() - begun) / 1e9), (cpuNanos() - cpu) / 1e6 / made);
                    System.exit(0);
                });
            });
        }
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 0 || !arguments[0].equals("none")) {
            Application.launch(Measured.class, arguments);
            return;
        }
        Order order = Order.of(List.of(arguments));
        AtomicLong steps = new AtomicLong();
        order.count(steps::get);
        new Trainer(order.experiment(), order.dataset(), Device.cpu(), event -> {
            if (event instanceof TrainingEvent.Stepped step) {
                steps.set(step.step());
            }
        }).run(JobControl.UNWATCHED);
    }

    private static long cpuNanos() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }

    private static void after(double seconds, Runnable next) {
        CompletableFuture.delayedExecutor((long) (1000 * seconds), TimeUnit.MILLISECONDS).execute(next);
    }

    public static final class Measured extends Application {

        private TrainPane pane;

        @Override
        public void start(Stage stage) throws Exception {
            Fonts.load();
            Order order = Order.of(getParameters().getRaw());
            Workspace workspace = new Workspace();
            workspace.datasetProperty().set(Optional.of(order.dataset()));
            PaneEntry entry = new PaneEntry("train", "Train", Material2OutlinedMZ.SHOW_CHART, PaneEntry.Group.LEARN, this::open);
            FrontPane front = new FrontPane(List.of(entry), "train");
            Desk desk = new Desk(workspace, Jobs.ofTheWindow(), Device.cpu(), new Messages(), new Theme(Theme.Kind.DARK), front);
            stage.setWidth(1280);
            stage.setHeight(800);
            new Window(stage, desk, front, new TypeSize(TypeSize.STANDARD)).show(Remembered.NOTHING);
            after(1, () -> Platform.runLater(() -> {
                pane.model().form().show(order.experiment());
                pane.openRoom(order.room());
            }));
            after(3, () -> Platform.runLater(() -> {
                pane.model().startOrPause();
                order.count(() -> pane.lab().runProperty().get().orElseThrow().standsAt());
            }));
        }

        private TrainPane open(Desk desk) {
            pane = new TrainPane(desk, new Examples(SampleData.experiments(), List.of()));
            return pane;
        }
    }
}
