package tadpole.engine.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tadpole.engine.recipe.Setting;
import tadpole.engine.training.SampleChanges;

/** Reads what was changed of the samples: {"shuffledLabels": 0.5, "corrections": [{"part": "train", "index": 5, "label": 3}]}. */
final class ChangesReader {

    private static final Setting.Whole INDEX = new Setting.Whole("index", "Index", 0L, 0, Integer.MAX_VALUE, "", "");
    private static final Setting.Whole LABEL = new Setting.Whole("label", "Class", 0L, 0, Integer.MAX_VALUE, "", "");
    private static final Setting.Choice PART = new Setting.Choice("part", "Part", "train",
            List.of(new Setting.Option("train", ""), new Setting.Option("test", "")), "");

    private ChangesReader() {}

    static SampleChanges read(Optional<JsonValue> value) throws FileException {
        if (value.isEmpty()) {
            return SampleChanges.NONE;
        }
        FieldReader fields = FieldReader.of(value.get(), "the changes of samples").onlyFields(List.of("shuffledLabels", "sorted", "corrections"));
        List<SampleChanges.Correction> corrections = new ArrayList<>();
        for (JsonValue each : fields.optionalList("corrections")) {
            corrections.add(correction(each));
        }
        return new SampleChanges(corrections,
                (Double) fields.setting(SampleChanges.SHUFFLED_LABELS),
                (Boolean) fields.setting(SampleChanges.SORTED));
    }

    private static SampleChanges.Correction correction(JsonValue value) throws FileException {
        FieldReader fields = FieldReader.of(value, "a correction").onlyFields(List.of("part", "index", "label"));
        fields.required("part");
        fields.required("index");
        boolean test = fields.setting(PART).equals("test");
        int index = ((Long) fields.setting(INDEX)).intValue();
        return new SampleChanges.Correction(test, index,
                fields.optional("label").isEmpty() ? OptionalInt.empty() : OptionalInt.of(((Long) fields.setting(LABEL)).intValue()));
    }
}
