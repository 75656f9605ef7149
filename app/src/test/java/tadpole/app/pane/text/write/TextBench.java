package tadpole.app.pane.text.write;

import java.util.HashMap;
import java.util.Map;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.language.Corpora;
import tadpole.engine.language.LanguageModel;
import tadpole.engine.language.LanguagePlan;
import tadpole.engine.language.LanguageTrainer;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Device;

/** Small models that learned a few sentences by heart, within a second or two. */
final class TextBench {

    static final String TEXT = "The miller went down to the river before dawn. The heron stood on the bridge. \"Is there anyone on the bridge?\" she called. "
            + "The old heron, who had stood on the bridge since winter, lifted one foot and set it down on the bridge.\n";

    private TextBench() {}

    static LanguageModel characters() {
        return model("Tiny tales, characters", Map.of("level", "character", "epochs", 6L, "hidden", 32L));
    }

    static LanguageModel words() {
        return model("Tiny tales, words", Map.of("level", "word", "epochs", 12L, "hidden", 24L, "embedding", 16L, "leastCount", 1L));
    }

    private static LanguageModel model(String title, Map<String, Object> own) {
        Map<String, Object> given = new HashMap<>(Map.of("layers", 1L, "batch", 4L, "sequence", 20L, "rate", 0.02, "validation", 0.1));
        given.putAll(own);
        try {
            Settings plan = LanguagePlan.RECIPE.settings(given);
            JobOutcome<LanguageModel> outcome = new LanguageTrainer(Corpora.of(title, TEXT.repeat(12), plan), plan, Device.cpu(1), _ -> { }).run(new JobControl() {
                @Override
                public boolean proceed() {
                    return true;
                }

                @Override
                public void report(Progress progress) {
                    // Nobody looks.
                }
            });
            LanguageModel trained = ((JobOutcome.Finished<LanguageModel>) outcome).result();
            return new LanguageModel(title, trained.vocabulary(), trained.plan(), trained.network(), trained.epochs());
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
