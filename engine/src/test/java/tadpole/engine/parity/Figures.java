package tadpole.engine.parity;

import java.util.List;

/**
 * All that comes out of one step, copied.
 *
 * @param inputGradient empty where words come in
 * @param gradients     before the optimizer saw them
 * @param parameters    after the step
 * @param buffers       after the step, such as running means; behind them the states that are carried
 */
public record Figures(double rate, float[] outputs, double loss, float[] inputGradient, List<float[]> gradients, List<float[]> parameters,
        List<float[]> buffers) {}
