package tadpole.engine.optimizer;

import tadpole.engine.recipe.Settings;
import tadpole.engine.recipe.Spec;

/** The rules once more for one number, in double, as the papers and PyTorch's documentation write them. */
abstract class OptimizerTwin {

    private final double decay;
    private long t;

    OptimizerTwin(Settings settings) {
        decay = settings.decimal("weightDecay");
    }

    static OptimizerTwin of(Spec spec) {
        Settings s = spec.settings();
        return switch (spec.type()) {
            case "sgd" -> new SgdTwin(s);
            case "momentum" -> new MomentumTwin(s);
            case "nesterov" -> new NesterovTwin(s);
            case "rmsprop" -> new RmsPropTwin(s);
            case "adagrad" -> new AdagradTwin(s);
            case "adadelta" -> new AdadeltaTwin(s);
            case "adam" -> new AdamTwin(s, false);
            case "adamw" -> new AdamTwin(s, true);
            default -> throw new IllegalArgumentException(spec.type() + " has no rule for one number.");
        };
    }

    /** The next place of a number with that gradient. */
    double next(double p, double g, double rate, double c) {
        t++;
        return p - move(g + c * p, rate);
    }

    double decay() {
        return decay;
    }

    long t() {
        return t;
    }

    /** How far it goes down. */
    abstract double move(double g, double rate);

    private static final class SgdTwin extends OptimizerTwin {
        SgdTwin(Settings settings) {
            super(settings);
        }

        @Override
        double move(double g, double rate) {
            return rate * g;
        }
    }

    private static final class MomentumTwin extends OptimizerTwin {
        private final double mu;
        private final double dampening;
        private final boolean inside;
        private double v;

        MomentumTwin(Settings settings) {
            super(settings);
            mu = settings.decimal("momentum");
            dampening = settings.decimal("dampening");
            inside = settings.on("rateInside");
        }

        @Override
        double move(double g, double rate) {
            double taken = t() == 1 ? g : (1 - dampening) * g;
            if (inside) {
                v = mu * v + rate * taken;
                return v;
            }
            v = mu * v + taken;
            return rate * v;
        }
    }

    private static final class NesterovTwin extends OptimizerTwin {
        private final double mu;
        private final boolean inside;
        private double v;

        NesterovTwin(Settings settings) {
            super(settings);
            mu = settings.decimal("momentum");
            inside = settings.on("rateInside");
        }

        @Override
        double move(double g, double rate) {
            if (inside) {
                v = mu * v + rate * g;
                return rate * g + mu * v;
            }
            v = mu * v + g;
            return rate * (g + mu * v);
        }
    }

    private static final class RmsPropTwin extends OptimizerTwin {
        private final Settings settings;
        private double n;
        private double m;
        private double v;

        RmsPropTwin(Settings settings) {
            super(settings);
            this.settings = settings;
        }

        @Override
        double move(double g, double rate) {
            double alpha = settings.decimal("alpha");
            n = alpha * n + (1 - alpha) * g * g;
            double variance = n;
            if (settings.on("centered")) {
                m = alpha * m + (1 - alpha) * g;
                variance = n - m * m;
            }
            double step = g / root(variance, settings);
            if (settings.decimal("momentum") > 0) {
                v = settings.decimal("momentum") * v + step;
                step = v;
            }
            return rate * step;
        }
    }

    private static double root(double square, Settings settings) {
        double eps = settings.decimal("eps");
        return settings.choice("epsPlace").equals("inside") ? Math.sqrt(square + eps) : Math.sqrt(square) + eps;
    }

    private static final class AdagradTwin extends OptimizerTwin {
        private final Settings settings;
        private double sum;

        AdagradTwin(Settings settings) {
            super(settings);
            this.settings = settings;
            sum = settings.decimal("initialAccumulatorValue");
        }

        @Override
        double move(double g, double rate) {
            sum += g * g;
            return rate / (1 + (t() - 1) * settings.decimal("lrDecay")) * g / (Math.sqrt(sum) + settings.decimal("eps"));
        }
    }

    private static final class AdadeltaTwin extends OptimizerTwin {
        private final double rho;
        private final double eps;
        private double squares;
        private double deltas;

        AdadeltaTwin(Settings settings) {
            super(settings);
            rho = settings.decimal("rho");
            eps = settings.decimal("eps");
        }

        @Override
        double move(double g, double rate) {
            squares = rho * squares + (1 - rho) * g * g;
            double delta = Math.sqrt(deltas + eps) / Math.sqrt(squares + eps) * g;
            deltas = rho * deltas + (1 - rho) * delta * delta;
            return rate * delta;
        }
    }

    private static final class AdamTwin extends OptimizerTwin {
        private final Settings settings;
        private final boolean decoupled;
        private double m;
        private double v;
        private double greatest;

        AdamTwin(Settings settings, boolean decoupled) {
            super(settings);
            this.settings = settings;
            this.decoupled = decoupled;
        }

        @Override
        double next(double p, double g, double rate, double c) {
            return decoupled ? super.next(p * (1 - rate * c), g, rate, 0) : super.next(p, g, rate, c);
        }

        @Override
        double move(double g, double rate) {
            double b1 = settings.decimal("beta1");
            double b2 = settings.decimal("beta2");
            m = b1 * m + (1 - b1) * g;
            v = b2 * v + (1 - b2) * g * g;
            greatest = Math.max(greatest, v);
            double corrected = (settings.on("amsgrad") ? greatest : v) / (1 - Math.pow(b2, t()));
            return rate * m / (1 - Math.pow(b1, t())) / root(corrected, settings);
        }
    }
}
