package tadpole.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tadpole.benchmarks.workload.Specs;
import tadpole.engine.dataset.DataFolder;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.doctor.Examination;
import tadpole.engine.file.ExperimentFile;
import tadpole.engine.insight.VitalsWatch;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.Progress;
import tadpole.engine.optimizer.Adam;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.recording.Recording;
import tadpole.engine.recording.Room;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.Onlooker;
import tadpole.engine.training.Trainer;
import tadpole.engine.training.TrainingEvent;
import tadpole.engine.training.TrainingPlan;

/**
 * What looking on takes of a training's time: recording, measuring vitals and the doctor, each and together. Two runs of the same
 * experiment, one of them watched, make a few steps by turns, so that whatever else the machine does falls on both; a turn of the watched
 * one ends when all that waits to be packed is packed. Of the pairs of turns the tenth that took longest is left out of the time, but not of
 * the processor time.
 */
@Command(
        name = "recording",
        description = "Trains on MNIST by turns with and without recording, vitals and doctor and prints the ratios of their times.",
        mixinStandardHelpOptions = true)
final class RecordingCost implements Callable<Integer> {

    private static final double TURN_SECONDS = 0.02;
    private static final double KEPT = 0.9;

    @Option(names = "--data", required = true, description = "The folder with MNIST.")
    private Path folder;

    @Option(names = "--experiments", defaultValue = "../samples/experiments",
            description = "The folder with the shipped experiments (default: ${DEFAULT-VALUE}).")
    private Path experiments;

    @Option(names = "--threads", defaultValue = "2", description = "Threads of the engine (default: ${DEFAULT-VALUE}).")
    private int threads;

    @Option(names = "--rounds", defaultValue = "5", description = "Runs of each kind (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "6", description = "Seconds of a pair of runs (default: ${DEFAULT-VALUE}).")
    private double seconds;

    @Option(names = "--watching", split = ",", defaultValue = "RECORDING,VITALS,DOCTOR", description = "Which look on: ${COMPLETION-CANDIDATES} (default: all).")
    private Set<Who> watching;

    @Option(names = "--only", defaultValue = "", description = "Only networks whose names begin so.")
    private String only;

    /** Who looks on. */
    enum Who {
        RECORDING,
        VITALS,
        DOCTOR
    }

    /** One turn, in nanoseconds. */
    private record Turn(long wall, long processor) {}

    private record Pair(Turn alone, Turn watched) {
        long wall() {
            return alone.wall + watched.wall;
        }
    }

    /** @param shares of the watched run's time that its own thread spent on each who looks on */
    private record Ratios(double wall, double processor, Map<Who, Double> shares) {}

    /** One who looks on, and its time. */
    private static final class Timed implements Onlooker {

        private final Onlooker onlooker;
        private long nanos;

        private Timed(Onlooker onlooker) {
            this.onlooker = onlooker;
        }

        @Override
        public void beforeUpdate(Trainer trainer, long step) {
            timed(() -> onlooker.beforeUpdate(trainer, step));
        }

        @Override
        public void afterStep(Trainer trainer, TrainingEvent.Stepped event) {
            timed(() -> onlooker.afterStep(trainer, event));
        }

        @Override
        public void afterEpoch(Trainer trainer, TrainingEvent.EpochEnded event) {
            timed(() -> onlooker.afterEpoch(trainer, event));
        }

        private void timed(Runnable what) {
            long begun = System.nanoTime();
            what.run();
            nanos += System.nanoTime() - begun;
        }
    }

    @Override
    public Integer call() throws Exception {
        Dataset mnist = DataFolder.find("mnist", List.of(folder)).read(JobControl.UNWATCHED);
        Experiment mlp = experiment("mnist-784-100-10");
        Map<String, Experiment> all = new LinkedHashMap<>();
        all.put("784-100-10", mlp);
        all.put("784-100-10, Adam", mlp.withOptimizer(Adam.RECIPE.standard()));
        all.put("LeNet-5", mlp.withLayers(lenet()));
        all.put("LeNet-5, Adam", mlp.withLayers(lenet()).withOptimizer(Adam.RECIPE.standard()));
        all.put("small conv net", experiment("mnist-cnn-small"));
        System.out.println("| network, batch 64 | a moment | a step | time: median | least | most | processor time: median | least | most | on its own thread: recording | vitals | doctor | moments kept | in memory |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        try (Device device = Device.cpu(threads)) {
            for (Map.Entry<String, Experiment> each : all.entrySet()) {
                measure(each.getKey(), each.getValue(), mnist, device, Room.inMemory(), "");
            }
            Path files = Files.createTempDirectory("tadpole-recording");
            long small = 8L << 20;
            measure("784-100-10, Adam, packed and spilled", all.get("784-100-10, Adam"), mnist, device,
                    new Room(256, small, Optional.of(files.resolve("run")), 1L << 30), " and %d MB of files");
            Files.delete(files);
        }
        return 0;
    }

    private Experiment experiment(String name) throws Exception {
        Experiment given = ExperimentFile.read(experiments.resolve(name + ".json"));
        return given.withTraining(given.training().with(TrainingPlan.BATCH, 64L).with(TrainingPlan.EPOCHS, 100_000L));
    }

    private static List<Spec> lenet() {
        return List.of(
                Specs.layer("conv2d", Map.of("out", 6, "kernel", 5, "padding", 2)), Specs.layer("relu"), Specs.layer("maxPool2d"),
                Specs.layer("conv2d", Map.of("out", 16, "kernel", 5)), Specs.layer("relu"), Specs.layer("maxPool2d"),
                Specs.layer("flatten"), Specs.layer("linear", Map.of("out", 120)), Specs.layer("relu"),
                Specs.layer("linear", Map.of("out", 84)), Specs.layer("relu"), Specs.layer("linear", Map.of("out", 10)));
    }

    private void measure(String name, Experiment experiment, Dataset data, Device device, Room room, String files) throws Exception {
        if (!name.startsWith(only)) {
            return;
        }
        int steps = stepsATurn(experiment, data, device);
        List<Ratios> ratios = new ArrayList<>();
        List<Pair> pairs = List.of();
        String kept = "";
        for (int round = 0; round < rounds; round++) {
            try (ThreadPoolExecutor beside = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
                    Recording recording = new Recording(room, beside::execute)) {
                Map<Who, Timed> all = new EnumMap<>(Who.class);
                Examination doctor = new Examination(device);
                watching.forEach(each -> all.put(each, new Timed(switch (each) {
                    case RECORDING -> recording;
                    case VITALS -> new VitalsWatch();
                    case DOCTOR -> doctor;
                })));
                Trainer watched = new Trainer(experiment, data, device, _ -> {});
                all.values().forEach(watched::watch);
                recording.begin(watched);
                doctor.begin(watched);
                pairs = run(new Trainer(experiment, data, device, _ -> {}), watched, beside, steps);
                ratios.add(ratios(pairs, all));
                kept = "%.0f kB | %%s | %d | %d MB%s".formatted(recording.at(Long.MAX_VALUE).orElseThrow().bytes() / 1e3, recording.count(),
                        recording.memoryBytes() >> 20, files.formatted(recording.diskBytes() >> 20));
            }
        }
        double step = pairs.stream().mapToLong(each -> each.alone().wall()).sorted().skip(pairs.size() / 2).findFirst().orElse(0) / 1e6 / steps;
        String figures = "%.2f ms | %s | %s".formatted(step, spread(ratios.stream().map(Ratios::wall)), spread(ratios.stream().map(Ratios::processor)))
                + Arrays.stream(Who.values()).map(each -> share(each, ratios)).collect(Collectors.joining());
        System.out.println("| " + name + " | " + kept.formatted(figures) + " |");
    }

    private String share(Who who, List<Ratios> ratios) {
        return !watching.contains(who) ? " | " : " | %.2f %%".formatted(100 * ratios.stream().mapToDouble(each -> each.shares().get(who)).sorted().skip(rounds / 2).findFirst().orElse(0));
    }

    private static String spread(Stream<Double> ratios) {
        List<Double> sorted = ratios.sorted().toList();
        return "%.3f | %.3f | %.3f".formatted(sorted.get(sorted.size() / 2), sorted.getFirst(), sorted.getLast());
    }

    private static Ratios ratios(List<Pair> pairs, Map<Who, Timed> all) {
        List<Pair> quiet = pairs.stream().sorted(Comparator.comparingLong(Pair::wall)).limit(Math.max(1, (long) (KEPT * pairs.size()))).toList();
        double wall = pairs.stream().mapToLong(each -> each.watched().wall()).sum();
        Map<Who, Double> shares = new EnumMap<>(Who.class);
        all.forEach((who, timed) -> shares.put(who, timed.nanos / wall));
        return new Ratios(
                (double) quiet.stream().mapToLong(each -> each.watched().wall()).sum() / quiet.stream().mapToLong(each -> each.alone().wall()).sum(),
                (double) pairs.stream().mapToLong(each -> each.watched().processor()).sum() / pairs.stream().mapToLong(each -> each.alone().processor()).sum(),
                shares);
    }

    private static int stepsATurn(Experiment experiment, Dataset data, Device device) throws SettingException {
        Trainer trainer = new Trainer(experiment, data, device, _ -> {});
        long end = System.nanoTime() + 1_500_000_000L;
        long[] begun = {0, 0};
        trainer.run(new Baton() {
            @Override
            public boolean proceed() {
                if (trainer.step() <= 20) {
                    begun[0] = System.nanoTime();
                    begun[1] = trainer.step();
                }
                return System.nanoTime() < end;
            }
        });
        return (int) Math.max(1, (trainer.step() - begun[1]) / ((System.nanoTime() - begun[0]) / 1e9) * TURN_SECONDS);
    }

    private List<Pair> run(Trainer alone, Trainer watched, ThreadPoolExecutor beside, int steps) throws Exception {
        Turns first = new Turns(alone, steps);
        Turns second = new Turns(watched, steps);
        List<Pair> pairs = new ArrayList<>();
        long end = System.nanoTime() + (long) (seconds * 1e9);
        for (int i = 0; System.nanoTime() < end; i++) {
            Turn one = i % 2 == 0 ? turn(first, beside) : turn(second, beside);
            Turn other = i % 2 == 0 ? turn(second, beside) : turn(first, beside);
            pairs.add(i % 2 == 0 ? new Pair(one, other) : new Pair(other, one));
        }
        first.end();
        second.end();
        return pairs;
    }

    private static Turn turn(Turns of, ThreadPoolExecutor beside) throws Exception {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long processor = system.getProcessCpuTime();
        long begun = System.nanoTime();
        of.make();
        beside.submit(() -> {}).get();
        return new Turn(System.nanoTime() - begun, system.getProcessCpuTime() - processor);
    }

    /** A training on a thread of its own that makes so many steps whenever it is told. */
    private static final class Turns {

        private final SynchronousQueue<Boolean> go = new SynchronousQueue<>();
        private final SynchronousQueue<Boolean> done = new SynchronousQueue<>();
        private final Thread thread;
        private int left;
        private boolean begun;

        private Turns(Trainer trainer, int steps) {
            thread = Thread.ofPlatform().daemon().start(() -> trainer.run(new Baton() {
                @Override
                public boolean proceed() {
                    try {
                        if (left-- > 0) {
                            return true;
                        }
                        if (begun) {
                            done.put(true);
                        }
                        begun = true;
                        left = steps - 1;
                        return go.take();
                    } catch (InterruptedException over) {
                        return false;
                    }
                }
            }));
        }

        private void make() throws InterruptedException {
            go.put(true);
            done.take();
        }

        private void end() throws InterruptedException {
            go.put(false);
            thread.join();
        }
    }

    private abstract static class Baton implements JobControl {

        @Override
        public boolean proceedWithin() {
            return true;
        }

        @Override
        public void report(Progress progress) {}
    }
}
