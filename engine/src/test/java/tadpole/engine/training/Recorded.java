package tadpole.engine.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.TrainingEvent.EpochEnded;
import tadpole.engine.training.TrainingEvent.Stepped;

/** A run to its end with all that it told, and moments that were taken on the way. */
record Recorded(Trainer trainer, List<TrainingEvent> events, TreeMap<String, Taken> taken, TrainingResult result) {

    /** @param told how many events were told before */
    record Taken(Moment moment, int told) {}

    static Recorded of(Experiment experiment, Dataset data, int threads) {
        return of(experiment, data, threads, Optional.empty(), _ -> {});
    }

    static Recorded from(Moment moment, Dataset data, int threads) {
        return of(moment.experiment(), data, threads, Optional.of(moment), _ -> {});
    }

    /** @param hand who may change things, told after each step */
    static Recorded of(Experiment experiment, Dataset data, int threads, Optional<Moment> from, Consumer<Trainer> hand) {
        List<TrainingEvent> events = new ArrayList<>();
        TreeMap<String, Taken> taken = new TreeMap<>();
        Trainer[] self = new Trainer[1];
        Consumer<TrainingEvent> listener = event -> {
            events.add(event);
            if (event instanceof EpochEnded ended) {
                taken.put("told of epoch " + ended.epoch(), new Taken(self[0].moment(), events.size()));
            }
        };
        try (Device device = Device.cpu(threads)) {
            self[0] = from.isPresent()
                    ? new Trainer(experiment, data, device, listener, from.get())
                    : new Trainer(experiment, data, device, listener);
            taken.put("start", new Taken(self[0].moment(), 0));
            self[0].watch(new Onlooker() {
                @Override
                public void afterStep(Trainer trainer, Stepped event) {
                    taken.put("step " + event.step(), new Taken(trainer.moment(), events.size()));
                    hand.accept(trainer);
                }
            });
            if (self[0].run(new Going(() -> true)) instanceof JobOutcome.Finished<TrainingResult>(TrainingResult result)) {
                taken.put("end", new Taken(self[0].moment(), events.size()));
                return new Recorded(self[0], events, taken, result);
            }
            throw new AssertionError("It did not finish.");
        } catch (SettingException mistake) {
            throw new AssertionError(mistake);
        }
    }

    /** Of all parameters, buffers and the optimizer's memory. */
    String checksum() {
        return new Checkpoint(trainer.setup().network(), trainer.setup().optimizer()).checksum();
    }

    /** From one of them on, without times. */
    List<TrainingEvent> eventsFrom(int index) {
        return events.subList(index, events.size()).stream().map(Recorded::timeless).toList();
    }

    private static TrainingEvent timeless(TrainingEvent event) {
        return event instanceof EpochEnded ended ? new EpochEnded(ended.step(), ended.epoch(), ended.train(), ended.heldOut(), 0) : event;
    }

    /** @param goesOn asked before each step, and within long work */
    record Going(BooleanSupplier goesOn) implements JobControl {

        @Override
        public boolean proceed() {
            return goesOn.getAsBoolean();
        }

        @Override
        public void report(Progress progress) {}
    }
}
