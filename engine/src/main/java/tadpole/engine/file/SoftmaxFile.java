package tadpole.engine.file;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tadpole.engine.inspect.SoftmaxPicture;
import tadpole.engine.inspect.SoftmaxPlan;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;

/** What the softmax room shows, as JSON text: logits, the right class, and a picture for random weights, all in field {@code softmax}. */
public final class SoftmaxFile {

    private static final int MOST_BYTES = 1 << 20;
    private static final String TRAIN = "train";
    private static final String TEST = "test";
    private static final String BUNDLED = "tadpole-digits";
    private static final Setting.Choice PART = new Setting.Choice("part", "Part", TRAIN,
            List.of(new Setting.Option(TRAIN, "Training"), new Setting.Option(TEST, "Test")), "Which part of the data set the picture is of.");
    private static final Setting.Whole INDEX = new Setting.Whole("index", "Place of the picture", 0L, 0, Integer.MAX_VALUE, "",
            "Counted from 0 within its part. Default 0.");

    private SoftmaxFile() {}

    public static SoftmaxPlan read(Path path) throws FileException {
        JsonValue text = JsonText.read(FileHead.fileName(path), TextFile.read(path, "a softmax file", MOST_BYTES));
        FieldReader fields = FieldReader.of(text, "a softmax file");
        Optional<FileHead.Kind> kind = FileHead.kind(fields);
        if (kind.isPresent() && kind.get() != FileHead.Kind.SOFTMAX) {
            throw text.place().problem("This file is %s, not a softmax file: it has no \"softmax\".".formatted(kind.get().words()));
        }
        fields.onlyVersion(ExperimentFile.VERSION, "softmax").onlyFields(List.of("tadpole", "name", "about", "softmax"));
        return plan(text, fields);
    }

    private static SoftmaxPlan plan(JsonValue text, FieldReader head) throws FileException {
        FieldReader fields = FieldReader.of(head.required("softmax"), "the logits and what belongs to them")
                .onlyFields(List.of("logits", "right", "gradient", "picture"));
        fields.requiredList("logits");
        fields.optionalList("gradient");
        List<Double> logits = numbers(fields, SoftmaxPlan.LOGITS);
        List<Double> gradient = numbers(fields, SoftmaxPlan.GRADIENT);
        int right = ((Long) fields.setting(SoftmaxPlan.RIGHT)).intValue();
        try {
            SoftmaxPlan.check(logits, right, gradient);
        } catch (SettingException refused) {
            throw text.at(refused.path()).orElse(text).place().problem(refused.getMessage());
        }
        return new SoftmaxPlan(head.requiredText("name"), head.optionalText("about"), logits, right, gradient, picture(fields.optional("picture")));
    }

    private static List<Double> numbers(FieldReader fields, Setting.Decimals setting) throws FileException {
        return ((List<?>) fields.setting(setting)).stream().map(each -> (Double) each).toList();
    }

    private static SoftmaxPicture picture(Optional<JsonValue> value) throws FileException {
        if (value.isEmpty()) {
            return SoftmaxPicture.of(BUNDLED);
        }
        FieldReader fields = FieldReader.of(value.get(), "the picture")
                .onlyFields(List.of("set", "part", "index", "pixels", "deviation", "seed", "seeds", "samples"));
        Map<String, Object> given = new LinkedHashMap<>();
        for (Setting setting : SoftmaxPicture.RECIPE.settings()) {
            given.put(setting.key(), fields.setting(setting));
        }
        try {
            Settings settings = SoftmaxPicture.RECIPE.settings(given);
            return new SoftmaxPicture(fields.requiredText("set"), fields.setting(PART).equals(TEST), ((Long) fields.setting(INDEX)).intValue(), settings);
        } catch (SettingException impossible) {
            throw new IllegalStateException("A checked setting was refused.", impossible);
        }
    }

    /** As {@link ExperimentFile#misfit}; what does not fit the picture's experiment stands at the picture. */
    public static FileException misfit(Path path, SettingException misfit) {
        return ExperimentFile.misfit(path, misfit.path().equals("data.set") ? misfit.at("softmax.picture.set") : misfit);
    }

    /** Every field, also those at their default. */
    public static String text(SoftmaxPlan plan) {
        Map<String, Object> picture = new LinkedHashMap<>();
        picture.put("set", plan.picture().set());
        picture.put("part", plan.picture().test() ? TEST : TRAIN);
        picture.put("index", plan.picture().index());
        picture.putAll(plan.picture().settings().asMap());
        Map<String, Object> softmax = new LinkedHashMap<>();
        softmax.put("logits", plan.logits());
        softmax.put("right", plan.right());
        if (!plan.gradient().isEmpty()) {
            softmax.put("gradient", plan.gradient());
        }
        softmax.put("picture", picture);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("tadpole", ExperimentFile.VERSION);
        fields.put("name", plan.name());
        fields.put("about", plan.about());
        fields.put("softmax", softmax);
        return JsonLayout.lines(fields);
    }

    public static void write(Path path, SoftmaxPlan plan) throws FileException {
        SafeFile.write(path, out -> out.write(text(plan).getBytes(StandardCharsets.UTF_8)));
    }
}
