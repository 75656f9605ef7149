package tadpole.app.command;

import java.io.IOException;
import java.io.PrintWriter;
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
import tadpole.engine.file.Safetensors;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.feature.LayerChoice;
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

    private static final int VERSION = 1;
    private static final String HEAD = "stage,iteration,pull,layer,loss,weight,share,muted\n";
    private static final String LOSSES = "losses.csv";
    private static final String STATE = "state.safetensors";

    private final HarmonizeOrder order;
    private final String preset;
    private final Optional<HarmonizeState> from;
    private final Map<String, Path> files;
    private final ResultFolder folder;
    private final Path target;
    private final int threads;
    private final Surroundings surroundings;
    private final PrintWriter out;
    private final PrintWriter err;
    private final StageBar bar;
    private final StringBuilder losses = new StringBuilder(HEAD);
    private final List<String> written = new ArrayList<>();
    private final long begun = System.nanoTime();
    private long stageBegun = begun;
    private int iterations;

    /** @param files what is read, by option */
    TerminalHarmonize(HarmonizeOrder order, String preset, Optional<HarmonizeState> from, Map<String, Path> files, Path target, int threads,
            Surroundings surroundings, PrintWriter out, PrintWriter err) {
        this.order = order;
        this.preset = preset;
        this.from = from;
        this.files = files;
        this.target = target;
        this.folder = new ResultFolder(target, TerminalHarmonize::isOwn);
        this.threads = threads;
        this.surroundings = surroundings;
        this.out = out;
        this.err = err;
        this.bar = new StageBar(surroundings.terminal(), err);
    }

    void run() throws CommandException {
        try {
            from.ifPresent(state -> state.requireFor(order));
        } catch (IllegalArgumentException other) {
            throw CommandException.wrongRequest(other.getMessage(), other);
        }
        folder.make(List.copyOf(files.values()));
        begin();
        folder.requireWhole();
        try (Interruption interruption = Interruption.watch(surroundings.interruption()); Device device = Device.cpu(threads)) {
            JobOutcome<Harmonized> outcome = new Harmonizer(order, from, device, this::hear).run(interruption);
            bar.clear();
            Harmonized harmonized = switch (outcome) {
                case JobOutcome.Finished<Harmonized>(Harmonized result) -> result;
                case JobOutcome.Stopped<Harmonized>(Harmonized result) -> result;
                case JobOutcome.Failed<Harmonized>(String message, Throwable cause) -> throw CommandException.failedRun(message, cause);
            };
            end(harmonized);
            out.println(JsonLayout.line(fields(harmonized, outcome instanceof JobOutcome.Stopped<Harmonized>)));
            if (out.checkError()) {
                throw CommandException.failedRun("The result could not be written to standard output; is what it leads to full or closed?", null);
            }
            folder.requireWhole();
        } catch (OutOfMemoryError large) {
            throw CommandException.failedRun("The pictures do not fit into the memory that Tadpole has, %d MB. Take a smaller --size."
                    .formatted(Runtime.getRuntime().maxMemory() >> 20), large);
        }
    }

    /** A new run takes away what an earlier one left; one that goes on keeps it. */
    private void begin() throws CommandException {
        if (from.isPresent()) {
            iterations = from.get().done();
            losses.append(earlierLosses());
            from.get().ended(order.scene().composite().name()).forEach((stage, ended) -> picture(file(stage), ended));
        } else {
            folder.clean();
        }
        String substitutes = LayerChoice.substitutes(order.features());
        if (!substitutes.isEmpty()) {
            err.println(substitutes);
        }
        folder.write("settings.json", JsonLayout.lines(settings()));
    }

    private String earlierLosses() throws CommandException {
        Path earlier = folder.file(LOSSES);
        try {
            String text = Files.isRegularFile(earlier) ? Files.readString(earlier) : "";
            return text.startsWith(HEAD) ? text.substring(HEAD.length()) : "";
        } catch (IOException failed) {
            throw CommandException.wrongRequest("%s cannot be read: %s.".formatted(earlier, Causes.inWords(failed)), failed);
        }
    }

    /** The state first: all else can be made of it. */
    private void end(Harmonized harmonized) {
        harmonized.state().ifPresent(state -> {
            try {
                new Safetensors(state.facts(), state.tensors()).write(folder.file(STATE));
            } catch (FileException failed) {
                folder.failed(failed);
            }
        });
        boolean whole = picture("result.png", harmonized.picture());
        if (harmonized.state().isEmpty() && whole) {
            folder.delete(STATE);
        }
        folder.write(LOSSES, losses.toString());
    }

    private void hear(HarmonizeEvent event) {
        switch (event) {
            case HarmonizeEvent.Began began -> {
                bar.clear();
                stageBegun = System.nanoTime();
                err.println(began.stage() != Stage.FINISH ? "%s, %d iterations".formatted(began.stage().label(), began.iterations()) : began.stage().label());
                err.flush();
            }
            case HarmonizeEvent.Iterated iterated -> {
                iterations++;
                for (PullValue pull : iterated.pulls()) {
                    losses.append("%s,%d,%s,%s,%s,%s,%s,%s\n".formatted(iterated.stage().label(), iterated.iteration(),
                            pull.name().kind().name().toLowerCase(Locale.ROOT), pull.name().layer(), pull.loss(), pull.weight(),
                            Double.isNaN(pull.share()) ? "" : Double.toString(pull.share()), pull.muted()));
                }
                bar.show(iterated.iteration(), iterated.of(), stageBegun);
            }
            case HarmonizeEvent.Preview _ -> { }
            case HarmonizeEvent.Ended ended -> picture(file(ended.stage()), ended.picture());
        }
    }

    private static boolean isOwn(String name) {
        return List.of("result.png", LOSSES, "settings.json", STATE).contains(name) || List.of(Stage.values()).stream().anyMatch(stage -> file(stage).equals(name));
    }

    private static String file(Stage stage) {
        return stage.label().toLowerCase(Locale.ROOT).replace(' ', '-') + ".png";
    }

    private boolean picture(String name, Picture picture) {
        boolean whole = folder.write(name, picture);
        if (whole) {
            written.add(name);
        }
        return whole;
    }

    private Map<String, Object> settings() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("tadpole", VERSION);
        files.forEach((option, file) -> fields.put(option, file.toAbsolutePath().normalize().toString()));
        fields.put("threads", threads);
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
        fields.put("out", target.toString());
        return fields;
    }
}
