package tadpole.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.job.JobControl;
import tadpole.engine.optimizer.Adam;
import tadpole.engine.optimizer.AdamW;
import tadpole.engine.optimizer.Adagrad;
import tadpole.engine.optimizer.Momentum;
import tadpole.engine.optimizer.Nesterov;
import tadpole.engine.optimizer.OptimizerMaker;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.optimizer.RmsProp;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.schedule.OneCycle;
import tadpole.engine.surface.UpdateRule;
import tadpole.engine.tensor.Device;

class WeightRunTest {

    static final List<Recipe<OptimizerMaker>> ALL = Optimizers.ALL;
    static final List<Spec> UNUSUAL = List.of(
            TinyExperiment.with(Momentum.RECIPE, Map.of("dampening", 0.3, "rateInside", true)),
            TinyExperiment.with(Momentum.RECIPE, Map.of("dampening", 0.3)),
            TinyExperiment.with(Nesterov.RECIPE, Map.of("rateInside", true)),
            TinyExperiment.with(RmsProp.RECIPE, Map.of("centered", true, "momentum", 0.5)),
            TinyExperiment.with(RmsProp.RECIPE, Map.of("epsPlace", "inside", "momentum", 0.9)),
            TinyExperiment.with(Adagrad.RECIPE, Map.of("lrDecay", 0.1, "initialAccumulatorValue", 0.5)),
            TinyExperiment.with(Adam.RECIPE, Map.of("amsgrad", true, "epsPlace", "inside")),
            TinyExperiment.with(AdamW.RECIPE, Map.of("weightDecay", 0.5, "decayBiases", false)));

    private final Dataset clouds = TinyData.overlapping(100, 0, 3);

    private List<WeightRun.Seen> seen(TinyExperiment experiment, Weight weight) {
        List<WeightRun.Seen> seen = new ArrayList<>();
        try (Device device = Device.cpu(1)) {
            WeightRun run = new WeightRun(experiment.build(), clouds, device, seen::add);
            run.watch(weight);
            run.run(JobControl.UNWATCHED);
        } catch (SettingException mistake) {
            throw new AssertionError(mistake);
        }
        return seen;
    }

    /** With weight decay where it has one, so that all of the rule acts. */
    private static Spec decaying(Recipe<?> recipe) {
        Map<String, Object> settings = new LinkedHashMap<>();
        recipe.settings().stream().map(Setting::key).filter(key -> key.equals("weightDecay")).forEach(key -> settings.put(key, 0.02));
        return TinyExperiment.with(recipe, settings);
    }

    private void assertTheRuleGivesTheEnginesNumbers(Spec optimizer) {
        for (String parameter : List.of("linear1.weight", "linear2.bias")) {
            List<WeightRun.Seen> seen = seen(TinyExperiment.of(3).optimizer(optimizer), new Weight(parameter, 2));
            assertThat(seen).hasSize(20);
            float before = seen.getFirst().reading().before();
            for (WeightRun.Seen each : seen) {
                UpdateRule rule = UpdateRule.of(each.reading());
                assertThat(each.reading().before()).isEqualTo(before);
                assertThat(rule.agrees(each.reading())).as("%s, %s: %s, but %s", optimizer.type(), parameter, rule.text(), each.reading()).isTrue();
                before = each.reading().after();
            }
            assertThat(seen.getLast().reading().after()).isNotEqualTo(seen.getFirst().reading().before());
        }
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void theRuleGivesTheNewWeightOfEveryOptimizerThatHasOne(Recipe<OptimizerMaker> recipe) {
        if (recipe.type().equals("lbfgs") || recipe.type().equals("conjugateGradient")) {
            WeightRun.Seen seen = seen(TinyExperiment.of(3).optimizer(recipe.standard()), new Weight("linear1.weight", 2)).getFirst();
            UpdateRule rule = UpdateRule.of(seen.reading());
            assertThat(rule.computed()).isEmpty();
            assertThat(rule.note()).endsWith("one weight alone has no rule.");
            assertThat(rule.lines().getLast().value()).isEqualTo(seen.reading().after());
            return;
        }
        assertTheRuleGivesTheEnginesNumbers(recipe.standard());
        assertTheRuleGivesTheEnginesNumbers(decaying(recipe));
    }

    @ParameterizedTest
    @FieldSource("UNUSUAL")
    void andWithUnusualSettings(Spec optimizer) {
        assertTheRuleGivesTheEnginesNumbers(optimizer);
    }

    @Test
    void takesRateAndMomentumFromTheSchedule() {
        for (Recipe<?> recipe : List.of(Momentum.RECIPE, Adam.RECIPE)) {
            TinyExperiment cycle = TinyExperiment.of(3).optimizer(TinyExperiment.with(recipe, Map.of("rate", 0.05))).schedule(OneCycle.RECIPE.standard());

            List<WeightRun.Seen> seen = seen(cycle, new Weight("linear2.weight", 5));

            assertThat(seen.stream().map(each -> each.reading().rate()).distinct()).hasSizeGreaterThan(10);
            assertThat(seen.stream().map(each -> each.reading().momentum()).distinct()).hasSizeGreaterThan(5);
            assertThat(seen).allMatch(each -> UpdateRule.of(each.reading()).agrees(each.reading()));
        }
    }

    @Test
    void aWrongNumberIsNoticed() {
        WeightRun.Seen seen = seen(TinyExperiment.of(3), new Weight("linear2.weight", 5)).getFirst();
        var right = seen.reading();

        var wrong = new tadpole.engine.surface.Reading(right.optimizer(), right.name(), right.bias(), right.step(), right.rate(), right.momentum(),
                right.gradient(), right.before(), right.after() + 8 * Math.ulp(right.after()), right.stateBefore(), right.stateAfter());

        assertThat(UpdateRule.of(right).agrees(right)).isTrue();
        assertThat(UpdateRule.of(wrong).agrees(wrong)).isFalse();
    }

    @Test
    void isTheExperimentsOwnRun() {
        TinyExperiment experiment = TinyExperiment.of(3).optimizer(Adam.RECIPE.standard());

        List<WeightRun.Seen> seen = seen(experiment, new Weight("linear1.weight", 7));

        TinyRun alone = TinyRun.of(experiment, clouds);
        assertThat(seen.getLast().reading().after()).isEqualTo(alone.weights().getFirst()[7]);
        assertThat(seen).extracting(WeightRun.Seen::loss).isEqualTo(alone.steps().stream().map(TrainingEvent.Stepped::loss).toList());
    }

    @Test
    void choosesTheWeightWithTheGreatestGradient() throws Exception {
        List<WeightRun.Seen> seen = new ArrayList<>();
        try (Device device = Device.cpu(1)) {
            WeightRun run = new WeightRun(TinyExperiment.of(3).plan("steps", 1).build(), clouds, device, seen::add);
            run.run(JobControl.UNWATCHED);

            float most = Math.abs(seen.getFirst().reading().gradient());
            assertThat(most).isPositive();
            for (int i = 0; i < 24; i++) {
                assertThat(Math.abs(run.watch(new Weight("linear2.weight", i)).orElseThrow().gradient())).isLessThanOrEqualTo(most);
            }
        }
    }

    @Test
    void refusesAWeightThatIsNotThere() throws Exception {
        try (Device device = Device.cpu(1)) {
            WeightRun run = new WeightRun(TinyExperiment.of(3).build(), clouds, device, _ -> {});

            assertThatThrownBy(() -> run.watch(new Weight("linear9.weight", 0))).hasMessage("There is no parameter \"linear9.weight\".");
            assertThatThrownBy(() -> run.watch(new Weight("linear2.bias", 3)))
                    .hasMessage("linear2.bias has 3 numbers, so the last index is 2, but 3 is asked for.");
            assertThat(run.watch(new Weight("linear2.bias", 2))).isEmpty();
        }
    }
}
