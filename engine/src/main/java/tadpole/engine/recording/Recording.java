package tadpole.engine.recording;

import java.io.IOException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import tadpole.engine.training.Moment;
import tadpole.engine.training.Onlooker;
import tadpole.engine.training.Trainer;
import tadpole.engine.training.TrainingEvent;

/** The recorded moments of one run, so that one can go back in time. Any thread may ask while it grows. */
public final class Recording implements Onlooker, AutoCloseable {

    private final ConcurrentSkipListMap<Long, Moment> moments = new ConcurrentSkipListMap<>();

    /** The very start, before the first step. */
    public void begin(Trainer trainer) {
        keep(trainer.moment());
    }

    @Override
    public void afterStep(Trainer trainer, TrainingEvent.Stepped event) {
        if (event.step() % 50 == 0) {
            keep(trainer.moment());
        }
    }

    /** Where the run stands now, kept whatever the policy says. */
    public void keep(Moment moment) {
        moments.put(moment.step(), moment);
    }

    /** The recorded steps, ascending. */
    public long[] steps() {
        return new TreeMap<>(moments).keySet().stream().mapToLong(Long::longValue).toArray();
    }

    /** Whether that very step is recorded. */
    public boolean has(long step) {
        return moments.containsKey(step);
    }

    /**
     * The recorded moment at or before a step, the first one where there is none before; empty where nothing is recorded.
     *
     * @throws IOException in one sentence where its file is gone or damaged
     */
    public Optional<Moment> at(long step) throws IOException {
        return Optional.ofNullable(moments.floorEntry(step)).or(() -> Optional.ofNullable(moments.firstEntry())).map(java.util.Map.Entry::getValue);
    }

    /** What it occupies, in memory and on disk together. */
    public long bytes() {
        return moments.values().stream().mapToLong(Moment::bytes).sum();
    }

    /** Which moments are kept, and how much room they may take, in one or two sentences. */
    public String policy() {
        return "Every 50th step is kept.";
    }

    /** Gives back memory and files. */
    @Override
    public void close() {
        moments.clear();
    }
}
