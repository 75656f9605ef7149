package tadpole.engine.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tadpole.engine.formula.Address;
import tadpole.engine.optimizer.Adam;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.surface.Reading;
import tadpole.engine.surface.Surface.Place;
import tadpole.engine.surface.Surfaces;
import tadpole.engine.surface.UpdateRule;
import tadpole.engine.surface.Walk;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.Weight;

class RuleExplainerTest {

    static final List<Recipe<?>> ALL = List.copyOf(Optimizers.ALL);
    private static final Weight WEIGHT = new Weight("w", 3);

    private static Reading third(Recipe<?> optimizer, Map<String, Object> settings) throws Exception {
        try (Device device = Device.plain()) {
            return Walk.of(Surfaces.RAVINE, optimizer.with(settings), new Place(-1.2, 0.7), 4, device).reading(3, 1);
        }
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void everyLineLeadsToItsNumberByTheLinesBefore(Recipe<?> optimizer) throws Exception {
        Reading reading = third(optimizer, Map.of());
        List<UpdateRule.Line> lines = UpdateRule.of(reading).lines();
        RuleExplainer explainer = new RuleExplainer(reading, WEIGHT);

        for (int i = 0; i < lines.size(); i++) {
            Arithmetic arithmetic = explainer.explain(explainer.line(i));
            assertThat(arithmetic.value()).isEqualTo(lines.get(i).value());
            assertThat(arithmetic.recomputed()).as(arithmetic.text()).isCloseTo(arithmetic.value(), within(2e-6 * (1 + Math.abs(arithmetic.value()))));
            int line = i;
            assertThat(arithmetic.isGiven()).isEqualTo(i == 0);
            assertThat(arithmetic.sources()).allSatisfy(source -> assertThat(explainer.explain(source).of()).isEqualTo(source));
            assertThat(arithmetic.sources().stream().filter(Address.RuleLine.class::isInstance).map(Address.RuleLine.class::cast))
                    .allMatch(source -> source.line() < line || line == 0);
        }
        assertThat(explainer.explain(explainer.line(lines.size() - 1)).sources()).contains(new Address.Weight("w", 3));
    }

    @Test
    void adamsCorrectedMeansLeadToWhatItRemembers() throws Exception {
        RuleExplainer explainer = new RuleExplainer(third(Adam.RECIPE, Map.of("rate", 0.1)), WEIGHT);

        Arithmetic corrected = explainer.explain(explainer.line(3));
        assertThat(corrected.name().text(UpdateRule::four, 9)).isEqualTo("m'");
        assertThat(corrected.sources()).containsExactly(explainer.line(1));
        assertThat(explainer.explain(explainer.line(5)).sources())
                .containsExactly(new Address.Weight("w", 3), explainer.line(3), explainer.line(4));
        assertThatThrownBy(() -> explainer.explain(explainer.line(6))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> explainer.explain(new Address.RuleLine("w", 2, 0))).isInstanceOf(IllegalArgumentException.class);
    }
}
