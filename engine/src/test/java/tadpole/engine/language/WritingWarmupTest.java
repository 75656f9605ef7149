package tadpole.engine.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;

class WritingWarmupTest {

    private static LanguageModel model() throws SettingException {
        Vocabulary vocabulary = new Vocabulary(Level.CHARACTER, List.of("a", "b", "\n"));
        return LanguageModel.make("tiny", vocabulary, LanguagePlan.RECIPE.settings(Map.of("hidden", 3, "layers", 2)));
    }

    @Test
    void endsWhenItsTimeIsUp() throws SettingException {
        try (Device device = Device.plain()) {
            JobOutcome<Long> outcome = new WritingWarmup(model(), device, 30).run(JobControl.UNWATCHED);

            assertThat(outcome).isInstanceOf(JobOutcome.Finished.class);
        }
    }

    @Test
    void endsAtTheTokenAtWhichItIsStopped() throws SettingException {
        int[] asked = {0};
        JobControl control = new JobControl() {
            @Override
            public boolean proceed() {
                return asked[0]++ < 9;
            }

            @Override
            public boolean isStopped() {
                return asked[0] > 9;
            }

            @Override
            public void report(Progress progress) {}
        };
        try (Device device = Device.plain()) {
            assertThat(new WritingWarmup(model(), device, 60_000).run(control)).isEqualTo(new JobOutcome.Stopped<>(8L));
        }
    }
}
