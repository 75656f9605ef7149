package tadpole.app.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tadpole.engine.file.JsonLayout;
import tadpole.engine.training.Evaluation;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.Setup;
import tadpole.engine.training.TrainingResult;

/** The results of a run as one JSON object on one line; null where a stop came before the figure, no accuracy without classes. */
final class ResultLine {

    private ResultLine() {}

    static String of(Experiment experiment, Setup setup, TrainingResult result) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", experiment.name());
        boolean classes = setup.train().target().isEmpty();
        put(fields, classes, "train", Optional.of(result.train()).filter(train -> train.count() > 0));
        if (setup.validation().isPresent()) {
            put(fields, classes, "validation", result.validation());
        }
        if (setup.test().isPresent()) {
            put(fields, classes, "test", result.test());
        }
        fields.put("seconds", Math.round(result.seconds() * 1000) / 1000.0);
        fields.put("steps", result.steps());
        fields.put("epochs", result.epochs());
        fields.put("seed", experiment.seed());
        fields.put("ending", result.ending());
        return JsonLayout.line(fields);
    }

    private static void put(Map<String, Object> fields, boolean classes, String name, Optional<Evaluation> figures) {
        fields.put(name + "Loss", figures.map(Evaluation::loss).orElse(null));
        if (classes) {
            fields.put(name + "Accuracy", figures.map(Evaluation::accuracy).orElse(null));
        }
    }
}
