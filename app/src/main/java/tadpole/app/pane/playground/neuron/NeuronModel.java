package tadpole.app.pane.playground.neuron;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import tadpole.app.form.RecipePickerModel;
import tadpole.engine.inspect.ActivationGraph;
import tadpole.engine.inspect.Collapse;
import tadpole.engine.inspect.Explainer;
import tadpole.engine.inspect.Neuron;
import tadpole.engine.inspect.NeuronPlan;
import tadpole.engine.inspect.NeuronPlan.Stack;
import tadpole.engine.inspect.TanhIdentity;
import tadpole.engine.layer.LayerMaker;
import tadpole.engine.layer.Layers;
import tadpole.engine.layer.Sigmoid;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;

/** One neuron under one's hands, the proof that tanh is a sigmoid, and two linear layers that are one. */
final class NeuronModel {

    static final double REACH = 5;
    /** Places of the table among those of the identity. */
    static final int[] TABLE = {20, 40, 60, 80, 100, 120, 140};
    static final int LAST_STAGE = 3;

    private static final double WIDE = 4;
    private static final int PLACES = 161;
    private static final int GRAPH = 301;

    /** Whose numbers the X-ray explains. */
    enum Subject {
        NEURON,
        IDENTITY,
        COLLAPSE
    }

    /**
     * All that is shown.
     *
     * @param graph of the activation
     */
    record Shown(NeuronPlan plan, Neuron neuron, ActivationGraph graph, Collapse collapse) {}

    private final Device device = Device.plain();
    private final RecipePickerModel<LayerMaker> activation = new RecipePickerModel<>(Layers.ACTIVATIONS);
    private final TanhIdentity identity = TanhIdentity.over(-WIDE, WIDE, PLACES, device);
    private final ActivationGraph sigmoids = sigmoids(identity.x(), device);
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>();
    private final IntegerProperty stage = new SimpleIntegerProperty();
    private NeuronPlan plan = NeuronPlan.standard();

    NeuronModel() {
        activation.show(plan.activation());
        activation.specProperty().addListener((_, _, now) -> show(
                new NeuronPlan(plan.name(), plan.about(), plan.inputs(), plan.weights(), plan.bias(), now, plan.stack())));
        show(plan);
    }

    RecipePickerModel<LayerMaker> activation() {
        return activation;
    }

    TanhIdentity identity() {
        return identity;
    }

    ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    Shown shown() {
        return shown.get();
    }

    NeuronPlan plan() {
        return plan;
    }

    /** How far the proof is: 0 the sigmoid, 1 squeezed, 2 stretched, 3 moved onto tanh. */
    IntegerProperty stageProperty() {
        return stage;
    }

    void nextStage() {
        stage.set(stage.get() == LAST_STAGE ? 0 : stage.get() + 1);
    }

    /** What the sigmoid has become at that stage, at place i. */
    double bent(int stage, int i) {
        return switch (stage) {
            case 0 -> sigmoids.value()[i];
            case 1 -> identity.sigmoid()[i];
            case 2 -> 2 * (float) identity.sigmoid()[i];
            default -> identity.right(i);
        };
    }

    private static ActivationGraph sigmoids(double[] places, Device device) {
        try {
            return ActivationGraph.at(Sigmoid.RECIPE.standard(), places, device);
        } catch (SettingException impossible) {
            throw new IllegalStateException("The engine has no sigmoid.", impossible);
        }
    }

    void input(int i, double value) {
        show(new NeuronPlan(plan.name(), plan.about(), with(plan.inputs(), i, value), plan.weights(), plan.bias(), plan.activation(), plan.stack()));
    }

    void weight(int i, double value) {
        show(new NeuronPlan(plan.name(), plan.about(), plan.inputs(), with(plan.weights(), i, value), plan.bias(), plan.activation(), plan.stack()));
    }

    void bias(double value) {
        show(new NeuronPlan(plan.name(), plan.about(), plan.inputs(), plan.weights(), value, plan.activation(), plan.stack()));
    }

    void stackInput(int i, double value) {
        stack(plan.stack().withInput(with(plan.stack().input(), i, value)));
    }

    void between(boolean on) {
        stack(plan.stack().withBetween(on));
    }

    private void stack(Stack stack) {
        show(new NeuronPlan(plan.name(), plan.about(), plan.inputs(), plan.weights(), plan.bias(), plan.activation(), stack));
    }

    private static List<Double> with(List<Double> values, int i, double value) {
        List<Double> changed = new ArrayList<>(values);
        changed.set(i, value);
        return changed;
    }

    void open(NeuronPlan opened) {
        plan = opened;
        activation.show(opened.activation());
        show(opened);
    }

    Explainer explainer(Subject subject) {
        return switch (subject) {
            case NEURON -> shown().neuron();
            case IDENTITY -> identity;
            case COLLAPSE -> shown().collapse();
        };
    }

    private void show(NeuronPlan now) {
        plan = now;
        try {
            ActivationGraph graph = Optional.ofNullable(shown.get()).map(Shown::graph).filter(each -> each.activation().equals(now.activation()))
                    .orElse(ActivationGraph.over(now.activation(), -REACH, REACH, GRAPH, device));
            shown.set(new Shown(now, Neuron.of(now, device), graph, Collapse.of(now.stack(), now.activation(), device)));
        } catch (SettingException impossible) {
            throw new IllegalStateException("A checked activation was refused.", impossible);
        }
    }
}
