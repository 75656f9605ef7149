package tadpole.app.pane.kernels.learn;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tadpole.engine.convolution.Filter;
import tadpole.engine.convolution.SearchTask;
import tadpole.engine.recipe.Words;

/**
 * What is searched, and what a person may be told of it.
 *
 * @param name   of what made the wanted output: "Sobel, horizontal change", or of a file
 * @param hidden the kernels behind it as the layer has them, where they are known
 */
record Wanted(SearchTask task, String name, Optional<List<Filter>> hidden) {

    /** The largest difference of a weight to the hidden one; empty where none is known. */
    Optional<Double> off(List<Filter> found) {
        return hidden.map(known -> {
            double most = 0;
            for (int f = 0; f < found.size(); f++) {
                for (int c = 0; c < found.get(f).kernels().size(); c++) {
                    float[] here = known.get(f).kernels().get(c).values();
                    float[] there = found.get(f).kernels().get(c).values();
                    for (int i = 0; i < here.length; i++) {
                        most = Math.max(most, Math.abs((double) here[i] - there[i]));
                    }
                }
            }
            return most;
        });
    }

    /** How far what was found is from what is hidden, in sentences after a space; empty where that is not known. @param bias whether it was searched */
    String apart(List<Filter> found, boolean bias) {
        return off(found).map(weights -> {
            double biases = IntStream.range(0, found.size()).mapToDouble(f -> Math.abs((double) hidden.orElseThrow().get(f).bias() - found.get(f).bias())).max().orElse(0);
            boolean biased = hidden.orElseThrow().stream().anyMatch(filter -> filter.bias() != 0);
            return " No weight is further than %s%s from the hidden one.%s".formatted(atMost(weights), bias ? ", no bias further than " + atMost(biases) : "",
                    !bias && biased ? " The hidden filter has a bias, but none was searched: switch Bias on." : "");
        }).orElse("");
    }

    /** Three digits, never less than the number. */
    static String atMost(double number) {
        return Words.rounded(new BigDecimal(number).round(new MathContext(3, RoundingMode.UP)).doubleValue(), 3);
    }
}
