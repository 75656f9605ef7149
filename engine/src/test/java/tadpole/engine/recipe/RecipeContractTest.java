package tadpole.engine.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tadpole.engine.dataset.Preparations;
import tadpole.engine.dataset.Samplers;
import tadpole.engine.layer.Layers;
import tadpole.engine.loss.Losses;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.schedule.Schedules;
import tadpole.engine.training.DataPlan;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.TrainingPlan;

/** What every recipe of every list keeps. */
class RecipeContractTest {

    private static final String CAMEL_CASE = "[a-z][a-zA-Z0-9]*";

    static Stream<List<? extends Recipe<?>>> lists() {
        return Stream.of(Layers.ALL, Losses.ALL, Optimizers.ALL, Schedules.ALL, Samplers.ALL, Preparations.ALL);
    }

    static Stream<Recipe<?>> recipes() {
        return Stream.concat(lists().flatMap(List::stream), Stream.of(TrainingPlan.RECIPE));
    }

    static Stream<Setting> settings() {
        return Stream.concat(recipes().flatMap(recipe -> recipe.settings().stream()),
                Stream.of(Experiment.SEED, DataPlan.PER_CLASS, DataPlan.VALIDATION));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void typesAreUniqueInTheirList(List<? extends Recipe<?>> list) {
        assertThat(list).isNotEmpty();
        assertThat(list.stream().map(Recipe::type)).doesNotHaveDuplicates();
        assertThat(list.stream().map(Recipe::label)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void aRecipeIsNamedInCamelCaseAndExplained(Recipe<?> recipe) {
        assertThat(recipe.type()).matches(CAMEL_CASE);
        assertThat(recipe.label()).isNotBlank();
        assertThat(recipe.help()).endsWith(".");
        assertThat(recipe.settings().stream().map(Setting::key)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void theStandardIsCompleteAndChecked(Recipe<?> recipe) {
        Settings settings = recipe.standard().settings();

        assertThat(settings.asMap().keySet()).containsExactlyElementsOf(recipe.settings().stream().map(Setting::key).toList());
        assertThatCode(() -> recipe.settings(settings.asMap())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("settings")
    void aDefaultIsWithinItsOwnBounds(Setting setting) throws SettingException {
        assertThat(setting.check(setting.standard())).isEqualTo(setting.standard());
    }

    @ParameterizedTest
    @MethodSource("settings")
    void aSettingIsNamedInCamelCaseAndExplained(Setting setting) {
        assertThat(setting.key()).matches(CAMEL_CASE);
        assertThat(setting.label()).isNotBlank();
        assertThat(setting.help()).endsWith(".");
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void whatIsGivenBackIsReadTheSame(Recipe<?> recipe) throws SettingException {
        Map<String, Object> written = recipe.standard().settings().asMap();

        assertThat(recipe.settings(written)).isEqualTo(recipe.standard().settings());
    }
}
