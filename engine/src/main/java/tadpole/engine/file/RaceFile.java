package tadpole.engine.file;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;
import tadpole.engine.recipe.Spec;
import tadpole.engine.schedule.Schedules;
import tadpole.engine.training.Contestant;
import tadpole.engine.training.RacePlan;

/**
 * Races as JSON text. Field {@code experiment} holds an experiment, or the name of its file beside the race's;
 * {@code contestants} are optimizers, each with a {@code label}, a {@code schedule} and {@code rates} to try where it has them.
 */
public final class RaceFile {

    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_RATES = 20;
    private static final List<String> FIELDS =
            List.of("tadpole", "name", "about", "experiment", "contestants", "mode", "rate", "steps", "epochs", "seeds", "smoothing",
                    "test");

    private RaceFile() {}

    public static RacePlan read(Path path) throws FileException {
        JsonValue text = JsonText.read(FileHead.fileName(path), TextFile.read(path, "a race", MOST_BYTES));
        FieldReader fields = FieldReader.of(text, "a race");
        FileHead.only(text, fields, FileHead.Kind.RACE);
        fields.onlyVersion(ExperimentFile.VERSION, "race").onlyFields(FIELDS);
        return new RacePlan(
                name(fields.required("name"), fields.requiredText("name")),
                fields.optionalText("about"),
                InnerExperiment.read(fields.required("experiment"), path),
                contestants(text, fields.requiredList("contestants")),
                settings(fields));
    }

    /** As {@link ExperimentFile#misfit}, also where the experiment stands in a file of its own. */
    public static FileException misfit(Path path, SettingException misfit) {
        return InnerExperiment.misfit(path, "a race", misfit);
    }

    private static Settings settings(FieldReader fields) throws FileException {
        Map<String, Object> given = new LinkedHashMap<>();
        for (Setting setting : RacePlan.RECIPE.settings()) {
            given.put(setting.key(), fields.setting(setting));
        }
        try {
            return RacePlan.RECIPE.settings(given);
        } catch (SettingException impossible) {
            throw new IllegalStateException("A checked setting was refused.", impossible);
        }
    }

    private static String name(JsonValue value, String name) throws FileException {
        if (name.codePoints().anyMatch(Character::isISOControl)) {
            throw value.place().problem("The name has a line break or another control character. Take it out.");
        }
        return name.strip();
    }

    private static List<Contestant> contestants(JsonValue text, List<JsonValue> values) throws FileException {
        List<Contestant> contestants = new ArrayList<>();
        for (JsonValue value : values) {
            contestants.add(contestant(value));
        }
        try {
            RacePlan.check(contestants);
        } catch (SettingException refused) {
            throw text.at(refused.path()).orElse(text).place().problem(refused.getMessage());
        }
        return contestants;
    }

    private static Contestant contestant(JsonValue value) throws FileException {
        FieldReader fields = FieldReader.of(value, "an optimizer of the race").onlyFields(List.of("label", "optimizer", "schedule", "rates"));
        Spec optimizer = SpecReader.read(Optimizers.ALL, "optimizer", fields.required("optimizer"));
        Optional<JsonValue> given = fields.optional("schedule");
        Optional<Spec> schedule = given.isPresent() ? Optional.of(SpecReader.read(Schedules.ALL, "schedule", given.get())) : Optional.empty();
        String label = fields.optionalText("label");
        return new Contestant(label.isBlank() ? label(optimizer) : label, optimizer, schedule, rates(fields.optionalList("rates")));
    }

    private static String label(Spec optimizer) {
        try {
            return Recipe.find(Optimizers.ALL, "optimizer", optimizer.type()).label();
        } catch (SettingException impossible) {
            throw new IllegalStateException("A known optimizer was not found.", impossible);
        }
    }

    private static List<Double> rates(List<JsonValue> values) throws FileException {
        List<Double> rates = new ArrayList<>();
        for (JsonValue value : values) {
            try {
                rates.add(Optimizers.RATE.check(value.plain()));
            } catch (SettingException unfit) {
                throw value.place().problem(unfit.getMessage());
            }
        }
        if (rates.size() > MOST_RATES) {
            throw values.getLast().place().problem("An optimizer takes at most %d rates, but has %d.".formatted(MOST_RATES, rates.size()));
        }
        return rates;
    }

    /** Every setting, and the experiment in full. */
    public static String text(RacePlan plan) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("tadpole", ExperimentFile.VERSION);
        fields.put("name", plan.name());
        fields.put("about", plan.about());
        fields.putAll(plan.settings().asMap());
        fields.put("contestants", plan.contestants().stream().<Object>map(RaceFile::fields).toList());
        fields.put("experiment", ExperimentWriter.fields(plan.experiment()));
        return JsonLayout.lines(fields);
    }

    private static Map<String, Object> fields(Contestant contestant) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("label", contestant.label());
        fields.put("rates", contestant.rates());
        fields.put("optimizer", ExperimentWriter.spec(contestant.optimizer()));
        contestant.schedule().ifPresent(schedule -> fields.put("schedule", ExperimentWriter.spec(schedule)));
        return fields;
    }

    public static void write(Path path, RacePlan plan) throws FileException {
        SafeFile.write(path, out -> out.write(text(plan).getBytes(StandardCharsets.UTF_8)));
    }
}
