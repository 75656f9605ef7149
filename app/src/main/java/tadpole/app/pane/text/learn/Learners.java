package tadpole.app.pane.text.learn;

import java.util.function.Consumer;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.language.Corpus;
import tadpole.engine.language.LanguageEvent;
import tadpole.engine.language.LanguageModel;
import tadpole.engine.language.LanguageTrainer;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Device;

/** Makes trainings. */
@FunctionalInterface
interface Learners {

    /** @throws SettingException where the plan does not fit itself or the text */
    Learner make(Corpus corpus, Settings plan, Consumer<LanguageEvent> listen) throws SettingException;

    /** The engine's own. */
    static Learners of(Device device) {
        return (corpus, plan, listen) -> new OfTheEngine(new LanguageTrainer(corpus, plan, device, listen));
    }

    /** @param trainer what it stands for */
    record OfTheEngine(LanguageTrainer trainer) implements Learner {

        @Override
        public String name() {
            return trainer.name();
        }

        @Override
        public JobOutcome<LanguageModel> run(JobControl control) {
            return trainer.run(control);
        }

        @Override
        public LanguageModel now() {
            return trainer.now();
        }
    }
}
