package tadpole.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
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
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.PictureException;
import tadpole.engine.picture.PictureFile;
import tadpole.engine.picture.feature.FeatureNetwork;
import tadpole.engine.picture.style.StyleEstimate;
import tadpole.engine.picture.style.StyleOrder;
import tadpole.engine.picture.style.StylePicture;
import tadpole.engine.picture.style.StylePlan;
import tadpole.engine.picture.style.StylePreset;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;

/** {@code tadpole style}: paints a picture in the style of others. */
@Command(name = "style", description = "Paints a picture in the style of others. "
        + "Writes result.png, step-NNNN.png on the way and losses.csv; the last line on standard output is one JSON object.")
final class StyleCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Option(names = "--content", required = true, paramLabel = "PICTURE", description = "The picture that is painted: " + PictureFile.KINDS + ".")
    private Path content;

    @Option(names = "--style", required = true, paramLabel = "PICTURE[:SHARE]", description = "A picture whose style is taken; several are blended by their shares, 1 each where none is given.")
    private List<String> styles = List.of();

    @Option(names = "--size", paramLabel = "PIXELS", description = "The longer side of the result.")
    private Optional<Long> size = Optional.empty();

    @Option(names = "--weights", paramLabel = "FILE", description = "The feature network: a VGG or SqueezeNet as .safetensors, .pth, .pt or .h5. Default: the one that comes with Tadpole.")
    private Optional<Path> weights = Optional.empty();

    @Option(names = "--preset", paramLabel = "KEY", description = "best, abstract or gatys; what suits the network where none is given.")
    private Optional<String> preset = Optional.empty();

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Another value for a setting of the preset, such as --set content=0.3.")
    private Map<String, String> given = Map.of();

    @Option(names = "--threads", paramLabel = "N", description = "How many threads compute. Default: as many as there are processors.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder of the results.")
    private Path target;

    @Spec
    private CommandSpec spec;

    StyleCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandException {
        StyleOrder order = order();
        Optional<String> refusal = StyleEstimate.refusal(order, StyleEstimate.free());
        if (refusal.isPresent()) {
            throw CommandException.wrongRequest(refusal.get(), null);
        }
        new TerminalStyle(order, files(), target, threads, surroundings, spec.commandLine().getOut(), spec.commandLine().getErr()).run();
        return ExitCode.OK;
    }

    private List<Path> files() {
        List<Path> files = new ArrayList<>(List.of(content));
        styles.forEach(style -> files.add(Path.of(file(style))));
        weights.ifPresent(files::add);
        return files;
    }

    private StyleOrder order() throws CommandException {
        if (threads < 1) {
            throw CommandException.wrongRequest("--threads must be at least 1, but is %d.".formatted(threads), null);
        }
        try {
            Picture picture = PictureFile.read(content).picture();
            List<StylePicture> chosen = new ArrayList<>();
            for (String style : styles) {
                chosen.add(style(style));
            }
            FeatureNetwork features = weights.isPresent() ? new FeatureCache(CacheFolder.ofThisUser(surroundings.environment()).resolve("features")).read(weights.get()) : BundledFeatures.open();
            return new StyleOrder(picture, chosen, settings(features), features);
        } catch (PictureException | FileException | SettingException wrong) {
            throw CommandException.wrongRequest(wrong.getMessage(), wrong);
        } catch (OutOfMemoryError large) {
            throw CommandException.failedRun("The pictures do not fit into the memory that Tadpole has, %d MB. Make them smaller."
                    .formatted(Runtime.getRuntime().maxMemory() >> 20), large);
        }
    }

    /** The part of "starry.png:0.5" before the share. */
    private static String file(String text) {
        int colon = text.lastIndexOf(':');
        return colon < 0 || !text.substring(colon + 1).matches("[0-9.]+") ? text : text.substring(0, colon);
    }

    /** "starry.png" or "starry.png:0.5". */
    private static StylePicture style(String text) throws PictureException, CommandException {
        String file = file(text);
        if (file.equals(text)) {
            return new StylePicture(PictureFile.read(Path.of(text)).picture(), 1);
        }
        double share;
        try {
            share = Double.parseDouble(text.substring(file.length() + 1));
        } catch (NumberFormatException wrong) {
            share = 0;
        }
        if (!(share > 0)) {
            throw CommandException.wrongRequest("A style's share must be a number above 0, but here is \"%s\".".formatted(text), null);
        }
        return new StylePicture(PictureFile.read(Path.of(file)).picture(), share);
    }

    private Settings settings(FeatureNetwork features) throws SettingException, CommandException {
        List<StylePreset> presets = StylePlan.presets(features);
        StylePreset chosen = presets.getFirst();
        if (preset.isPresent()) {
            chosen = presets.stream().filter(each -> each.key().equals(preset.get())).findFirst().orElseThrow(() -> CommandException.wrongRequest(
                    "There is no preset \"%s\"; known are %s.".formatted(preset.get(), String.join(", ", presets.stream().map(StylePreset::key).toList())), null));
        }
        Map<String, Object> values = new LinkedHashMap<>(chosen.settings().asMap());
        Map<String, Object> own = new HashMap<>();
        given.forEach((key, value) -> own.put(key, value(StylePlan.RECIPE, key, value)));
        size.ifPresent(pixels -> own.put("size", pixels));
        values.putAll(own);
        return StylePlan.RECIPE.settings(values);
    }

    /** As the setting's own kind reads it; what is not of its kind is left to the setting to refuse. */
    private static Object value(Recipe<?> recipe, String key, String text) {
        Optional<Setting> setting = recipe.settings().stream().filter(each -> each.key().equals(key)).findFirst();
        if (setting.filter(Setting.Switch.class::isInstance).isPresent() && text.matches("true|false")) {
            return Boolean.valueOf(text);
        }
        boolean number = setting.filter(each -> each instanceof Setting.Decimal || each instanceof Setting.Whole).isPresent();
        if (number && text.matches("-?[0-9]{1,15}")) {
            return Long.valueOf(text);
        }
        return number && text.matches("-?[0-9.]+([eE]-?[0-9]+)?") && text.matches(".*[0-9].*") && text.indexOf('.') == text.lastIndexOf('.') ? (Object) Double.valueOf(text) : text;
    }
}
