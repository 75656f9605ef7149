package tadpole.app.pane.text.learn;

import tadpole.engine.job.Job;
import tadpole.engine.language.LanguageModel;

/** A training that can be asked for its model while it goes on. */
interface Learner extends Job<LanguageModel> {

    /** A copy of the model as it is now; any thread. */
    LanguageModel now();
}
