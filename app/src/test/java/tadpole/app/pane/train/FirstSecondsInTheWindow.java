package tadpole.app.pane.train;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import tadpole.app.Panes;
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
import tadpole.engine.job.JobControl;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.KernelWarmup;
import tadpole.samples.SampleData;

/**
 * Counts in a real window, started as the program does, the steps of each of the first ten seconds after Start; then the processor time
 * of five seconds paused and of five seconds after Stop. Not a test: run it by hand.
 *
 * <p>Arguments: data set (mnist), seconds from the window to the pane (3), and from there to Start (2). TADPOLE_DATA names the folder with data.
 */
public final class FirstSecondsInTheWindow {

    private static final int SECONDS = 10;

    private FirstSecondsInTheWindow() {}

    public static void main(String[] arguments) {
        Application.launch(Measured.class, arguments);
    }

    public static final class Measured extends Application {

        private final long[] steps = new long[SECONDS + 1];
        private TrainPane pane;
        private long begun;

        @Override
        public void start(Stage stage) throws Exception {
            Fonts.load();
            List<String> given = getParameters().getRaw();
            String set = given.isEmpty() ? "mnist" : given.get(0);
            double before = given.size() < 2 ? 3 : Double.parseDouble(given.get(1));
            double wait = given.size() < 3 ? 2 : Double.parseDouble(given.get(2));
            Workspace workspace = new Workspace();
            workspace.datasetProperty().set(Optional.of(DataFolder.find(
                    set, List.of(DataSources.userFolder(System.getenv()), SampleData.data())).read(JobControl.UNWATCHED)));
            PaneEntry entry = new PaneEntry("train", "Train", Material2OutlinedMZ.SHOW_CHART, PaneEntry.Group.LEARN, this::open);
            FrontPane front = new FrontPane(List.of(Panes.ALL.getFirst(), entry), "data");
            Desk desk = new Desk(workspace, Jobs.ofTheWindow(), Device.cpu(), new Messages(), new Theme(Theme.Kind.LIGHT), front);
            new Window(stage, desk, front, new TypeSize(TypeSize.STANDARD)).show(Remembered.NOTHING);
            after(0.3, () -> desk.jobs().warmUpFirst(new KernelWarmup(desk.device())));
            after(before, () -> {
                front.open("train");
                pane.model().form().plan().field("epochs").enter("100000");
                after(wait, this::begin);
            });
        }

        private TrainPane open(Desk desk) {
            pane = new TrainPane(desk, new Examples(SampleData.experiments(), List.of()));
            return pane;
        }

        private void begin() {
            begun = System.nanoTime();
            pane.model().startOrPause();
            note(1);
        }

        private void note(int second) {
            after(second - (System.nanoTime() - begun) / 1e9, () -> {
                steps[second] = steps();
                if (second < SECONDS) {
                    note(second + 1);
                } else {
                    print();
                    pane.model().startOrPause();
                    idle("paused", () -> {
                        pane.model().stop();
                        idle("after Stop", Platform::exit);
                    });
                }
            });
        }

        private long steps() {
            return pane.model().figuresProperty().get().step();
        }

        private void print() {
            for (int second = 1; second <= SECONDS; second++) {
                System.out.printf(Locale.ROOT, "second %d: %d steps%n", second, steps[second] - steps[second - 1]);
            }
        }

        private static void idle(String when, Runnable next) {
            after(1, () -> {
                long before = cpuNanos();
                after(5, () -> {
                    System.out.printf(Locale.ROOT, "%s: %.0f ms of processor time in 5 s%n", when, (cpuNanos() - before) / 1e6);
                    next.run();
                });
            });
        }

        private static long cpuNanos() {
            return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
        }

        /** Without an animation, which would draw frames. */
        private static void after(double seconds, Runnable next) {
            CompletableFuture.delayedExecutor(Math.max(1, (long) (1000 * seconds)), TimeUnit.MILLISECONDS)
                    .execute(() -> Platform.runLater(next));
        }
    }
}
