package tadpole.engine.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Shape;

class OptimizersTest {

    /** The list and what it lists load each other: either may come first. */
    @Test
    void canBeLoadedBeforeAnyOptimizer() {
        assertThat(Optimizers.ALL).isNotEmpty().doesNotContainNull();
    }

    /** Else passes of evaluation go on with weights of yesterday. */
    @Test
    void allTellEveryParameterThatItWasChanged() {
        try (Device device = Device.plain()) {
            for (Recipe<OptimizerMaker> recipe : Optimizers.ALL) {
                Parameter parameter = Parameter.zeros("p", Parameter.Role.WEIGHT, Shape.of(3));
                long before = parameter.version();

                recipe.maker().make(recipe.standard().settings()).step(List.of(parameter), 0.1, device);

                assertThat(parameter.version()).as(recipe.type()).isNotEqualTo(before);
            }
        }
    }

    @Test
    void allHaveTheSameLearningRate() {
        assertThat(Optimizers.ALL).allSatisfy(recipe -> assertThat(recipe.settings()).contains(Optimizers.RATE));
    }
}
