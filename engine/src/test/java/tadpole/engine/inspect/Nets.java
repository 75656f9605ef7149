package tadpole.engine.inspect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.layer.BatchNorm2d;
import tadpole.engine.layer.Conv2d;
import tadpole.engine.layer.Flatten;
import tadpole.engine.layer.LeakyRelu;
import tadpole.engine.layer.Linear;
import tadpole.engine.layer.MaxPool2d;
import tadpole.engine.layer.Network;
import tadpole.engine.layer.Relu;
import tadpole.engine.loss.CrossEntropy;
import tadpole.engine.loss.Target;
import tadpole.engine.proof.Drawn;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;

/** Small networks to check. */
final class Nets {

    private Nets() {}

    static CheckSubject softmax(long seed) throws SettingException {
        return subject(Shape.of(12), List.of(linear(5)), 4, seed);
    }

    static CheckSubject dense(long seed) throws SettingException {
        return subject(Shape.of(6), List.of(linear(8), Relu.RECIPE.standard(), linear(8), LeakyRelu.RECIPE.standard(), linear(4)), 5, seed);
    }

    static CheckSubject convolutional(long seed) throws SettingException {
        return subject(Shape.of(2, 9, 9), List.of(convolution(3), Relu.RECIPE.standard(), convolution(4), BatchNorm2d.RECIPE.standard(),
                Relu.RECIPE.standard(), MaxPool2d.RECIPE.standard(), Flatten.RECIPE.standard(), linear(4)), 3, seed);
    }

    static Spec linear(int out) throws SettingException {
        return Linear.RECIPE.with(Map.of("out", out));
    }

    private static Spec convolution(int out) throws SettingException {
        return Conv2d.RECIPE.with(Map.of("out", out, "kernel", 3));
    }

    static CheckSubject subject(Shape input, List<Spec> layers, int n, long seed) throws SettingException {
        Network network = Network.build(input, layers, new Seed(seed));
        return new CheckSubject(network, CrossEntropy.RECIPE.standard(), Drawn.normal(input.batchOf(n), "x" + seed),
                new Target.Classes(Drawn.labels(n, network.output().size(), "labels" + seed), n));
    }

    static CheckResult check(CheckSubject subject, Optional<Planted> planted, Map<String, Object> settings) throws SettingException {
        return check(subject, planted, settings, Device.plain());
    }

    static CheckResult check(CheckSubject subject, Optional<Planted> planted, Map<String, Object> settings, Device device) throws SettingException {
        GradientCheck check = new GradientCheck(subject, CheckPlan.RECIPE.settings(settings), planted, device, _ -> {});
        return ((JobOutcome.Finished<CheckResult>) check.run(JobControl.UNWATCHED)).result();
    }
}
