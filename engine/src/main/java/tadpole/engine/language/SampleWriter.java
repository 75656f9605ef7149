package tadpole.engine.language;

import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Seed;

/** Writes short samples on the way, at several temperatures from the same random numbers, each from nothing. */
final class SampleWriter {

    private final LanguageModel model;
    private final LanguageStream stream;
    private final double[] temperatures;
    private final int length;
    private final Seed seed;

    SampleWriter(LanguageModel model, Settings plan, Device device) {
        this.model = model;
        this.stream = model.stream(device);
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
        StringBuilder text = new StringBuilder();
        stream.forget();
        stream.read(model.first());
        for (int i = 0; i < length; i++) {
            int next = draw(stream.logits(), temperature, random.nextDouble());
            text.append(model.vocabulary().token(next));
            stream.read(next);
        }
        return text.toString();
    }

    private static int draw(float[] logits, double temperature, double luck) {
        double most = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            most = Math.max(most, logit);
        }
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp((logit - most) / temperature);
        }
        double left = luck * sum;
        for (int id = 0; id < logits.length; id++) {
            left -= Math.exp((logits[id] - most) / temperature);
            if (left < 0) {
                return id;
            }
        }
        return logits.length - 1;
    }
}
