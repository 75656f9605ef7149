package tadpole.app.pane.gradients.step;

import tadpole.app.chart.Digits;
import tadpole.engine.inspect.TracedStep;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.recipe.Recipe;

/** What happens in a stage, in one sentence. */
final class StageWords {

    private StageWords() {}

    static String forward(String layer) {
        return switch (layer) {
            case "linear" -> "Each output is the sum of all inputs, each times its weight, plus the bias.";
            case "conv2d" -> "A small kernel slides over the picture; each output is the sum of the pixels under it, times its weights.";
            case "relu" -> "What is negative becomes 0, the rest passes as it is.";
            case "maxPool2d" -> "Of each window the largest number passes, the others are forgotten.";
            case "avgPool2d" -> "Each window becomes the mean of its numbers.";
            case "flatten" -> "The picture's rows are put one after the other: the same numbers, in one row. Here they are drawn as the picture still.";
            case "sigmoid", "tanh", "gelu", "silu", "leakyRelu" -> "Each number goes through the same curve, one by one.";
            case "batchNorm2d" -> "Each channel is moved and stretched to mean 0 and deviation 1 over the batch, then scaled by weights that are learned.";
            case "layerNorm" -> "Each sample is moved and stretched to mean 0 and deviation 1, then scaled by weights that are learned.";
            case "dropout" -> "Some numbers are set to 0 by lot, the others grow to keep the mean.";
            default -> "The layer computes its outputs from the numbers before it.";
        };
    }

    static String loss(int samples) {
        return "One number says how wrong the network is" + (samples > 1 ? ": the mean over the " + samples + " pictures." : ".");
    }

    static String backward(String layer, boolean learns) {
        return switch (layer) {
            case "relu" -> "The gradient passes where the input was above 0, and ends elsewhere.";
            case "maxPool2d" -> "The gradient goes to the number of each window that was the largest; the others get 0.";
            case "flatten" -> "The same gradients, laid back into the picture's rows.";
            default -> learns
                    ? "What comes from behind, times what went in, is the gradient of each weight; times the weights, it goes on to the layer before."
                    : "What comes from behind is multiplied by the slope of the layer.";
        };
    }

    static String update(TracedStep step) {
        String type = step.optimizer().type();
        String name = Optimizers.ALL.stream().filter(each -> each.type().equals(type)).map(Recipe::label).findFirst().orElse(type);
        return "%s turns the gradient of each number into its change, at learning rate %s.".formatted(name, Digits.shortest(step.move().rate()));
    }
}
