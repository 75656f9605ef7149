package tadpole.engine.file;

import java.util.List;
import java.util.Optional;
import tadpole.engine.dataset.Augmentations;
import tadpole.engine.dataset.PointSets;
import tadpole.engine.dataset.Preparations;
import tadpole.engine.dataset.Samplers;
import tadpole.engine.layer.Layers;
import tadpole.engine.loss.Losses;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.recipe.Spec;
import tadpole.engine.schedule.Schedules;
import tadpole.engine.training.DataPlan;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.TrainingPlan;

/** Makes an experiment of a JSON text, field by field. */
final class ExperimentReader {

    private static final List<String> FIELDS = List.of(
            "tadpole", "name", "about", "data", "layers", "loss", "optimizer", "schedule", "training", "seed", "start");

    private ExperimentReader() {}

    static Experiment read(JsonValue text) throws FileException {
        FieldReader fields = FieldReader.of(text, "an experiment");
        FileHead.only(text, fields, FileHead.Kind.EXPERIMENT);
        fields.onlyVersion(ExperimentFile.VERSION, "experiment").onlyFields(FIELDS);
        return new Experiment(
                fields.requiredText("name"),
                fields.optionalText("about"),
                data(fields.required("data")),
                SpecReader.readAll(Layers.ALL, "layer", fields.requiredList("layers")),
                SpecReader.read(Losses.ALL, "loss", fields.required("loss")),
                SpecReader.read(Optimizers.ALL, "optimizer", fields.required("optimizer")),
                SpecReader.readOrFirst(Schedules.ALL, "schedule", fields.optional("schedule")),
                training(fields.optional("training")),
                (Long) fields.setting(Experiment.SEED),
                StartReader.read(fields.optional("start")));
    }

    private static DataPlan data(JsonValue value) throws FileException {
        FieldReader fields = FieldReader.of(value, "the data").onlyFields(List.of(
                "set", "make", "prepare", "augment", "perClass", "validation", "standardizeTargets", "changes"));
        return new DataPlan(
                fields.requiredText("set"),
                makeOfThatName(fields),
                SpecReader.readAll(Preparations.ALL, "preparation", fields.optionalList("prepare")),
                SpecReader.readAll(Augmentations.ALL, "augmentation", fields.optionalList("augment")),
                (Double) fields.setting(DataPlan.VALIDATION),
                ((Long) fields.setting(DataPlan.PER_CLASS)).intValue(),
                (Boolean) fields.setting(DataPlan.STANDARDIZE_TARGETS),
                ChangesReader.read(fields.optional("changes")));
    }

    /** The name of the data is free, but not that of other made data: one would train on what one did not mean. */
    private static Optional<Spec> makeOfThatName(FieldReader fields) throws FileException {
        Optional<Spec> make = make(fields.optional("make"));
        String set = fields.requiredText("set");
        boolean isOther = make.isPresent() && !make.get().type().equals(set) && PointSets.ALL.stream().anyMatch(each -> each.type().equals(set));
        if (isOther) {
            throw fields.required("set").place().problem(
                    "The data are called \"%s\", but \"make\" makes \"%s\". Let both say what you want; any other name will do, too."
                            .formatted(set, make.get().type()));
        }
        return make;
    }

    static Optional<Spec> make(Optional<JsonValue> value) throws FileException {
        return value.isPresent() ? Optional.of(SpecReader.read(PointSets.ALL, "made data set", value.get())) : Optional.empty();
    }

    private static TrainingPlan training(Optional<JsonValue> value) throws FileException {
        if (value.isEmpty()) {
            return new TrainingPlan(TrainingPlan.RECIPE.standard().settings(), Samplers.ALL.getFirst().standard());
        }
        FieldReader fields = FieldReader.of(value.get(), "the training");
        Spec order = SpecReader.readOrFirst(Samplers.ALL, "order", fields.optional("order"));
        return new TrainingPlan(SpecReader.settings(TrainingPlan.RECIPE, fields, "order"), order);
    }
}
