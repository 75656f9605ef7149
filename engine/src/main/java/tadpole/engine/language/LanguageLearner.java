package tadpole.engine.language;

import java.util.List;
import java.util.Map;
import tadpole.engine.layer.Network;
import tadpole.engine.layer.Pass;
import tadpole.engine.loss.CrossEntropy;
import tadpole.engine.loss.Loss;
import tadpole.engine.loss.Target;
import tadpole.engine.optimizer.Optimizer;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.optimizer.Step;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;
import tadpole.engine.training.GradientTreatment;

/** One step of truncated back-propagation through time: the states go on from step to step, the gradients do not. */
final class LanguageLearner {

    private final Network network;
    private final Optimizer optimizer;
    private final GradientTreatment clipping;
    private final Device device;
    private final Pass pass;
    private final Pass judging;
    private final Loss loss = new CrossEntropy();
    private double gradientNorm;

    LanguageLearner(Network network, Settings plan, Device device) {
        this.network = network;
        this.optimizer = optimizer(plan.choice("optimizer"));
        this.clipping = new GradientTreatment(false, 0, plan.decimal("clipValue"), plan.decimal("clipNorm"));
        this.device = device;
        this.pass = Pass.training(device);
        this.judging = Pass.training(device);
        pass.carryStates(true);
    }

    private static Optimizer optimizer(String of) {
        try {
            return switch (of) {
                case "rmsProp" -> make("rmsprop", Map.of("alpha", 0.95));
                case "asgd" -> make("sgd", Map.of());
                default -> make(of, Map.of());
            };
        } catch (SettingException impossible) {
            throw new IllegalStateException("The plan offers an optimizer that there is not.", impossible);
        }
    }

    private static Optimizer make(String type, Map<String, Object> given) throws SettingException {
        var recipe = Recipe.find(Optimizers.ALL, "optimizer", type);
        return recipe.maker().make(recipe.settings(given));
    }

    /** As at the beginning of a text. */
    void forget() {
        pass.forgetStates();
    }

    /**
     * Forward, backward, clipping and update.
     *
     * @param inputs  ids [streams, time]
     * @param targets what comes next, [streams time]
     * @return mean cross-entropy over all places before the update, in nats; where it is no number nothing is moved
     */
    double step(Tensor inputs, int[] targets, double rate, Seed seed) {
        pass.begin(seed);
        Tensor scores = network.forward(inputs, pass);
        Tensor rows = scores.as(Shape.of(inputs.size(), network.output().at(1)));
        Target target = new Target.Classes(targets, inputs.size());
        double mean = loss.forward(rows, target, judging);
        if (!Double.isFinite(mean)) {
            return mean;
        }
        network.clearGradients();
        network.backward(loss.backward(rows, target, judging).as(scores.shape()), pass);
        List<Parameter> parameters = network.parameters();
        gradientNorm = norm(parameters);
        clipping.clip(parameters, device);
        optimizer.step(Step.of(parameters, rate, device));
        return mean;
    }

    private double norm(List<Parameter> parameters) {
        double squares = 0;
        for (Parameter parameter : parameters) {
            float[] g = parameter.gradient().data();
            squares += device.kernels().updates().dot(g, g, parameter.size());
        }
        return Math.sqrt(squares);
    }

    /** Length of all gradients of the last step together, before clipping. */
    double gradientNorm() {
        return gradientNorm;
    }
}
