package tadpole.app.pane.train;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import tadpole.app.form.FieldModel;
import tadpole.app.form.FormModel;
import tadpole.app.form.RecipeListModel;
import tadpole.app.form.RecipePickerModel;
import tadpole.engine.dataset.AugmentationMaker;
import tadpole.engine.dataset.Augmentations;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.PreparationMaker;
import tadpole.engine.dataset.Preparations;
import tadpole.engine.dataset.SamplerMaker;
import tadpole.engine.dataset.Samplers;
import tadpole.engine.layer.Layers;
import tadpole.engine.layer.Relu;
import tadpole.engine.loss.LossMaker;
import tadpole.engine.loss.Losses;
import tadpole.engine.optimizer.OptimizerMaker;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Spec;
import tadpole.engine.schedule.ScheduleMaker;
import tadpole.engine.schedule.Schedules;
import tadpole.engine.tensor.Shape;
import tadpole.engine.training.DataPlan;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.SampleChanges;
import tadpole.engine.training.StartValues;
import tadpole.engine.training.TrainingPlan;

/** An experiment while it is edited: every field of the drawer, and the experiment that they say together. */
public final class ExperimentForm {

    static final Setting.Decimals HIDDEN = new Setting.Decimals("hidden", "Hidden layers", List.of(100.0), 1, 100_000, "",
            "Units of each hidden layer: 100, or 50, 30 for two of them. Empty: none, a linear classifier. Default 100.");
    static final String HIDDEN_ACCEPTED = "Write sizes such as 64, 32, or leave it empty for none.";
    static final Setting.Choice ACTIVATION = new Setting.Choice("activation", "Activation", Relu.RECIPE.type(),
            Stream.concat(
                    Layers.ACTIVATIONS.stream().map(recipe -> new Setting.Option(recipe.type(), recipe.label())),
                    Stream.of(new Setting.Option(SimpleLayers.NONE, "None"))).toList(),
            "What bends the sums between the layers. Without it all layers together are one linear layer.");

    private final FormModel network = FormModel.of(List.of(HIDDEN, ACTIVATION));
    private final RecipePickerModel<LossMaker> loss = new RecipePickerModel<>(Losses.ALL);
    private final RecipePickerModel<OptimizerMaker> optimizer = new RecipePickerModel<>(Optimizers.ALL);
    private final RecipePickerModel<SamplerMaker> order = new RecipePickerModel<>(Samplers.ALL);
    private final FormModel plan = new FormModel(TrainingPlan.RECIPE);
    private final FormModel seed = FormModel.of(List.of(Experiment.SEED));
    private final FormModel data = FormModel.of(List.of(DataPlan.PER_CLASS, DataPlan.VALIDATION, DataPlan.STANDARDIZE_TARGETS));
    private final RecipePickerModel<ScheduleMaker> schedule = new RecipePickerModel<>(Schedules.ALL);
    private final RecipeListModel<PreparationMaker> steps = new RecipeListModel<>(Preparations.ALL);
    private final RecipeListModel<AugmentationMaker> augment = new RecipeListModel<>(Augmentations.ALL);
    private final ObjectProperty<PrepareChoice> prepare = new SimpleObjectProperty<>(PrepareChoice.GIVEN);

    private final ReadOnlyObjectWrapper<Optional<List<Spec>>> fixedLayers = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Experiment> experiment;
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper hiddenRefusal = new ReadOnlyStringWrapper("");
    private Map<String, Object> linear = SimpleLayers.STANDARD;
    private Optional<Dataset> open = Optional.empty();
    private int outputs = 10;
    /** Changes of single samples belong to their data set. */
    private SampleChanges changes = SampleChanges.NONE;
    private boolean showing;

    public ExperimentForm() {
        this.experiment = new ReadOnlyObjectWrapper<>(first());
        Stream.of(network, plan, seed, data).forEach(form -> form.settingsProperty().subscribe(_ -> update()));
        Stream.of(loss, optimizer, order, schedule).forEach(picker -> picker.specProperty().subscribe(_ -> update()));
        prepare.subscribe(choice -> steps.show(choice.steps()));
        steps.specsProperty().subscribe(specs -> prepare.set(PrepareChoice.of(specs)));
        Stream.of(steps, augment).forEach(list -> {
            list.specsProperty().subscribe(_ -> update());
            list.refusalProperty().subscribe(_ -> complain());
        });
        fields().forEach(field -> field.refusalProperty().subscribe(_ -> complain()));
        update();
    }

    /** What the fields say together; what was refused in a field is not in it. */
    public ReadOnlyObjectProperty<Experiment> experimentProperty() {
        return experiment.getReadOnlyProperty();
    }

    public Experiment experiment() {
        return experiment.get();
    }

    /** The first sentence that says why an entry was not taken; empty where all were. */
    public ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /** What the hidden layers' field says about its entry; empty where it was taken. */
    ReadOnlyStringProperty hiddenRefusalProperty() {
        return hiddenRefusal.getReadOnlyProperty();
    }

    /** Layers that the short form cannot say: they stay as they are until they are edited one by one, or given up. */
    public ReadOnlyObjectProperty<Optional<List<Spec>>> fixedLayersProperty() {
        return fixedLayers.getReadOnlyProperty();
    }

    public FormModel network() {
        return network;
    }

    public RecipePickerModel<LossMaker> loss() {
        return loss;
    }

    public RecipePickerModel<OptimizerMaker> optimizer() {
        return optimizer;
    }

    public RecipePickerModel<SamplerMaker> order() {
        return order;
    }

    public FormModel plan() {
        return plan;
    }

    public FormModel seed() {
        return seed;
    }

    /** Which of the training images are used, and for what. */
    public FormModel data() {
        return data;
    }

    public RecipePickerModel<ScheduleMaker> schedule() {
        return schedule;
    }

    /** The steps of the preparation, one by one. */
    public RecipeListModel<PreparationMaker> steps() {
        return steps;
    }

    public RecipeListModel<AugmentationMaker> augment() {
        return augment;
    }

    ObjectProperty<PrepareChoice> prepareProperty() {
        return prepare;
    }

    /** Fills all fields. */
    public void show(Experiment wanted) {
        changes = wanted.data().changes();
        change(() -> {
            fillLayers(wanted.layers(), wanted.loss().type());
            loss.show(wanted.loss());
            optimizer.show(wanted.optimizer());
            order.show(wanted.training().order());
            plan.show(wanted.training().settings());
            seed.field("seed").take(wanted.seed());
            data.field("perClass").take((long) wanted.data().perClass());
            data.field("validation").take(wanted.data().validation());
            data.field("standardizeTargets").take(wanted.data().standardizeTargets());
            schedule.show(wanted.schedule());
            steps.show(wanted.data().prepare());
            augment.show(wanted.data().augment());
            experiment.set(wanted);
        });
    }

    /** Makes the experiment one of this data set; what does not fit it takes its default. */
    public void use(Dataset dataset) {
        Experiment now = experiment();
        boolean made = isNameMade(now);
        open = Optional.of(dataset);
        if (fixedLayers.get().isPresent()) {
            outputs = outputs(dataset);
        }
        if (!now.data().isOf(dataset)) {
            changes = SampleChanges.NONE;
            change(() -> {
                outputs = outputs(dataset);
                prepare.set(PrepareChoice.standard(dataset));
                data.field("standardizeTargets").take(data.settings().on("standardizeTargets") && dataset.isRegression());
                experiment.set(now.withData(plan(dataset.key(), dataset.made())).withStart(StartValues.NONE));
            });
            update();
        }
        if (made) {
            experiment.set(experiment().withName(madeName(experiment())));
        }
    }

    private static int outputs(Dataset dataset) {
        return dataset.train().target().map(Shape::size).orElse(dataset.classes().size());
    }

    /** Gives up the file's own layers for those of the short form. */
    public void useSimpleLayers() {
        fixedLayers.set(Optional.empty());
        update();
    }

    /** Puts back what may change while a run goes on. */
    void takeBack(Experiment changed, Experiment start) {
        change(() -> {
            if (!changed.optimizer().equals(start.optimizer())) {
                optimizer.show(start.optimizer());
            }
            if (!changed.schedule().equals(start.schedule())) {
                schedule.show(start.schedule());
            }
            if (!changed.training().settings().equals(start.training().settings())) {
                plan.show(start.training().settings());
            }
        });
        update();
    }

    /** Takes these layers and nothing else: in the short form where that can say them, else one by one. */
    public void showLayers(List<Spec> layers) {
        if (!layers.equals(experiment().layers())) {
            change(() -> fillLayers(layers, loss.spec().type()));
            update();
        }
    }

    private void fillLayers(List<Spec> layers, String lossType) {
        Optional<SimpleLayers> simple = SimpleLayers.of(layers, lossType).filter(ExperimentForm::isWithinTheField);
        fixedLayers.set(simple.isPresent() ? Optional.empty() : Optional.of(List.copyOf(layers)));
        simple.ifPresentOrElse(this::showLayers, () -> network.fields().forEach(FieldModel::restore));
    }

    private static boolean isWithinTheField(SimpleLayers simple) {
        return simple.hidden().stream().allMatch(units -> units <= HIDDEN.most());
    }

    private void showLayers(SimpleLayers simple) {
        linear = simple.linear();
        outputs = simple.outputs();
        network.field("hidden").take(simple.hidden().stream().map(Integer::doubleValue).toList());
        if (!simple.hidden().isEmpty()) {
            network.field("activation").take(simple.activation());
        }
    }

    private void change(Runnable fields) {
        showing = true;
        fields.run();
        showing = false;
        complain();
    }

    private void update() {
        if (showing) {
            return;
        }
        Experiment now = experiment();
        List<Spec> layers = fixedLayers.get().orElseGet(() -> simple().layers(loss.spec().type()));
        Experiment next = new Experiment(
                now.name(),
                now.about(),
                plan(now.data().set(), now.data().make()),
                layers,
                loss.spec(),
                optimizer.spec(),
                schedule.spec(),
                new TrainingPlan(plan.settings(), order.spec()),
                (Long) seed.field("seed").value(),
                layers.equals(now.layers()) ? now.start() : StartValues.NONE);
        if (!next.equals(now)) {
            experiment.set(isNameMade(now) ? next.withName(madeName(next)) : next);
        }
        complain();
    }

    private DataPlan plan(String set, Optional<Spec> make) {
        return new DataPlan(set, make, steps.specs(), augment.specs(), data.settings().decimal("validation"), data.settings().whole("perClass"),
                data.settings().on("standardizeTargets"), changes);
    }

    /** A name that was made of the parts follows them; one that a person gave stays. */
    private boolean isNameMade(Experiment e) {
        return e.name().isEmpty() || e.name().equals(madeName(e));
    }

    private String madeName(Experiment e) {
        return "%s-%d-%s".formatted(e.data().set(), open.map(dataset -> Fit.inputs(e, dataset)).orElse(784), LayerWords.sizes(e.layers()));
    }

    private SimpleLayers simple() {
        double[] hidden = network.settings().decimals("hidden");
        List<Integer> units = Arrays.stream(hidden).mapToObj(each -> (int) Math.round(each)).toList();
        return new SimpleLayers(units, network.settings().choice("activation"), outputs, linear);
    }

    private void complain() {
        hiddenRefusal.set(fixedLayers.get().isPresent() || areUnits() ? "" : HIDDEN_ACCEPTED);
        refusal.set(hiddenRefusal.get().isEmpty()
                ? refusals().filter(text -> !text.isEmpty()).findFirst().orElse("")
                : hiddenRefusal.get());
    }

    private boolean areUnits() {
        return network.field("hidden").refusalProperty().get().isEmpty()
                && Arrays.stream(network.settings().decimals("hidden")).allMatch(units -> units == Math.rint(units));
    }

    private Stream<String> refusals() {
        return Stream.concat(fields().map(field -> field.refusalProperty().get()),
                Stream.of(steps, augment).map(list -> list.refusalProperty().get()));
    }

    private Stream<FieldModel> fields() {
        Stream<FormModel> pickers = Stream.of(loss, optimizer, order, schedule).flatMap(picker -> forms(picker));
        return Stream.concat(Stream.of(network, plan, seed, data), pickers).flatMap(form -> form.fields().stream());
    }

    private static <M> Stream<FormModel> forms(RecipePickerModel<M> picker) {
        return picker.all().stream().map(picker::form);
    }

    private Experiment first() {
        return new Experiment(
                "",
                "",
                plan("", Optional.empty()),
                simple().layers(loss.spec().type()),
                loss.spec(),
                optimizer.spec(),
                schedule.spec(),
                new TrainingPlan(plan.settings(), order.spec()),
                1);
    }
}
