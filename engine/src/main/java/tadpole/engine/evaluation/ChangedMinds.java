package tadpole.engine.evaluation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tadpole.engine.dataset.Split;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.layer.Network;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.NamedTensor;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Tensor;
import tadpole.engine.training.Moment;
import tadpole.engine.training.TrainedNetwork;

/** Asks the network of every recorded moment about the same samples. Moments that are kept no more are passed over. */
public final class ChangedMinds implements Job<AnswerHistory> {

    /** Where moments are kept, such as {@link tadpole.engine.recording.Recording#at}. */
    @FunctionalInterface
    public interface Recorded {

        /**
         * The moment at a step or before it; empty where there is none.
         *
         * @throws IOException in one sentence where it cannot be read
         */
        Optional<Moment> at(long step) throws IOException;
    }

    private final Recorded recorded;
    private final long[] steps;
    private final TrainedNetwork trained;
    private final Split split;
    private final int[] samples;
    private final Device device;

    /**
     * @param steps   recorded ones, ascending
     * @param trained one whose layers and data they are
     * @param samples places in the split
     */
    public ChangedMinds(Recorded recorded, long[] steps, TrainedNetwork trained, Split split, int[] samples, Device device) {
        this.recorded = recorded;
        this.steps = steps.clone();
        this.trained = trained;
        this.split = split;
        this.samples = samples.clone();
        this.device = device;
    }

    @Override
    public String name() {
        return "Asking %d moments of %s about %d samples".formatted(steps.length, trained.experiment().name(), samples.length);
    }

    @Override
    public JobOutcome<AnswerHistory> run(JobControl control) {
        Network network = trained.copy();
        List<Long> seen = new ArrayList<>();
        List<AnswerSheet> sheets = new ArrayList<>();
        for (int i = 0; i < steps.length; i++) {
            control.report(new Progress(i, steps.length, "moment %d of %d".formatted(i + 1, steps.length)));
            if (!control.proceed()) {
                return new JobOutcome.Stopped<>(history(seen, sheets));
            }
            Optional<Moment> moment;
            try {
                moment = recorded.at(steps[i]).filter(each -> seen.isEmpty() || each.step() > seen.getLast());
            } catch (IOException lost) {
                return new JobOutcome.Failed<>(lost.getMessage(), lost);
            }
            if (moment.isEmpty()) {
                continue;
            }
            set(network, moment.get());
            Examination asked = new Examination(trained, network, split, samples, device);
            while (!asked.isDone()) {
                if (!control.proceedWithin() || !asked.next(control)) {
                    return new JobOutcome.Stopped<>(history(seen, sheets));
                }
            }
            seen.add(moment.get().step());
            sheets.add(asked.soFar());
        }
        return new JobOutcome.Finished<>(history(seen, sheets));
    }

    private static void set(Network network, Moment moment) {
        Map<String, Tensor> tensors = moment.tensors();
        for (NamedTensor each : network.state()) {
            each.tensor().set(tensors.get(Moment.NETWORK + each.name()));
        }
        network.parameters().forEach(Parameter::changed);
    }

    private AnswerHistory history(List<Long> seen, List<AnswerSheet> sheets) {
        return new AnswerHistory(
                seen.stream().mapToLong(Long::longValue).toArray(),
                samples.clone(),
                Arrays.stream(samples).map(split::label).toArray(),
                sheets.stream().map(AnswerSheet::answers).toArray(int[][]::new),
                sheets.stream().map(AnswerSheet::confidence).toArray(float[][]::new),
                sheets.stream().map(AnswerSheet::ofLabel).toArray(float[][]::new));
    }

    /** So many of the recorded steps, spread evenly, with the first and the last. */
    public static long[] spread(long[] steps, int most) {
        if (steps.length <= most || most < 2) {
            return Arrays.copyOf(steps, Math.min(steps.length, Math.max(most, 0)));
        }
        return IntStream.range(0, most).mapToLong(i -> steps[(int) ((long) i * (steps.length - 1) / (most - 1))]).toArray();
    }
}
