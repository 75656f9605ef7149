package tadpole.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tadpole.engine.file.Causes;
import tadpole.engine.file.FeatureHash;
import tadpole.engine.file.FileException;
import tadpole.engine.file.JsonLayout;
import tadpole.engine.file.SafeFile;
import tadpole.engine.file.Safetensors;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.PictureFile;
import tadpole.engine.picture.harmonize.HarmonizeEvent;
import tadpole.engine.picture.harmonize.HarmonizeOrder;
import tadpole.engine.picture.harmonize.HarmonizeState;
import tadpole.engine.picture.harmonize.Harmonized;
import tadpole.engine.picture.harmonize.Harmonizer;
import tadpole.engine.picture.harmonize.Stage;
import tadpole.engine.picture.pull.PullValue;
import tadpole.engine.tensor.Device;

/** A harmonization on a terminal: its bar, its folder, its last line. */
final class TerminalHarmonize {

    private static final long REDRAW_NANOS = 100_000_000;
    private static final int VERSION = 1;

    private final HarmonizeOrder order;
    private final String preset;
    private final Optional<HarmonizeState> from;
    private final Path folder;
    private final int threads;
    private final Surroundings surroundings;
    private final PrintWriter out;
    private final PrintWriter err;
    private final StringBuilder losses = new StringBuilder("stage,iteration,pull,layer,loss,weight,share\n");
    private final List<String> written = new ArrayList<>();
    private final long begun = System.nanoTime();
    private long stageBegun = begun;
    private long drawn;
    private int iterations;

    TerminalHarmonize(HarmonizeOrder order, String preset, Optional<HarmonizeState> from, Path folder, int threads, Surroundings surroundings,
            PrintWriter out, PrintWriter err) {
        this.order = order;
        this.preset = preset;
        this.from = from;
        this.folder = folder;
        this.threads = threads;
        this.surroundings = surroundings;
        this.out = out;
        this.err = err;
    }

    void run() throws CommandException {
        clean();
        try (Interruption interruption = Interruption.watch(surroundings.interruption()); Device device = Device.cpu(threads)) {
            write("settings.json", JsonLayout.lines(settings()));
            JobOutcome<Harmonized> outcome = new Harmonizer(order, from, device, this::hear).run(interruption);
            clear();
            Harmonized harmonized = switch (outcome) {
                case JobOutcome.Finished<Harmonized>(Harmonized result) -> result;
                case JobOutcome.Stopped<Harmonized>(Harmonized result) -> result;
                case JobOutcome.Failed<Harmonized>(String message, Throwable cause) -> throw CommandException.failedRun(message, cause);
            };
            picture("result.png", harmonized.picture());
            write("losses.csv", losses.toString());
            if (harmonized.state().isPresent()) {
                HarmonizeState state = harmonized.state().get();
                new Safetensors(state.facts(), state.tensors()).write(folder.resolve("state.safetensors"));
            }
            out.println(JsonLayout.line(fields(harmonized, outcome instanceof JobOutcome.Stopped<Harmonized>)));
            if (out.checkError()) {
                throw CommandException.failedRun("The result could not be written to standard output; is what it leads to full or closed?", null);
            }
        } catch (FileException failed) {
            throw CommandException.failedRun(failed.getMessage(), failed);
        } catch (UncheckedIOException failed) {
            throw CommandException.failedRun(failed.getMessage(), failed);
        } catch (OutOfMemoryError large) {
            throw CommandException.failedRun("The pictures do not fit into the memory that Tadpole has, %d MB. Take a smaller --size."
                    .formatted(Runtime.getRuntime().maxMemory() >> 20), large);
        }
    }

    /** Makes the folder, and takes away what an earlier run left there. */
    private void clean() throws CommandException {
        List<String> earlier = new ArrayList<>(List.of("result.png", "losses.csv", "settings.json", "state.safetensors"));
        for (Stage stage : Stage.values()) {
            earlier.add(file(stage));
        }
        try {
            Files.createDirectories(folder);
            for (String each : earlier) {
                SafeFile.delete(folder.resolve(each));
            }
        } catch (IOException failed) {
            throw CommandException.wrongRequest("The folder %s cannot be made: %s.".formatted(folder, Causes.inWords(failed)), failed);
        }
    }

    private void hear(HarmonizeEvent event) {
        switch (event) {
            case HarmonizeEvent.Began began -> {
                clear();
                stageBegun = System.nanoTime();
                err.println(began.iterations() > 0 ? "%s, %d iterations".formatted(began.stage().label(), began.iterations()) : began.stage().label());
                err.flush();
            }
            case HarmonizeEvent.Iterated iterated -> {
                iterations++;
                for (PullValue pull : iterated.pulls()) {
                    losses.append("%s,%d,%s,%s,%s,%s,%s\n".formatted(iterated.stage().label(), iterated.iteration(),
                            pull.name().kind().name().toLowerCase(Locale.ROOT), pull.name().layer(), pull.loss(), pull.weight(),
                            Double.isNaN(pull.share()) ? "" : Double.toString(pull.share())));
                }
                bar(iterated.iteration(), iterated.of());
            }
            case HarmonizeEvent.Preview _ -> { }
            case HarmonizeEvent.Ended ended -> {
                try {
                    picture(file(ended.stage()), ended.picture());
                } catch (FileException failed) {
                    throw new UncheckedIOException(failed.getMessage(), new IOException(failed));
                }
            }
        }
    }

    private static String file(Stage stage) {
        return stage.label().toLowerCase(Locale.ROOT).replace(' ', '-') + ".png";
    }

    private void picture(String name, Picture picture) throws FileException {
        SafeFile.write(folder.resolve(name), to -> PictureFile.write(picture, to));
        written.add(name);
    }

    private void write(String name, String text) throws FileException {
        SafeFile.write(folder.resolve(name), to -> to.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Of the stage; ten times a second at most. */
    private void bar(long done, long total) {
        long now = System.nanoTime();
        if (surroundings.terminal().present() && now - drawn >= REDRAW_NANOS) {
            drawn = now;
            err.print("\r" + ProgressBar.line(done, total, (now - stageBegun) / 1e9, surroundings.terminal().width() - 1));
            err.flush();
        }
    }

    private void clear() {
        if (drawn != 0) {
            err.print("\r" + " ".repeat(surroundings.terminal().width() - 1) + "\r");
            err.flush();
            drawn = 0;
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("tadpole", VERSION);
        fields.put("composite", order.scene().composite().name());
        fields.put("painting", order.scene().painting().name());
        fields.put("preset", preset);
        fields.put("features", Map.of("name", order.features().name(), "hash", FeatureHash.of(order.features())));
        fields.put("harmonize", order.settings().asMap());
        return fields;
    }

    private Map<String, Object> fields(Harmonized harmonized, boolean stopped) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("composite", order.scene().composite().name());
        fields.put("features", order.features().name());
        fields.put("preset", preset);
        fields.put("width", harmonized.picture().width());
        fields.put("height", harmonized.picture().height());
        fields.put("iterations", iterations);
        fields.put("stopped", stopped);
        fields.put("seconds", Math.round((System.nanoTime() - begun) / 1e6) / 1000.0);
        fields.put("pictures", written);
        fields.put("out", folder.toString());
        return fields;
    }
}
