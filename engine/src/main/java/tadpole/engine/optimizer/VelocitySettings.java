package tadpole.engine.optimizer;

import tadpole.engine.recipe.Setting;

/** The settings of what keeps a velocity. */
final class VelocitySettings {

    static final Setting MOMENTUM = new Setting.Decimal("momentum", "Momentum", 0.9, 0.0, 0.9999, "",
            "How much of its velocity a parameter keeps from step to step. Default 0.9.")
            .with("velocity = %s · velocity + gradient");

    static final Setting RATE_INSIDE = new Setting.Switch("rateInside", "Rate inside the velocity", false,
            "Off: v = momentum · v + g; p -= lr · v, as in PyTorch. On: v = momentum · v + lr · g; p -= v. They part only when the rate moves.");

    private VelocitySettings() {}
}
