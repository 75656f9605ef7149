package tadpole.engine.layer;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** How a weight starts. Every one says which numbers its spread is made of; n is the fan. */
public enum Initialization {
    UNIFORM_FAN_IN("uniformFanIn", "Uniform ±1/√in (PyTorch's default)") {
        @Override
        double next(RandomGenerator random, double n, double deviation) {
            return (2 * random.nextDouble() - 1) / Math.sqrt(n);
        }
    },
    HE("he", "He: normal, √(2/in)") {
        @Override
        double next(RandomGenerator random, double n, double deviation) {
            return random.nextGaussian() * Math.sqrt(2 / n);
        }
    },
    HE_UNIFORM("heUniform", "He: uniform ±√(6/in)") {
        @Override
        double next(RandomGenerator random, double n, double deviation) {
            return (2 * random.nextDouble() - 1) * Math.sqrt(6 / n);
        }
    },
    XAVIER("xavier", "Xavier: uniform ±√(6/(in+out))") {
        @Override
        double next(RandomGenerator random, double n, double deviation) {
            return (2 * random.nextDouble() - 1) * Math.sqrt(3 / n);
        }

        @Override
        double ownFan(Fan fan) {
            return fan.average();
        }
    },
    XAVIER_NORMAL("xavierNormal", "Xavier: normal, √(2/(in+out))") {
        @Override
        double next(RandomGenerator random, double n, double deviation) {
            return random.nextGaussian() * Math.sqrt(1 / n);
        }

        @Override
        double ownFan(Fan fan) {
            return fan.average();
        }
    },
    NORMAL("normal", "Normal with the deviation given") {
        @Override
        double next(RandomGenerator random, double n, double deviation) {
            return random.nextGaussian() * deviation;
        }
    },
    UNIFORM("uniform", "Uniform with the deviation given") {
        @Override
        double next(RandomGenerator random, double n, double deviation) {
            return (2 * random.nextDouble() - 1) * Math.sqrt(3) * deviation;
        }
    },
    POSITIVE("positive", "Uniform above zero, a published fault") {
        @Override
        double next(RandomGenerator random, double n, double deviation) {
            return 2 * random.nextDouble() * Math.sqrt(3) * deviation;
        }
    },
    IDENTITY("identity", "Identity: passes what comes in") {
        @Override
        double next(RandomGenerator random, double n, double deviation) {
            return 0;
        }

        @Override
        void fill(Tensor tensor, Fan fan, Start start, RandomGenerator random) {
            tensor.fill(0);
            passOn(tensor, fan.groups(), (float) start.gain());
        }
    },
    ZEROS("zeros", "All zeros") {
        @Override
        double next(RandomGenerator random, double n, double deviation) {
            return 0;
        }
    };

    /**
     * The sums that a weight takes part in, as PyTorch counts them.
     *
     * @param in     the numbers that one output is a sum of
     * @param out    the sums that one input is in, at stride 1
     * @param groups into which the channels are split
     */
    record Fan(double in, double out, int groups) {

        double average() {
            return (in + out) / 2;
        }
    }

    /** What the settings of a layer say of its start. */
    record Start(Initialization initialization, String fan, double gain, double deviation) {

        void fillWeight(Tensor weight, Fan of, RandomGenerator random) {
            initialization.fill(weight, of, this, random);
        }

        /** Only PyTorch's default start moves the biases, within ±1/√in whatever the weights' fan and gain are. */
        void fillBias(Tensor bias, Fan of, RandomGenerator random) {
            if (initialization == UNIFORM_FAN_IN) {
                UNIFORM_FAN_IN.fill(bias, of, STANDARD, random);
            }
        }

        private double count(Fan of) {
            return switch (fan) {
                case "in" -> of.in();
                case "out" -> of.out();
                case "average" -> of.average();
                default -> initialization.ownFan(of);
            };
        }
    }

    private static final String OWN = "own";
    private static final Start STANDARD = new Start(UNIFORM_FAN_IN, OWN, 1, 0);

    static final Setting SETTING = new Setting.Choice("init", "Start weights", UNIFORM_FAN_IN.key,
            Arrays.stream(values()).map(each -> new Setting.Option(each.key, each.label)).toList(),
            "How the weights start. Too small and no signal passes, too large and it explodes.");

    static final Setting DEVIATION = new Setting.Decimal("deviation", "Start deviation", 0.01, 0.0, 100.0, "",
            "Standard deviation of the start weights, used by \"normal\", \"uniform\" and \"positive\" only.");

    static final Setting FAN = new Setting.Choice("fan", "Start fan", OWN,
            List.of(new Setting.Option(OWN, "As the start says"), new Setting.Option("in", "Inputs of a unit"),
                    new Setting.Option("out", "Outputs of an input"), new Setting.Option("average", "Average of both")),
            "What the start's spread is divided by: in keeps the signal's size on its way forward, out the gradient's on its way back.");

    static final Setting GAIN = new Setting.Decimal("gain", "Start gain", 1.0, 0.0, 100.0, "",
            "What the start weights are multiplied by, such as 5/3 before tanh with Xavier. Default 1.");

    static final List<Setting> SETTINGS = List.of(SETTING, DEVIATION, FAN, GAIN);

    private final String key;
    private final String label;

    Initialization(String key, String label) {
        this.key = key;
        this.label = label;
    }

    abstract double next(RandomGenerator random, double n, double deviation);

    /** The fan that its own formula names. */
    double ownFan(Fan fan) {
        return fan.in();
    }

    /** Overwrites all numbers of a tensor, in row-major order. */
    void fill(Tensor tensor, Fan fan, Start start, RandomGenerator random) {
        float[] data = tensor.data();
        double n = start.count(fan);
        for (int i = 0; i < tensor.size(); i++) {
            data[i] = (float) (next(random, n, start.deviation()) * start.gain());
        }
    }

    /** In each group output i is input i; of a kernel only the middle counts. PyTorch's eye_ and dirac_. */
    private static void passOn(Tensor weight, int groups, float gain) {
        Shape shape = weight.shape();
        int out = shape.at(0) / groups;
        int in = shape.at(1);
        int kernel = weight.size() / shape.at(0) / in;
        int middle = shape.rank() == 4 ? shape.at(2) / 2 * shape.at(3) + shape.at(3) / 2 : 0;
        for (int group = 0; group < groups; group++) {
            for (int i = 0; i < Math.min(in, out); i++) {
                weight.data()[((group * out + i) * in + i) * kernel + middle] = gain;
            }
        }
    }

    /** What the settings {@link #SETTINGS} of a layer say. */
    static Start start(Settings settings) {
        return new Start(of(settings.choice("init")), settings.choice("fan"), settings.decimal("gain"), settings.decimal("deviation"));
    }

    /** Normal numbers of that deviation. */
    static void fillNormal(Tensor tensor, double deviation, RandomGenerator random) {
        NORMAL.fill(tensor, new Fan(1, 1, 1), new Start(NORMAL, OWN, 1, deviation), random);
    }

    /** Uniform numbers within ±1/√n. */
    static void fillUniform(Tensor tensor, int n, RandomGenerator random) {
        UNIFORM_FAN_IN.fill(tensor, new Fan(n, n, 1), STANDARD, random);
    }

    private static Initialization of(String key) {
        return Arrays.stream(values()).filter(each -> each.key.equals(key)).findFirst().orElseThrow();
    }
}
