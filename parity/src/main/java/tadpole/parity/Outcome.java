package tadpole.parity;

import java.util.List;
import java.util.Map;
import tadpole.engine.parity.Golden;
import tadpole.parity.cases.TorchCase;

/**
 * What came of a case.
 *
 * @param first  the largest relative difference at the first step
 * @param worst  at any step
 * @param where  what differed most, and when
 * @param last   at the last step and in the evaluation after it
 * @param steps  every relative difference of every step, at the end that of the evaluation
 * @param golden PyTorch's numbers
 */
record Outcome(TorchCase given, double first, double worst, String where, double last, List<Map<String, Double>> steps,
        Golden golden) {

    boolean agrees() {
        return worst <= given.given().tolerance();
    }
}
