package tadpole.app.pane.kernels.learn;

import java.util.List;
import java.util.Optional;
import tadpole.engine.convolution.Filter;
import tadpole.engine.convolution.SearchTask;

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
}
