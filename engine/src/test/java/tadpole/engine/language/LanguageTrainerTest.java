package tadpole.engine.language;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Parameter;

class LanguageTrainerTest {

    private static final Vocabulary ABC = new Vocabulary(Level.CHARACTER, List.of("a", "b", "c"));

    private static Corpus abc(int train, int validation) {
        return new Corpus("abc", ABC, repeated(train), repeated(validation), new int[0]);
    }

    private static int[] repeated(int length) {
        int[] ids = new int[length];
        for (int i = 0; i < length; i++) {
            ids[i] = i % 3;
        }
        return ids;
    }

    private static Settings plan(Map<String, Object> given) {
        Map<String, Object> all = new HashMap<>(Map.of("hidden", 16, "layers", 1, "sequence", 8, "batch", 4, "epochs", 3, "rate", 0.02, "sampleEvery", 0));
        all.putAll(given);
        try {
            return LanguagePlan.RECIPE.settings(all);
        } catch (SettingException wrong) {
            throw new AssertionError(wrong);
        }
    }

    private static float[] weights(LanguageModel model) {
        List<Float> all = new ArrayList<>();
        for (Parameter parameter : model.network().parameters()) {
            for (int i = 0; i < parameter.size(); i++) {
                all.add(parameter.value().data()[i]);
            }
        }
        float[] numbers = new float[all.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = all.get(i);
        }
        return numbers;
    }

    private static LanguageModel trained(Settings plan, int threads, Consumer<LanguageEvent> listener) throws SettingException {
        try (Device device = Device.cpu(threads)) {
            JobOutcome<LanguageModel> outcome = new LanguageTrainer(abc(700, 100), plan, device, listener).run(JobControl.UNWATCHED);
            return assertInstanceOf(JobOutcome.Finished.class, outcome).result() instanceof LanguageModel model ? model : null;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lstm", "gru", "rnn"})
    void learnsTheAlphabetAndWritesIt(String cell) throws SettingException {
        List<LanguageEvent.EpochEnded> epochs = new ArrayList<>();

        LanguageModel model = trained(plan(Map.of("cell", cell, "epochs", 12)), 2, event -> {
            if (event instanceof LanguageEvent.EpochEnded ended) {
                epochs.add(ended);
            }
        });

        assertEquals(12, epochs.size());
        assertTrue(epochs.getLast().validation() < 0.05, () -> "" + epochs);
        assertEquals(12, model.epochs());
        try (Device device = Device.cpu(1)) {
            LanguageStream stream = model.stream(device);
            stream.read(0);
            stream.read(1);
            assertTrue(stream.logits()[2] > stream.logits()[0] && stream.logits()[2] > stream.logits()[1]);
        }
    }

    @Test
    void givesTheSameBitsForAnyNumberOfThreads() throws SettingException {
        Settings plan = plan(Map.of("dropout", 0.2, "embedding", 16, "tied", true, "layers", 2, "clipNorm", 1.0, "optimizer", "asgd", "averageAfter", 0, "rate", 0.5));

        float[] one = weights(trained(plan, 1, _ -> {}));

        assertArrayEquals(one, weights(trained(plan, 2, _ -> {})));
        assertArrayEquals(one, weights(trained(plan, 3, _ -> {})));
    }

    @Test
    void tellsSamplesOfEqualLuckAtEveryTemperature() throws SettingException {
        List<LanguageEvent.Wrote> written = new ArrayList<>();

        trained(plan(Map.of("sampleEvery", 20, "sampleLength", 30, "temperatures", List.of(0.5, 0.5, 2.0))), 1, event -> {
            if (event instanceof LanguageEvent.Wrote wrote) {
                written.add(wrote);
            }
        });

        assertEquals(0, written.size() % 3);
        assertEquals(20, written.getFirst().step());
        assertEquals(30, written.getFirst().text().length());
        assertEquals(written.get(0).text(), written.get(1).text());
        assertEquals(2.0, written.get(2).temperature());
    }

    @Nested
    class WhenStopped {

        @ParameterizedTest
        @ValueSource(ints = {1, 7, 23, 30, 60})
        void goesOnAsIfItHadNeverBeenStopped(int asked) throws SettingException {
            Settings plan = plan(Map.of("dropout", 0.1, "decay", "plateau", "optimizer", "adam", "rate", 0.01));
            float[] whole = weights(trained(plan, 1, _ -> {}));

            try (Device device = Device.cpu(2)) {
                LanguageTrainer trainer = new LanguageTrainer(abc(700, 700), plan, device, _ -> {});
                LanguageTrainer unstopped = new LanguageTrainer(abc(700, 700), plan, device, _ -> {});
                assertInstanceOf(JobOutcome.Stopped.class, trainer.run(new StopsAfter(asked)));
                trainer.run(JobControl.UNWATCHED);
                unstopped.run(JobControl.UNWATCHED);

                assertArrayEquals(weights(unstopped.now()), weights(trainer.now()));
                assertEquals(whole.length, weights(trainer.now()).length);
            }
        }

        @Test
        void givesTheModelAsItIs() throws SettingException {
            try (Device device = Device.cpu(1)) {
                LanguageTrainer trainer = new LanguageTrainer(abc(700, 100), plan(Map.of()), device, _ -> {});

                JobOutcome<LanguageModel> outcome = trainer.run(new StopsAfter(11));

                LanguageModel sofar = assertInstanceOf(JobOutcome.Stopped.class, outcome).resultSoFar() instanceof LanguageModel model ? model : null;
                assertEquals(11.0 / 22, sofar.epochs(), 1e-9);
            }
        }
    }

    @Test
    void goesOnWithAModelAndLeavesThatOneAsItWas() throws SettingException {
        LanguageModel before = trained(plan(Map.of()), 1, _ -> {});
        float[] kept = weights(before);
        List<LanguageEvent> events = new ArrayList<>();

        try (Device device = Device.cpu(1)) {
            new LanguageTrainer(abc(700, 100), before, plan(Map.of("epochs", 1)), device, events::add).run(JobControl.UNWATCHED);
        }

        assertArrayEquals(kept, weights(before));
        assertEquals(4, assertInstanceOf(LanguageEvent.EpochEnded.class, events.getLast()).epoch());
    }

    @Test
    void averagesOverTheStepsAfterTheTrigger() throws SettingException {
        Settings averaging = plan(Map.of("optimizer", "asgd", "averageAfter", 0, "rate", 1.0, "epochs", 6, "validation", 0.0));
        Settings plain = plan(Map.of("optimizer", "sgd", "rate", 1.0, "epochs", 6));
        List<double[]> after = new ArrayList<>();

        float[] averaged;
        try (Device device = Device.cpu(1)) {
            LanguageTrainer trainer = new LanguageTrainer(abc(700, 0), averaging, device, _ -> {});
            trainer.run(JobControl.UNWATCHED);
            averaged = weights(trainer.now());
            LanguageTrainer[] step = new LanguageTrainer[1];
            step[0] = new LanguageTrainer(abc(700, 0), plain, device, event -> {
                if (event instanceof LanguageEvent.Stepped stepped && stepped.epoch() > 1) {
                    float[] now = weights(step[0].now());
                    double[] wide = new double[now.length];
                    for (int i = 0; i < now.length; i++) {
                        wide[i] = now[i];
                    }
                    after.add(wide);
                }
            });
            step[0].run(JobControl.UNWATCHED);
        }

        for (int i = 0; i < averaged.length; i++) {
            int at = i;
            assertEquals(after.stream().mapToDouble(each -> each[at]).average().orElseThrow(), averaged[i], 1e-5);
        }
    }

    @Test
    void saysWhereTheLossBecameNoNumber() throws SettingException {
        LanguageModel broken = LanguageModel.make("broken", ABC, plan(Map.of()));
        broken.network().parameters().getLast().value().fill(Float.NaN);

        try (Device device = Device.cpu(1)) {
            JobOutcome<LanguageModel> outcome = new LanguageTrainer(abc(700, 0), broken, plan(Map.of()), device, _ -> {}).run(JobControl.UNWATCHED);

            assertEquals("The loss is no number any more at step 1 with a learning rate of 0.02. Take a smaller rate, or clip the gradients.",
                    assertInstanceOf(JobOutcome.Failed.class, outcome).message());
        }
    }

    @Test
    void refusesAModelOfOtherTokens() throws SettingException {
        LanguageModel other = LanguageModel.make("other", new Vocabulary(Level.CHARACTER, List.of("x", "y")), plan(Map.of()));

        try (Device device = Device.cpu(1)) {
            String said = assertThrows(SettingException.class, () -> new LanguageTrainer(abc(700, 0), other, plan(Map.of()), device, _ -> {})).getMessage();

            assertTrue(said.startsWith("The model \"other\" knows other characters than the text \"abc\""), said);
        }
    }

    @Test
    void refusesTiedWeightsOfAnotherWidth() {
        String said = assertThrows(SettingException.class, () -> LanguageModel.make("tied", ABC, plan(Map.of("tied", true, "embedding", 8)))).getMessage();

        assertEquals("Tied weights need an embedding as wide as the hidden units, but the embedding has 8 numbers and there are 16 hidden units.", said);
    }

    /** Says no at its so-many-th question and from then on. */
    private static final class StopsAfter implements JobControl {

        private int left;

        private StopsAfter(int questions) {
            left = questions;
        }

        @Override
        public boolean proceed() {
            return --left >= 0;
        }

        @Override
        public void report(Progress progress) {}
    }
}
