package tadpole.engine.language;

import java.util.function.Consumer;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Device;

/** Trains a model by truncated back-propagation through time on parallel streams with carried state. A stop gives the model as it is. */
public final class LanguageTrainer implements Job<LanguageModel> {

    private final Corpus corpus;

    /** @param listen told of every event on the job's thread */
    public LanguageTrainer(Corpus corpus, Settings plan, Device device, Consumer<LanguageEvent> listen) {
        this.corpus = corpus;
    }

    /** Goes on with a model that was trained before. */
    public LanguageTrainer(Corpus corpus, LanguageModel from, Settings plan, Device device, Consumer<LanguageEvent> listen) {
        this.corpus = corpus;
    }

    @Override
    public String name() {
        return "Learning to write from " + corpus.title();
    }

    /** The model as it is now, for reading and writing beside the training: a copy, made between two steps. */
    public LanguageModel now() {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public JobOutcome<LanguageModel> run(JobControl control) {
        throw new UnsupportedOperationException("not yet");
    }
}
