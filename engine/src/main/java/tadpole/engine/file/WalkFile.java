package tadpole.engine.file;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;
import tadpole.engine.recipe.Spec;
import tadpole.engine.surface.WalkPlan;

/** Walks down a curve as JSON text: field {@code walk} holds curve, start, steps, optimizer and rates. */
public final class WalkFile {

    private static final int MOST_BYTES = 1 << 20;

    private WalkFile() {}

    public static WalkPlan read(Path path) throws FileException {
        JsonValue text = JsonText.read(FileHead.fileName(path), TextFile.read(path, "a walk", MOST_BYTES));
        FieldReader fields = FieldReader.of(text, "a walk");
        FileHead.only(text, fields, FileHead.Kind.WALK);
        fields.onlyVersion(ExperimentFile.VERSION, "walk").onlyFields(List.of("tadpole", "name", "about", "walk"));
        FieldReader walk = FieldReader.of(fields.required("walk"), "curve, start, steps, optimizer and rates")
                .onlyFields(List.of("curve", "curvature", "start", "steps", "optimizer", "rates"));
        Spec optimizer = SpecReader.readOrFirst(Optimizers.ALL, "optimizer", walk.optional("optimizer"));
        return new WalkPlan(fields.requiredText("name"), fields.optionalText("about"), settings(walk), optimizer, rates(walk));
    }

    private static Settings settings(FieldReader fields) throws FileException {
        Map<String, Object> given = new LinkedHashMap<>();
        for (Setting setting : WalkPlan.RECIPE.settings()) {
            given.put(setting.key(), fields.setting(setting));
        }
        try {
            return WalkPlan.RECIPE.settings(given);
        } catch (SettingException impossible) {
            throw new IllegalStateException("A checked setting was refused.", impossible);
        }
    }

    private static List<Double> rates(FieldReader fields) throws FileException {
        List<JsonValue> values = fields.requiredList("rates");
        if (values.isEmpty() || values.size() > WalkPlan.MOST_RATES) {
            throw fields.required("rates").place().problem(
                    "A walk takes 1 to %d rates, but here are %d.".formatted(WalkPlan.MOST_RATES, values.size()));
        }
        List<Double> rates = new ArrayList<>();
        for (JsonValue value : values) {
            try {
                rates.add(Optimizers.RATE.check(value.plain()));
            } catch (SettingException unfit) {
                throw value.place().problem(unfit.getMessage());
            }
        }
        return rates;
    }

    public static String text(WalkPlan plan) {
        Map<String, Object> walk = new LinkedHashMap<>(plan.settings().asMap());
        walk.put("rates", plan.rates());
        walk.put("optimizer", ExperimentWriter.spec(plan.optimizer()));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("tadpole", ExperimentFile.VERSION);
        fields.put("name", plan.name());
        fields.put("about", plan.about());
        fields.put("walk", walk);
        return JsonLayout.lines(fields);
    }

    public static void write(Path path, WalkPlan plan) throws FileException {
        SafeFile.write(path, out -> out.write(text(plan).getBytes(StandardCharsets.UTF_8)));
    }
}
