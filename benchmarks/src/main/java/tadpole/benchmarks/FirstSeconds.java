package tadpole.benchmarks;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tadpole.engine.dataset.DataFolder;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.DatasetException;
import tadpole.engine.dataset.Images;
import tadpole.engine.file.ExperimentFile;
import tadpole.engine.file.FileException;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.Progress;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.KernelWarmup;
import tadpole.engine.training.Trainer;
import tadpole.engine.training.TrainingPlan;
import tadpole.engine.training.Warmup;

/** Steps in each of the first seconds after Start, in a process that has just begun: what pupils see. */
@Command(
        name = "first-seconds",
        description = "Counts the steps of each of the first ten seconds of a training, in a JVM that has just started.",
        mixinStandardHelpOptions = true)
final class FirstSeconds implements Callable<Integer> {

    private static final int SECONDS = 10;
    private static final int IMAGES = 60_000;

    @Option(names = "--experiment", defaultValue = "../samples/experiments/mnist-784-100-10.json",
            description = "The experiment file (default: ${DEFAULT-VALUE}).")
    private Path file;

    @Option(names = "--data", description = "The folder with its data; without it, made-up images of MNIST's size and number serve.")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--threads", defaultValue = "2", description = "Threads of the engine (default: ${DEFAULT-VALUE}).")
    private int threads;

    @Option(names = "--open-for", defaultValue = "0",
            description = "Seconds between the trainer's building and Start, as in a window that waits (default: ${DEFAULT-VALUE}).")
    private int openFor;

    @Option(names = "--warm-up", defaultValue = "2500",
            description = "Milliseconds at most for the warm-up that the window makes meanwhile; 0 is none (default: ${DEFAULT-VALUE}).")
    private long warmUp;

    @Override
    public Integer call() throws FileException, DatasetException, SettingException, InterruptedException {
        Experiment experiment = endless(ExperimentFile.read(file));
        Dataset dataset = dataset(experiment.data().set());
        StepCounter counter = new StepCounter(SECONDS);
        try (Device device = Device.cpu(threads)) {
            Trainer trainer = new Trainer(experiment, dataset, device, counter);
            open(experiment, dataset, device);
            counter.start();
            trainer.run(counter);
        }
        print(experiment, dataset, counter);
        return 0;
    }

    /** As the window does from the moment on when there is something to start. */
    private void open(Experiment experiment, Dataset dataset, Device device) throws InterruptedException {
        AtomicBoolean started = new AtomicBoolean();
        Thread warming = Thread.ofPlatform().daemon().unstarted(() -> {
            new KernelWarmup(device).run(new Until(started));
            new Warmup(experiment, dataset, device, warmUp).run(new Until(started));
        });
        if (openFor > 0 && warmUp > 0) {
            warming.start();
        }
        Thread.sleep(1000L * openFor);
        started.set(true);
    }

    private record Until(AtomicBoolean stopped) implements JobControl {

        @Override
        public boolean proceed() {
            return !stopped.get();
        }

        @Override
        public boolean isStopped() {
            return stopped.get();
        }

        @Override
        public void report(Progress progress) {}
    }

    /** The same with so many epochs that the time is up before. */
    private static Experiment endless(Experiment given) throws SettingException {
        Map<String, Object> plan = new LinkedHashMap<>(given.training().settings().asMap());
        plan.put("epochs", 100_000L);
        TrainingPlan longer = new TrainingPlan(TrainingPlan.RECIPE.settings(plan), given.training().order());
        return new Experiment(given.name(), given.about(), given.data(), given.layers(), given.loss(), given.optimizer(),
                given.schedule(), longer, given.seed());
    }

    private Dataset dataset(String key) throws DatasetException {
        if (folder.isEmpty()) {
            return madeUp();
        }
        return DataFolder.find(key, List.of(folder.get())).read(JobControl.UNWATCHED);
    }

    private static Dataset madeUp() {
        var random = new SplittableRandom(1);
        byte[] pixels = new byte[IMAGES * 784];
        byte[] labels = new byte[IMAGES];
        random.nextBytes(pixels);
        for (int i = 0; i < IMAGES; i++) {
            labels[i] = (byte) random.nextInt(10);
        }
        List<String> classes = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        return new Dataset("mnist", "Made-up images", classes, new Images(Shape.of(1, 28, 28), pixels, labels), Optional.empty());
    }

    private void print(Experiment experiment, Dataset dataset, StepCounter counter) {
        long[] steps = counter.steps();
        long most = counter.most();
        System.out.printf("%s on %s, %d threads, open for %d s: first step after %.0f ms%n",
                experiment.name(), dataset.title(), threads, openFor, counter.firstStepMillis());
        System.out.println("| second | steps | of the fastest |");
        System.out.println("|---|---|---|");
        for (int second = 0; second < SECONDS; second++) {
            System.out.printf(Locale.ROOT, "| %d | %d | %.0f %% |%n", second + 1, steps[second], 100.0 * steps[second] / most);
        }
    }
}
