package tadpole.app.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tadpole.app.experiment.BundledFeatures;
import tadpole.app.shell.CacheFolder;
import tadpole.engine.file.FeatureCache;
import tadpole.engine.file.FileException;
import tadpole.engine.file.Safetensors;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.PictureException;
import tadpole.engine.picture.PictureFile;
import tadpole.engine.picture.feature.FeatureNetwork;
import tadpole.engine.picture.harmonize.HarmonizeEstimate;
import tadpole.engine.picture.harmonize.HarmonizeOrder;
import tadpole.engine.picture.harmonize.HarmonizePlan;
import tadpole.engine.picture.harmonize.HarmonizePreset;
import tadpole.engine.picture.harmonize.HarmonizeState;
import tadpole.engine.picture.harmonize.Scene;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.picture.mask.MaskSteps;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;

/** {@code tadpole harmonize}: lets a pasted object melt into a painting. */
@Command(name = "harmonize", description = "Lets a pasted object melt into a painting. Writes result.png, pictures on the way, losses.csv and "
        + "settings.json; stopped by Ctrl+C, also state.safetensors to go on from. The last line on standard output is one JSON object.")
final class HarmonizeCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Option(names = "--composite", required = true, paramLabel = "PICTURE", description = "The painting with the object pasted in: " + PictureFile.KINDS + ".")
    private Path composite;

    @Option(names = "--painting", required = true, paramLabel = "PICTURE", description = "The painting without the object.")
    private Path painting;

    @Option(names = "--mask", required = true, paramLabel = "PICTURE", description = "White where the object is.")
    private Path mask;

    @Option(names = "--loose", paramLabel = "PICTURE", description = "White where pixels may change. Default: the mask, made wider.")
    private Optional<Path> loose = Optional.empty();

    @Option(names = "--tau", paramLabel = "X", description = "How strongly the painting's strokes act: 1 Baroque, 5 Impressionism, 10 Expressionism.")
    private Optional<Double> tau = Optional.empty();

    @Option(names = "--size", paramLabel = "PIXELS", description = "The longer side of the object's box at which the work is done.")
    private Optional<Long> size = Optional.empty();

    @Option(names = "--preset", paramLabel = "KEY", description = "best, authors or article. Default: what suits the network.")
    private Optional<String> preset = Optional.empty();

    @Option(names = "--weights", paramLabel = "FILE", description = "The feature network: VGG or SqueezeNet as .pth, .pt, .h5 or .safetensors. Default: the bundled one.")
    private Optional<Path> weights = Optional.empty();

    @Option(names = "--resume", paramLabel = "FILE", description = "The state.safetensors of a stopped run with the same pictures and settings.")
    private Optional<Path> resume = Optional.empty();

    @Option(names = "--threads", paramLabel = "N", description = "How many threads compute. Default: as many as there are processors.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder of the results.")
    private Path target;

    @Spec
    private CommandSpec spec;

    HarmonizeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandException {
        if (threads < 1) {
            throw CommandException.wrongRequest("--threads must be at least 1, but is %d.".formatted(threads), null);
        }
        try {
            Scene scene = scene();
            FeatureNetwork features = weights.isPresent()
                    ? new FeatureCache(CacheFolder.ofThisUser(surroundings.environment()).resolve("features")).read(weights.get()) : BundledFeatures.open();
            HarmonizePreset chosen = preset(features);
            HarmonizeOrder order = new HarmonizeOrder(scene, settings(chosen), features);
            Optional<String> refusal = HarmonizeEstimate.refusal(order, HarmonizeEstimate.free());
            if (refusal.isPresent()) {
                throw CommandException.wrongRequest(refusal.get(), null);
            }
            new TerminalHarmonize(order, chosen.key(), state(), files(), target, threads, surroundings, spec.commandLine().getOut(), spec.commandLine().getErr()).run();
            return ExitCode.OK;
        } catch (PictureException | FileException | SettingException wrong) {
            throw CommandException.wrongRequest(wrong.getMessage(), wrong);
        } catch (OutOfMemoryError large) {
            throw CommandException.failedRun("The pictures do not fit into the memory that Tadpole has, %d MB. Make them smaller."
                    .formatted(Runtime.getRuntime().maxMemory() >> 20), large);
        }
    }

    private Map<String, Path> files() {
        Map<String, Path> files = new LinkedHashMap<>(Map.of("composite", composite));
        files.put("painting", painting);
        files.put("mask", mask);
        loose.ifPresent(file -> files.put("loose", file));
        weights.ifPresent(file -> files.put("weights", file));
        return files;
    }

    private Scene scene() throws PictureException, CommandException {
        Picture whole = PictureFile.read(composite).picture().colored();
        Picture bare = sized(painting, PictureFile.read(painting).picture(), whole).colored();
        Mask tight = mask(mask, whole);
        return new Scene(whole, bare, tight, loose.isPresent() ? mask(loose.get(), whole) : MaskSteps.dilated(tight, Math.max(whole.width(), whole.height())));
    }

    private Mask mask(Path file, Picture whole) throws PictureException, CommandException {
        Mask read = Mask.of(sized(file, PictureFile.read(file).picture(), whole));
        if (read.isEmpty()) {
            throw CommandException.wrongRequest("%s selects nothing: no pixel is lighter than middle gray. Paint white where the object is.".formatted(file), null);
        }
        return read;
    }

    private Picture sized(Path file, Picture read, Picture whole) throws CommandException {
        if (read.width() != whole.width() || read.height() != whole.height()) {
            throw CommandException.wrongRequest("%s has %d×%d pixels, but %s has %d×%d. All pictures must have one size; save it anew in that of the composite.".formatted(
                    file, read.width(), read.height(), composite, whole.width(), whole.height()), null);
        }
        return read;
    }

    private HarmonizePreset preset(FeatureNetwork features) throws CommandException {
        List<HarmonizePreset> presets = HarmonizePlan.presets(features);
        if (preset.isEmpty()) {
            return presets.getFirst();
        }
        return presets.stream().filter(each -> each.key().equals(preset.get())).findFirst().orElseThrow(() -> CommandException.wrongRequest(
                "There is no preset \"%s\"; known are %s.".formatted(preset.get(), String.join(", ", presets.stream().map(HarmonizePreset::key).toList())), null));
    }

    private Settings settings(HarmonizePreset chosen) throws SettingException {
        Map<String, Object> values = new LinkedHashMap<>(chosen.settings().asMap());
        tau.ifPresent(value -> values.put("tau", value));
        size.ifPresent(value -> values.put("size", value));
        return HarmonizePlan.RECIPE.settings(values);
    }

    private Optional<HarmonizeState> state() throws FileException {
        if (resume.isEmpty()) {
            return Optional.empty();
        }
        Safetensors file = Safetensors.read(resume.get());
        return Optional.of(new HarmonizeState(file.tensors(), file.metadata()));
    }
}
