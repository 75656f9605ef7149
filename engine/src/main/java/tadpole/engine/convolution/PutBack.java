package tadpole.engine.convolution;

import java.util.List;
import java.util.Optional;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.layer.Network;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.TrainedNetwork;

/**
 * Tries a copy of a network with other filters; the network itself is not changed.
 *
 * @param exchanges made one after the other
 * @param before    what the network itself makes of the samples, where that is known already
 */
public record PutBack(TrainedNetwork trained, List<Exchange> exchanges, Optional<Judged> before, Device device) implements Job<Optional<PutBack.Tried>> {

    /** @param network the copy with its other filters */
    public record Tried(Network network, Comparison comparison) {}

    public PutBack {
        exchanges = List.copyOf(exchanges);
    }

    @Override
    public String name() {
        return "Trying " + trained.experiment().name();
    }

    private Network changed() {
        Network copy = trained.copy();
        exchanges.forEach(each -> each.into(copy));
        return copy;
    }

    /** Nothing where it was stopped on the way. */
    @Override
    public JobOutcome<Optional<Tried>> run(JobControl control) {
        int all = before.isPresent() ? 1 : 2;
        Optional<Judged> first = before.isPresent() ? before
                : Judged.of(trained, trained.network(), device, control, new Judged.Turn(0, all, "before"));
        if (first.isEmpty()) {
            return new JobOutcome.Stopped<>(Optional.empty());
        }
        Network changed = changed();
        Optional<Judged> second = Judged.of(trained, changed, device, control, new Judged.Turn(all - 1, all, "after"));
        return second.isEmpty() ? new JobOutcome.Stopped<>(Optional.empty())
                : new JobOutcome.Finished<>(Optional.of(new Tried(changed, new Comparison(trained.samples(), first.get(), second.get()))));
    }
}
