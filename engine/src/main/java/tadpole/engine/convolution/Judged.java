package tadpole.engine.convolution;

import java.util.Optional;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.Progress;
import tadpole.engine.layer.Network;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.Evaluation;
import tadpole.engine.training.Evaluator;
import tadpole.engine.training.TrainedNetwork;

/**
 * What a network makes of the samples it is tried on.
 *
 * @param answers the class it gives each sample
 */
public record Judged(Evaluation evaluation, int[] answers) {

    private static final int BETWEEN_REPORTS = 250;

    /** How far a job of several networks is. @param number of this network, from 0 */
    record Turn(int number, int all, String text) {}

    /** Nothing where it was stopped on the way. */
    static Optional<Judged> of(TrainedNetwork trained, Network network, Device device, JobControl control, Turn turn) {
        int size = trained.samples().size();
        int[] answers = new int[size];
        Evaluator evaluator = new Evaluator(trained.samples(), trained.setup().preparations(), trained.setup().loss(), device);
        return evaluator.evaluate(network, control, (sample, answer) -> {
            answers[sample] = answer;
            if ((sample + 1) % BETWEEN_REPORTS == 0) {
                control.report(new Progress((long) turn.number() * size + sample + 1, (long) turn.all() * size, turn.text()));
            }
        }).map(evaluation -> new Judged(evaluation, answers));
    }
}
