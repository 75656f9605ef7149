package tadpole.engine.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OptimizersTest {

    /** The list and what it lists load each other: either may come first. */
    @Test
    void canBeLoadedBeforeAnyOptimizer() {
        assertThat(Optimizers.ALL).isNotEmpty().doesNotContainNull();
    }

    @Test
    void allHaveTheSameLearningRate() {
        assertThat(Optimizers.ALL).allSatisfy(recipe -> assertThat(recipe.settings()).contains(Optimizers.RATE));
    }
}
