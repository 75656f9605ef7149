package tadpole.app.pane.kernels.window;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tadpole.app.image.PlaneFiles;
import tadpole.app.pane.kernels.KernelsModel;
import tadpole.app.pane.kernels.PlanEdits;
import tadpole.app.shell.FileWork;
import tadpole.engine.convolution.ConvolutionPlan;
import tadpole.engine.convolution.Filter;
import tadpole.engine.convolution.FoundPreset;
import tadpole.engine.convolution.NamedPlan;
import tadpole.engine.file.FileHead;
import tadpole.engine.file.KernelFile;
import tadpole.engine.file.KernelNumpy;
import tadpole.engine.file.PyTorchSnippet;
import tadpole.engine.file.SafeFile;

/** Reads and writes kernels, beside the JavaFX thread; writes the output as a picture. */
final class WindowFiles {

    private static final String NUMPY = ".txt";
    /** A picture of fewer pixels is enlarged so far that one sees it. */
    private static final int LARGE = 512;

    private final KernelsModel model;
    private final FileWork work;
    private final Supplier<Optional<PlaneFiles.Shown>> output;

    /** @param output as it is drawn at the moment */
    WindowFiles(KernelsModel model, Supplier<Optional<PlaneFiles.Shown>> output) {
        this.model = model;
        this.work = new FileWork(model.desk(), model.background());
        this.output = output;
    }

    /** Whether one file was dropped that holds kernels. */
    static boolean isOne(List<Path> dropped) {
        return FileWork.isOne(dropped, FileHead.Kind.KERNEL) || dropped.size() == 1 && isNumpy(dropped.getFirst()) && KernelNumpy.looksLikeOne(dropped.getFirst());
    }

    private static boolean isNumpy(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(NUMPY);
    }

    /** A picture or kernels. */
    void openAny(Path file) {
        if (isOne(List.of(file))) {
            open(file);
        } else {
            model.input().open(file);
        }
    }

    void open(Path file) {
        work.run(() -> {
            if (isNumpy(file)) {
                return opened(file, KernelNumpy.read(file), filters -> model.change(plan -> plan.withFilters(filters)));
            }
            NamedPlan read = KernelFile.read(file);
            return opened(file, read.plan().filters(), filters -> {
                read.presets().forEach(model.names()::remember);
                model.change(_ -> read.plan().withFilters(filters));
            });
        });
    }

    /** What is said of it. @param use gets as many filters as one can set up, on the JavaFX thread */
    private String opened(Path file, List<Filter> filters, Consumer<List<Filter>> use) {
        List<Filter> first = filters.subList(0, Math.min(PlanEdits.MOST_FILTERS, filters.size()));
        model.desk().jobs().ui().execute(() -> use.accept(first));
        return first.size() == filters.size() ? "Opened %s.".formatted(file.getFileName())
                : "Opened the first %d of the %d filters in %s, as many as one can set up.".formatted(first.size(), filters.size(), file.getFileName());
    }

    void saveKernel(Path file) {
        NamedPlan named = named(file);
        work.save(file, to -> KernelFile.write(to, named));
    }

    void saveNumpy(Path file) {
        List<Filter> filters = model.planProperty().get().filters();
        work.save(file, to -> KernelNumpy.write(to, filters));
    }

    void saveSnippet(Path file) {
        String snippet = snippet();
        work.save(file, to -> SafeFile.write(to, out -> out.write(snippet.getBytes(StandardCharsets.UTF_8))));
    }

    /** The output as it is drawn; small ones enlarged by a whole number. */
    void savePicture(Path file) {
        output.get().ifPresent(shown -> work.save(file, to -> PlaneFiles.writePng(to, shown, times(shown))));
    }

    /** The output's numbers themselves, all channels: float32 [channels, height, width]. */
    void saveNumbers(Path file) {
        model.convolvedProperty().get().ifPresent(now -> work.save(file, to -> PlaneFiles.writeNpy(to, now.output())));
    }

    /** Such as "output, -612 to 612, x16.png". */
    String pictureName() {
        return output.get().map(shown -> PlaneFiles.name("output", shown, times(shown))).orElse("output.png");
    }

    private static int times(PlaneFiles.Shown shown) {
        return Math.max(1, LARGE / Math.max(shown.values().shape().at(1), shown.values().shape().at(2)));
    }

    /** Python text that computes the same. */
    String snippet() {
        return PyTorchSnippet.text(model.names().of(model.kernel()), model.planProperty().get());
    }

    private NamedPlan named(Path file) {
        ConvolutionPlan plan = model.planProperty().get();
        String name = file.getFileName().toString().replaceFirst("\\.json$", "");
        return new NamedPlan(name, "", plan, plan.filters().stream().flatMap(filter -> filter.kernels().stream()).map(model.names()::find)
                .flatMap(Optional::stream).map(FoundPreset::spec).distinct().toList());
    }
}
