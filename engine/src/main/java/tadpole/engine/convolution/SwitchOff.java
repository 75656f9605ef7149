package tadpole.engine.convolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.layer.Network;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.TrainedNetwork;

/**
 * Switches each filter of a layer off in turn, in copies of a network.
 *
 * @param before what the network itself makes of the samples, where that is known already
 */
public record SwitchOff(TrainedNetwork trained, TrainedLayer layer, Optional<Judged> before, Device device) implements Job<Optional<SwitchedOff>> {

    @Override
    public String name() {
        return "Switching off filters of " + layer.name();
    }

    /** With those filters that were tried before a stop; nothing where not even the network itself was. */
    @Override
    public JobOutcome<Optional<SwitchedOff>> run(JobControl control) {
        int all = layer.filters() + 1;
        Optional<Judged> first = before.isPresent() ? before
                : Judged.of(trained, trained.network(), device, control, new Judged.Turn(0, all, "all filters"));
        if (first.isEmpty()) {
            return new JobOutcome.Stopped<>(Optional.empty());
        }
        List<SwitchedOff.Without> without = new ArrayList<>();
        for (int filter = 0; filter < layer.filters(); filter++) {
            Network copy = trained.copy();
            Exchange.off(layer, filter).into(copy);
            Optional<Judged> now = Judged.of(trained, copy, device, control,
                    new Judged.Turn(filter + 1, all, "without filter %d of %d".formatted(filter + 1, layer.filters())));
            if (now.isEmpty()) {
                return new JobOutcome.Stopped<>(Optional.of(result(first.get(), without)));
            }
            int flips = new Comparison(trained.samples(), first.get(), now.get()).flips().size();
            without.add(new SwitchedOff.Without(filter, now.get().evaluation(), flips));
        }
        return new JobOutcome.Finished<>(Optional.of(result(first.get(), without)));
    }

    private SwitchedOff result(Judged first, List<SwitchedOff.Without> without) {
        return new SwitchedOff(layer.name(), first, without, layer.filters());
    }
}
