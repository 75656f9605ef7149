package tadpole.engine.language;

import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Seed;

/** Writes short samples on the way, at several temperatures from the same random numbers, each from nothing. */
final class SampleWriter {

    private final LanguageModel model;
    private final LanguageStream stream;
    private final Tokenizer tokenizer;
    private final double[] temperatures;
    private final int length;
    private final Seed seed;

    SampleWriter(LanguageModel model, Settings plan, Device device) {
        this.model = model;
        this.stream = model.stream(device);
        this.tokenizer = model.tokenizer();
        this.temperatures = plan.decimals("temperatures");
        this.length = plan.whole("sampleLength");
        this.seed = new Seed((Long) plan.asMap().get("seed")).derive("samples");
    }

    void write(long step, double epoch, Consumer<LanguageEvent> listener) {
        for (double temperature : temperatures) {
            listener.accept(new LanguageEvent.Wrote(step, epoch, temperature, written(temperature, seed.derive(step).generator())));
        }
    }

    private String written(double temperature, RandomGenerator random) {
        Picker picker = picker(temperature);
        StringBuilder text = new StringBuilder();
        stream.forget();
        int last = model.first();
        for (int i = 0; i < length; i++) {
            stream.read(last);
            float[] probabilities = stream.logits().clone();
            picker.probabilities(probabilities, last);
            last = picker.pick(probabilities, random);
            text.append(tokenizer.written(text, last));
        }
        return text.toString();
    }

    private Picker picker(double temperature) {
        try {
            return new Picker(Sampling.RECIPE.settings(Map.of("temperature", temperature)), model.vocabulary());
        } catch (SettingException impossible) {
            throw new IllegalStateException("A checked temperature was refused.", impossible);
        }
    }
}
