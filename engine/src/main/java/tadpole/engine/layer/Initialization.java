package tadpole.engine.layer;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import tadpole.engine.recipe.Setting;
import tadpole.engine.tensor.Tensor;

/** How a weight starts. Every one says which numbers its spread is made of. */
public enum Initialization {
    UNIFORM_FAN_IN("uniformFanIn", "Uniform ±1/√in (PyTorch's default)") {
        @Override
        double next(RandomGenerator random, double fanIn, double fanOut, double deviation) {
            return (2 * random.nextDouble() - 1) / Math.sqrt(fanIn);
        }
    },
    HE("he", "He: normal, √(2/in)") {
        @Override
        double next(RandomGenerator random, double fanIn, double fanOut, double deviation) {
            return random.nextGaussian() * Math.sqrt(2 / fanIn);
        }
    },
    XAVIER("xavier", "Xavier: uniform ±√(6/(in+out))") {
        @Override
        double next(RandomGenerator random, double fanIn, double fanOut, double deviation) {
            return (2 * random.nextDouble() - 1) * Math.sqrt(6 / (fanIn + fanOut));
        }
    },
    NORMAL("normal", "Normal with the deviation given") {
        @Override
        double next(RandomGenerator random, double fanIn, double fanOut, double deviation) {
            return random.nextGaussian() * deviation;
        }
    },
    ZEROS("zeros", "All zeros") {
        @Override
        double next(RandomGenerator random, double fanIn, double fanOut, double deviation) {
            return 0;
        }
    };

    private final String key;
    private final String label;

    Initialization(String key, String label) {
        this.key = key;
        this.label = label;
    }

    abstract double next(RandomGenerator random, double fanIn, double fanOut, double deviation);

    /** Overwrites all numbers of a tensor, in row-major order. */
    void fill(Tensor tensor, double fanIn, double fanOut, double deviation, RandomGenerator random) {
        float[] data = tensor.data();
        for (int i = 0; i < tensor.size(); i++) {
            data[i] = (float) next(random, fanIn, fanOut, deviation);
        }
    }

    static Initialization of(String key) {
        return Arrays.stream(values()).filter(each -> each.key.equals(key)).findFirst().orElseThrow();
    }

    static final Setting SETTING = new Setting.Choice("init", "Start weights", UNIFORM_FAN_IN.key,
            Arrays.stream(values()).map(each -> new Setting.Option(each.key, each.label)).toList(),
            "How the weights start. Too small and no signal passes, too large and it explodes.");

    static final Setting DEVIATION = new Setting.Decimal("deviation", "Start deviation", 0.01, 0.0, 100.0, "",
            "Standard deviation of the start weights, used by \"normal\" only.");

    static List<Setting> settings() {
        return List.of(SETTING, DEVIATION);
    }
}
