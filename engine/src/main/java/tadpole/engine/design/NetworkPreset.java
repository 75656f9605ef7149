package tadpole.engine.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Shape;

/**
 * A published network, for any input that it can take.
 *
 * @param key   its name for programs
 * @param label its name in the window
 * @param help  one sentence: whose it is, and what differs
 */
public record NetworkPreset(String key, String label, String help, Maker maker) {

    /** The layers but for what the loss wants in the end. */
    @FunctionalInterface
    public interface Maker {
        List<Spec> layers(Shape input, int outputs);
    }

    /** The layers for samples of that shape, as many outputs as the goal has, and in the end what its loss wants. */
    public List<Spec> layers(Shape input, Goal goal) {
        List<Spec> layers = new ArrayList<>(maker.layers(input, goal.outputs()));
        goal.make().lastLayer().ifPresent(type -> layers.add(Specs.of(type)));
        return layers;
    }

    /** Why it cannot be had for such samples, in one sentence. */
    public Optional<String> refusal(Shape input) {
        Design design = Design.of(input, maker.layers(input, 1), 1);
        if (design.fits()) {
            return Optional.empty();
        }
        return Optional.of(input.rank() == 3
                ? "%s needs larger pictures than %d×%d.".formatted(label, input.at(1), input.at(2))
                : "%s takes pictures, but a sample is %s.".formatted(label, input));
    }
}
