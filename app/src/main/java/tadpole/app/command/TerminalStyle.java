package tadpole.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tadpole.engine.file.FeatureHash;
import tadpole.engine.file.JsonLayout;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.picture.pull.PullValue;
import tadpole.engine.picture.style.StyleEvent;
import tadpole.engine.picture.style.StyleOrder;
import tadpole.engine.picture.style.StyleTransfer;
import tadpole.engine.picture.style.Styled;
import tadpole.engine.tensor.Device;

/** A style transfer on a terminal: its bar, its folder, its last line. */
final class TerminalStyle {

    private static final int VERSION = 1;
    /** Pictures that are written on the way. */
    private static final int STEPS = 10;

    private final StyleOrder order;
    private final List<Path> files;
    private final ResultFolder folder;
    private final Path target;
    private final int threads;
    private final Surroundings surroundings;
    private final PrintWriter out;
    private final PrintWriter err;
    private final StageBar bar;
    private final StringBuilder losses = new StringBuilder("iteration,width,height,pull,layer,loss,weight\n");
    private final long begun = System.nanoTime();
    private int written;

    /** @param files what is read */
    TerminalStyle(StyleOrder order, List<Path> files, Path target, int threads, Surroundings surroundings, PrintWriter out, PrintWriter err) {
        this.order = order;
        this.files = files;
        this.target = target;
        this.folder = new ResultFolder(target, TerminalStyle::isOwn);
        this.threads = threads;
        this.surroundings = surroundings;
        this.out = out;
        this.err = err;
        this.bar = new StageBar(surroundings.terminal(), err);
    }

    void run() throws CommandException {
        folder.make(files);
        folder.clean();
        folder.write("settings.json", JsonLayout.lines(settings()));
        folder.requireWhole();
        try (Interruption interruption = Interruption.watch(surroundings.interruption()); Device device = Device.cpu(threads)) {
            JobOutcome<Styled> outcome = new StyleTransfer(order, Optional.empty(), device, this::hear).run(interruption);
            bar.clear();
            Styled styled = switch (outcome) {
                case JobOutcome.Finished<Styled>(Styled result) -> result;
                case JobOutcome.Stopped<Styled>(Styled result) -> result;
                case JobOutcome.Failed<Styled>(String message, Throwable cause) -> throw CommandException.failedRun(message, cause);
            };
            folder.write("result.png", styled.picture());
            folder.write("losses.csv", losses.toString());
            out.println(JsonLayout.line(fields(styled, outcome instanceof JobOutcome.Stopped<Styled>)));
            if (out.checkError()) {
                throw CommandException.failedRun("The result could not be written to standard output; is what it leads to full or closed?", null);
            }
            folder.requireWhole();
        } catch (OutOfMemoryError large) {
            throw CommandException.failedRun("The picture does not fit into the memory that Tadpole has, %d MB. Take a smaller --size."
                    .formatted(Runtime.getRuntime().maxMemory() >> 20), large);
        }
    }

    private static boolean isOwn(String name) {
        return List.of("result.png", "losses.csv", "settings.json").contains(name) || name.matches("step-\\d{4,}\\.png");
    }

    private Map<String, Object> settings() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("tadpole", VERSION);
        fields.put("read", files.stream().map(file -> (Object) file.toAbsolutePath().normalize().toString()).toList());
        fields.put("threads", threads);
        fields.put("features", Map.of("name", order.features().name(), "hash", FeatureHash.of(order.features())));
        fields.put("style", order.settings().asMap());
        return fields;
    }

    private void hear(StyleEvent event) {
        switch (event) {
            case StyleEvent.Began began -> began.notes().forEach(err::println);
            case StyleEvent.Iterated iterated -> {
                for (PullValue pull : iterated.pulls()) {
                    losses.append("%d,%d,%d,%s,%s,%s,%s\n".formatted(iterated.iteration(), iterated.width(), iterated.height(),
                            pull.name().kind().name().toLowerCase(Locale.ROOT), pull.name().layer(), pull.loss(), pull.weight()));
                }
                bar.show(iterated.iteration(), iterated.of(), begun);
            }
            case StyleEvent.Preview preview -> step(preview);
            case StyleEvent.Ended _ -> { }
        }
    }

    /** Written where a further tenth of the way is made. */
    private void step(StyleEvent.Preview preview) {
        if (preview.iteration() == 1 || preview.iteration() - written >= iterations() / STEPS) {
            written = preview.iteration();
            folder.write("step-%04d.png".formatted(preview.iteration()), preview.picture());
        }
    }

    private int iterations() {
        return order.settings().whole("iterations") + (order.settings().whole("levels") - 1) * order.settings().whole("iterationsThen");
    }

    private Map<String, Object> fields(Styled styled, boolean stopped) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("content", order.content().name());
        fields.put("styles", order.styles().stream().map(style -> (Object) style.picture().name()).toList());
        fields.put("features", order.features().name());
        fields.put("width", styled.picture().width());
        fields.put("height", styled.picture().height());
        fields.put("iterations", styled.iterations());
        fields.put("stopped", stopped);
        fields.put("seconds", Math.round((System.nanoTime() - begun) / 1e6) / 1000.0);
        fields.put("out", target.toString());
        return fields;
    }
}
