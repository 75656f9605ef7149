package tadpole.app;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.stage.Stage;
import tadpole.app.job.Jobs;
import tadpole.app.shell.ConfigFolder;
import tadpole.app.shell.Desk;
import tadpole.app.shell.Fonts;
import tadpole.app.shell.FrontPane;
import tadpole.app.shell.Messages;
import tadpole.app.shell.Remembered;
import tadpole.app.shell.Theme;
import tadpole.app.shell.TypeSize;
import tadpole.app.shell.Window;
import tadpole.app.shell.WindowFile;
import tadpole.app.shell.Workspace;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.KernelWarmup;

/** The application with its window. */
public final class TadpoleApp extends Application {

    private static final System.Logger LOG = System.getLogger(TadpoleApp.class.getName());
    private static final Duration LAST_STEPS = Duration.ofSeconds(3);

    private final WindowFile file = new WindowFile(ConfigFolder.ofThisUser());
    private Desk desk;
    private Window window;

    @Override
    public void init() {
        Fonts.load();
    }

    @Override
    public void start(Stage stage) {
        Remembered remembered = file.read();
        FrontPane front = new FrontPane(Panes.ALL, remembered.pane());
        desk = new Desk(new Workspace(), Jobs.ofTheWindow(), Device.cpu(threads()), new Messages(), new Theme(remembered.theme()), front);
        tellMistakes(desk.messages());
        window = new Window(stage, desk, front, new TypeSize(remembered.typeSize()));
        window.show(remembered);
        warmUpBehindTheFirstFrames();
        openGivenFiles();
        closeWhenAsked(stage);
    }

    /** The clock of an animation stands still until something is shown. */
    private void warmUpBehindTheFirstFrames() {
        PauseTransition wait = new PauseTransition(javafx.util.Duration.millis(300));
        wait.setOnFinished(_ -> desk.jobs().warmUpFirst(new KernelWarmup(desk.device())));
        wait.play();
    }

    /** Such as the file that was double-clicked. */
    private void openGivenFiles() {
        List<Path> files = getParameters().getRaw().stream().map(Path::of).toList();
        if (!files.isEmpty()) {
            window.open(files);
        }
    }

    /** For the build, which starts the window once to write down what a start loads. */
    private static void closeWhenAsked(Stage stage) {
        int seconds = Integer.getInteger("tadpole.closeAfterSeconds", 0);
        if (seconds > 0) {
            PauseTransition wait = new PauseTransition(javafx.util.Duration.seconds(seconds));
            wait.setOnFinished(_ -> stage.close());
            wait.play();
        }
    }

    /** After the window was closed. */
    @Override
    public void stop() {
        file.write(window.remembered());
        if (desk.jobs().shutDown(LAST_STEPS)) {
            desk.device().close();
        }
    }

    /** From four cores on, one is left to the window; with less, the system shares them out. */
    private static int threads() {
        int cores = Runtime.getRuntime().availableProcessors();
        return cores < 4 ? cores : cores - 1;
    }

    private static void tellMistakes(Messages messages) {
        Thread.currentThread().setUncaughtExceptionHandler((_, mistake) -> {
            LOG.log(Level.ERROR, "A mistake of the program", mistake);
            messages.failed("Something in the program went wrong: " + mistake + ". What is open is kept; the log says where.");
        });
    }
}
