package tadpole.engine.training;

import java.util.Optional;
import tadpole.engine.training.RacePlan.Lane;

/**
 * One optimizer at one rate from one start, ended.
 *
 * @param test     at its end, where the race looks at the test images and it did not diverge
 * @param diverged the sentence that says where its loss left all bounds; empty where it came to the end
 */
public record RaceRun(Lane lane, RaceTrace trace, Optional<Evaluation> test, Optional<String> diverged) {

    /** Infinite where it diverged, so that it loses to all that did not. */
    public double finalLoss() {
        return diverged.isPresent() ? Double.POSITIVE_INFINITY : trace.finalLoss();
    }
}
