package tadpole.benchmarks.studio;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tadpole.engine.file.FeatureFile;
import tadpole.engine.picture.Picture;
import tadpole.engine.tensor.Device;

/** The measure of harmonized pictures beside the naive and the published ones, as a table and a contact sheet. */
@Command(
        name = "studio",
        description = "Measures harmonized pictures beside the naive and the published ones: a table, and a contact sheet for the eye.",
        mixinStandardHelpOptions = true)
public final class StudioTable implements Callable<Integer> {

    @Option(names = "--shared", defaultValue = "${env:TADPOLE_SHARED}", description = "Folder with harmonize and weights (default: TADPOLE_SHARED).")
    private Path shared;

    @Option(names = "--ours", description = "Folder with our pictures, N.png or N/result.png; none: naive and published only.")
    private Optional<Path> ours = Optional.empty();

    @Option(names = "--cases", split = ",", description = "Numbers of the cases; none: all, or those of which there is a picture of ours.")
    private List<Integer> cases = new ArrayList<>();

    @Option(names = "--size", defaultValue = "0", description = "Longer side in pixels; 0: that at which the mask's box has 190.")
    private int size;

    @Option(names = "--threads", defaultValue = "2", description = "Threads of the engine (default: ${DEFAULT-VALUE}).")
    private int threads;

    @Option(names = "--out", defaultValue = ".", description = "Folder for studio.md and studio.png (default: here).")
    private Path out;

    @Override
    public Integer call() throws Exception {
        Path weights = shared.resolve("weights");
        Path folder = shared.resolve("harmonize");
        StringBuilder table = new StringBuilder("| case | size | nn naive | ours | published | sharp ours | published | content ours | published |\n|---|---|---|---|---|---|---|---|---|\n");
        ContactSheet sheet = new ContactSheet(480);
        try (Device device = Device.cpu(threads)) {
            StudioMeasure measure = new StudioMeasure(FeatureFile.read(weights.resolve("vgg19-normalised/vgg_normalised_conv3_1.pth")),
                    FeatureFile.read(weights.resolve("vgg19-distilled-16x/5SE.pth")), device);
            for (int number : cases.isEmpty() ? StudioCase.numbers(folder) : cases) {
                StudioCase each = StudioCase.read(folder, number, ours, size, device);
                if (ours.isPresent() && each.ours().isEmpty()) {
                    continue;
                }
                StudioMeasure.Figures naive = figures(measure, each, each.naive());
                StudioMeasure.Figures published = figures(measure, each, each.published());
                Optional<StudioMeasure.Figures> own = each.ours().map(picture -> figures(measure, each, picture));
                String line = "| %s | %d×%d | %s | %s | %s | %s | %s | %s | %s |".formatted(each.name(), each.naive().width(), each.naive().height(), digits(naive.nn()),
                        own.map(f -> digits(f.nn())).orElse(""), digits(published.nn()), own.map(f -> digits(f.sharp())).orElse(""), digits(published.sharp()),
                        own.map(f -> digits(f.content())).orElse(""), digits(published.content()));
                System.out.println(line);
                table.append(line).append('\n');
                sheet.row();
                sheet.add(each.naive(), "%s naive, nn %s".formatted(each.name(), digits(naive.nn())));
                own.ifPresent(f -> sheet.add(each.ours().get(), words("ours", f)));
                sheet.add(each.published(), words("published", published));
            }
        }
        Files.createDirectories(out);
        Files.writeString(out.resolve("studio.md"), table);
        sheet.write(out.resolve("studio.png"));
        return 0;
    }

    private static StudioMeasure.Figures figures(StudioMeasure measure, StudioCase each, Picture picture) {
        return measure.of(picture, each.naive(), each.painting(), each.tight(), each.loose());
    }

    private static String words(String who, StudioMeasure.Figures f) {
        return "%s, nn %s, sharp %s, content %s".formatted(who, digits(f.nn()), digits(f.sharp()), digits(f.content()));
    }

    private static String digits(double number) {
        return String.format(Locale.ROOT, "%.3f", number);
    }
}
