package tadpole.engine.language;

import java.util.Optional;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.layer.Pass;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Device;

/**
 * Measures how surprised a model is by a whole text: as one stream, its state carried from the first token on, every token but the first
 * predicted once; with a pointer cache beside. A stop gives the mean over what was read.
 */
public final class PerplexityJob implements Job<Perplexity> {

    private final LanguageModel model;
    private final int[] ids;
    private final Optional<Settings> cache;
    private final Device device;

    /**
     * @param ids   of the text, cut by the model's own tokenizer
     * @param cache settings of {@link PointerCache#RECIPE}; empty to measure without one
     * @throws IllegalArgumentException for a text of less than two tokens
     */
    public PerplexityJob(LanguageModel model, int[] ids, Optional<Settings> cache, Device device) {
        if (ids.length < 2) {
            throw new IllegalArgumentException("A perplexity needs a text of at least two %s, but it has %d."
                    .formatted(model.vocabulary().level().many(), ids.length));
        }
        this.model = model;
        this.ids = ids;
        this.cache = cache;
        this.device = device;
    }

    @Override
    public String name() {
        return "Measuring the perplexity of " + model.title();
    }

    @Override
    public JobOutcome<Perplexity> run(JobControl control) {
        Measure measure = new Measure(control);
        boolean whole = new TextJudge(model.network(), device).read(ids, control, measure);
        return whole ? new JobOutcome.Finished<>(measure.result()) : new JobOutcome.Stopped<>(measure.result());
    }

    private final class Measure implements TextJudge.Reader {

        private final JobControl control;
        private final Optional<PointerCache> pointer = cache.map(settings -> new PointerCache(settings, model.hidden(), model.vocabulary().size()));
        private final String last = model.recurrent().getLast().name();
        private final float[] state = new float[model.hidden()];
        private double sum;
        private double mixedSum;
        private long tokens;

        private Measure(JobControl control) {
            this.control = control;
        }

        @Override
        public void read(int from, int count, float[] logProbabilities, Pass pass) {
            for (int i = 0; i < count; i++) {
                int next = ids[from + i + 1];
                double logarithm = logProbabilities[i * model.vocabulary().size() + next];
                sum -= logarithm;
                if (pointer.isPresent()) {
                    System.arraycopy(model.network().output(last, pass).data(), i * state.length, state, 0, state.length);
                    mixedSum -= mixed(pointer.get(), logarithm, next);
                }
                tokens++;
            }
            control.report(new Progress(tokens, ids.length - 1L, "token %d of %d".formatted(tokens, ids.length - 1)));
        }

        /** ln of the mixture; where the cache does not act yet, of the network alone. */
        private double mixed(PointerCache cache, double logarithm, int next) {
            double mixed = cache.attend(state) ? Math.log(Thoughts.mixed(cache.lambda(), Math.exp(logarithm), cache.probability(next))) : logarithm;
            cache.add(state, next);
            return mixed;
        }

        private Perplexity result() {
            return new Perplexity(sum / tokens, pointer.isPresent() ? mixedSum / tokens : Double.NaN, tokens);
        }
    }
}
