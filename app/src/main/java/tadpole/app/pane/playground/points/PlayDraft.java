package tadpole.app.pane.playground.points;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.PointSets;
import tadpole.engine.dataset.Preparations;
import tadpole.engine.dataset.Samplers;
import tadpole.engine.loss.CrossEntropy;
import tadpole.engine.loss.Losses;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;
import tadpole.engine.recipe.Spec;
import tadpole.engine.schedule.Schedules;
import tadpole.engine.training.DataPlan;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.StartValues;
import tadpole.engine.training.TrainingPlan;

/**
 * What is set up in the room: an experiment that the room can draw.
 *
 * @param dataset made from the experiment's own settings
 * @param wiring  what its layers say
 */
record PlayDraft(Experiment experiment, Dataset dataset, Wiring wiring) {

    static final int MOST_CLASSES = 6;
    static final int MOST_INPUTS = 7;
    private static final String FEATURES = "features";

    /** The spiral, and a network that learns it within a few seconds. */
    static PlayDraft standard() {
        try {
            Spec spiral = Recipe.find(PointSets.ALL, "data set", "spiral").with(Map.of("points", 200L, "noise", 0.15, "test", 0.3));
            Wiring wiring = new Wiring(List.of(new Wiring.Hidden(6, "tanh"), new Wiring.Hidden(6, "tanh")), "xavier");
            return of(new Experiment("playground-spiral", "A spiral in the Playground.", DataPlan.made("spiral", spiral, List.of()),
                    wiring.layers(3), Losses.ALL.stream().filter(each -> each.type().equals(CrossEntropy.RECIPE.type())).findFirst().orElseThrow().standard(),
                    Recipe.find(Optimizers.ALL, "optimizer", "adam").with(Map.of("rate", 0.02)),
                    Recipe.find(Schedules.ALL, "schedule", "constant").standard(),
                    new TrainingPlan(TrainingPlan.RECIPE.settings(Map.of("epochs", 500L, "batch", 32L)),
                            Recipe.find(Samplers.ALL, "order", "shuffled").standard()), 1));
        } catch (SettingException impossible) {
            throw new IllegalStateException("The room's own start does not fit together.", impossible);
        }
    }

    /** Whether these are points of the plane with classes, however many. */
    static boolean isOfThePlane(Spec make) {
        try {
            Dataset dataset = PointSets.make(make.type(), make);
            return !dataset.isRegression() && dataset.shape().size() == 2;
        } catch (SettingException misfit) {
            return false;
        }
    }

    /** @throws SettingException in one sentence where it is nothing that the room can draw */
    static PlayDraft of(Experiment experiment) throws SettingException {
        Spec make = experiment.data().make().orElseThrow(() -> new SettingException(
                "%s learns from %s; the Playground draws made points alone. Open it in Train.".formatted(experiment.name(), experiment.data().set())));
        Dataset dataset = PointSets.make(experiment.data().set(), make);
        int classes = dataset.classes().size();
        if (dataset.isRegression() || dataset.shape().size() != 2 || classes > MOST_CLASSES) {
            throw new SettingException("%s is not about points of the plane in 2 to %d classes. Open it in Train.".formatted(experiment.name(), MOST_CLASSES));
        }
        boolean plain = experiment.data().prepare().isEmpty()
                || experiment.data().prepare().size() == 1 && experiment.data().prepare().getFirst().type().equals(FEATURES);
        if (!plain || !experiment.loss().type().equals(CrossEntropy.RECIPE.type())) {
            throw new SettingException("%s has another preparation or loss than the Playground, which knows the features of x1 and x2 and cross-entropy. Open it in Train."
                    .formatted(experiment.name()));
        }
        Wiring wiring = Wiring.of(experiment.layers()).filter(each -> each.layers(classes).equals(experiment.layers())).orElseThrow(() ->
                new SettingException("%s has layers that the Playground cannot draw: it knows up to %d hidden linear layers of up to %d neurons, with activations. Open it in Train."
                        .formatted(experiment.name(), Wiring.MOST_LAYERS, Wiring.MOST_NEURONS)));
        return new PlayDraft(experiment, dataset, wiring);
    }

    /** The same in the features' own form, of which none given means x1 and x2. */
    Spec features() {
        return experiment.data().prepare().stream().findFirst().orElseGet(() -> featuresRecipe().standard());
    }

    static Recipe<?> featuresRecipe() {
        try {
            return Recipe.find(Preparations.ALL, "preparation", FEATURES);
        } catch (SettingException gone) {
            throw new IllegalStateException(gone.getMessage(), gone);
        }
    }

    Spec points() {
        return experiment.data().make().orElseThrow();
    }

    int classes() {
        return dataset.classes().size();
    }

    Columns columns() {
        return Columns.of(inputs().size(), wiring, classes());
    }

    /** What the network is given, as people write it. */
    List<String> inputs() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("x1", "x₁");
        names.put("x2", "x₂");
        names.put("x1Squared", "x₁²");
        names.put("x2Squared", "x₂²");
        names.put("x1x2", "x₁x₂");
        names.put("sinX1", "sin x₁");
        names.put("sinX2", "sin x₂");
        Settings on = features().settings();
        return names.entrySet().stream().filter(each -> on.on(each.getKey())).map(Map.Entry::getValue).toList();
    }

    /** How far the map reaches both ways: a little farther than the points. */
    double reach() {
        float[] point = new float[2];
        double most = 0;
        for (int i = 0; i < dataset.train().size(); i++) {
            dataset.train().read(i, point, 0);
            most = Math.max(most, Math.max(Math.abs(point[0]), Math.abs(point[1])));
        }
        double wanted = 1.08 * most;
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(1, wanted))));
        return wanted <= 1.2 ? 1.2 : Math.ceil(wanted / power * 5) / 5 * power;
    }

    /** With other data: a network for as many classes, drawn anew where their number changes. */
    PlayDraft withPoints(Spec make) throws SettingException {
        Dataset made = PointSets.make(make.type(), make);
        DataPlan plan = DataPlan.made(make.type(), make, experiment.data().prepare());
        Experiment other = experiment.withName("playground-" + make.type()).withData(plan);
        return of(made.classes().size() == classes() ? other : other.withLayers(wiring.layers(made.classes().size())).withStart(StartValues.NONE));
    }

    PlayDraft withFeatures(Spec features) throws SettingException {
        boolean standard = features.equals(featuresRecipe().standard());
        DataPlan plan = DataPlan.made(experiment.data().set(), points(), standard ? List.of() : List.of(features));
        return of(experiment.withData(plan).withStart(StartValues.NONE));
    }

    PlayDraft with(Wiring other) throws SettingException {
        return of(experiment.withLayers(other.layers(classes())).withStart(StartValues.NONE));
    }

    PlayDraft withSeed(long seed) throws SettingException {
        return of(experiment.withSeed(seed).withStart(StartValues.NONE));
    }

    /** With other settings of the training, where everything else stays. */
    PlayDraft with(Spec optimizer, Settings plan) throws SettingException {
        return of(experiment.withOptimizer(optimizer).withTraining(new TrainingPlan(plan, experiment.training().order())));
    }

    /** Starts from these numbers, all parameters in order. */
    Experiment startingFrom(float[] weights) {
        StartValues start = StartValues.NONE;
        Columns columns = columns();
        int from = 0;
        for (int column = 1; column <= columns.last(); column++) {
            String name = columns.names().get(column - 1);
            int count = columns.size(column) * columns.size(column - 1);
            start = start.with(name + ".weight", numbers(weights, from, count)).with(name + ".bias", numbers(weights, from + count, columns.size(column)));
            from += count + columns.size(column);
        }
        return experiment.withStart(start);
    }

    private static List<Double> numbers(float[] weights, int from, int count) {
        return IntStream.range(from, from + count).mapToObj(i -> (double) weights[i]).toList();
    }

    /** Such as "Spiral, 3 arms · 2–6–6–3 tanh · 81 parameters". */
    String words() {
        String title = dataset.title().replaceAll(", \\d+ points$", "");
        return "%s · %s · %d parameters".formatted(title, wiring.words(inputs().size(), classes()), columns().parameters());
    }

    /** Such as "the spiral". */
    String subject() {
        return switch (points().type()) {
            case "points" -> "on own points";
            case "xor" -> "XOR";
            default -> "the " + points().type();
        };
    }

    /** Whether the same run would do with another rate and batch size, which may change while it runs. */
    boolean differsLiveOnly(PlayDraft other) {
        try {
            Map<String, Object> optimizer = new LinkedHashMap<>(other.experiment.optimizer().settings().asMap());
            optimizer.put("rate", experiment.rate());
            Map<String, Object> plan = new LinkedHashMap<>(other.experiment.training().settings().asMap());
            plan.put("batch", (long) experiment.training().batch());
            return other.experiment.optimizer().type().equals(experiment.optimizer().type())
                    && other.with(new Spec(experiment.optimizer().type(), Recipe.find(Optimizers.ALL, "optimizer", experiment.optimizer().type()).settings(optimizer)),
                            TrainingPlan.RECIPE.settings(plan)).experiment.equals(experiment);
        } catch (SettingException misfit) {
            return false;
        }
    }

}
