package tadpole.engine.file;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tadpole.engine.language.LanguagePlan;
import tadpole.engine.language.TextExperiment;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.SettingException;

/** Trainings of text models as JSON text: field {@code language} holds every setting of the plan, {@code text} the text's place. */
public final class TextExperimentFile {

    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_SNAPSHOTS = 20;
    private static final Setting.Decimal SNAPSHOT = new Setting.Decimal("snapshots", "A stage", 1.0, 0.001, 100_000.0, "epochs", "");
    private static final Setting.Switch HALF = new Setting.Switch("half", "Half precision", false, "");
    private static final List<String> FIELDS = List.of("tadpole", "name", "about", "text", "validationText", "testText", "snapshots", "half", "language");

    private TextExperimentFile() {}

    /** Whether a file says of itself that it is one; false also for a file that cannot be read. */
    public static boolean isOne(Path path) {
        try {
            return FileHead.read(path).kind() == FileHead.Kind.LANGUAGE;
        } catch (FileException other) {
            return false;
        }
    }

    public static TextExperiment read(Path path) throws FileException {
        JsonValue text = JsonText.read(FileHead.fileName(path), TextFile.read(path, "a text model's training", MOST_BYTES));
        FieldReader fields = FieldReader.of(text, "a text model's training");
        FileHead.only(text, fields, FileHead.Kind.LANGUAGE);
        fields.onlyVersion(ExperimentFile.VERSION, "text model").onlyFields(FIELDS);
        return new TextExperiment(fields.requiredText("name"), fields.optionalText("about"), texts(fields), snapshots(fields),
                (Boolean) fields.setting(HALF),
                SpecReader.settings(LanguagePlan.RECIPE, FieldReader.of(fields.required("language"), "the settings of a text model")));
    }

    private static TextExperiment.Texts texts(FieldReader fields) throws FileException {
        TextExperiment.Texts texts = new TextExperiment.Texts(fields.requiredText("text"), fields.optionalText("validationText"), fields.optionalText("testText"));
        if (texts.validation().isEmpty() && !texts.test().isEmpty()) {
            throw fields.required("testText").place().problem("A text to test on stands beside a validationText only, but there is none.");
        }
        return texts;
    }

    private static List<Double> snapshots(FieldReader fields) throws FileException {
        List<Double> epochs = new ArrayList<>();
        for (JsonValue value : fields.optionalList("snapshots")) {
            try {
                epochs.add(SNAPSHOT.check(value.plain()));
            } catch (SettingException unfit) {
                throw value.place().problem(unfit.getMessage());
            }
        }
        if (epochs.size() > MOST_SNAPSHOTS) {
            throw fields.required("snapshots").place().problem("At most %d stages are kept, but here are %d.".formatted(MOST_SNAPSHOTS, epochs.size()));
        }
        return epochs.stream().sorted().distinct().toList();
    }

    /** Every setting, also those at their default, so that a person can read and change them. */
    public static String text(TextExperiment experiment) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("tadpole", ExperimentFile.VERSION);
        fields.put("name", experiment.name());
        fields.put("about", experiment.about());
        fields.put("text", experiment.texts().train());
        fields.put("validationText", experiment.texts().validation());
        fields.put("testText", experiment.texts().test());
        fields.put("snapshots", experiment.snapshots());
        fields.put("half", experiment.half());
        fields.put("language", experiment.plan().asMap());
        return JsonLayout.lines(fields);
    }

    public static void write(Path path, TextExperiment experiment) throws FileException {
        SafeFile.write(path, out -> out.write(text(experiment).getBytes(StandardCharsets.UTF_8)));
    }
}
