package tadpole.engine.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import tadpole.engine.tensor.Tensor;
import tadpole.engine.training.Moment;
import tadpole.engine.training.Onlooker;
import tadpole.engine.training.Trainer;
import tadpole.engine.training.TrainingEvent;

/**
 * The recorded moments of one run, so that one can go back in time. Any thread may ask while it grows. On the training thread a moment is
 * only copied; where few fit into memory they are packed, and beyond it written to files, by an executor beside the training.
 */
public final class Recording implements Onlooker, AutoCloseable {

    /** Where fewer fit into memory as they are, they are packed. */
    private static final int FEW = 64;
    private static final double PACKING_NANOS_A_BYTE = 8;

    private final Room room;
    private final Consumer<Runnable> beside;
    private final Shelf shelf;
    private final ToLongFunction<Trainer> workNanos;
    private final Allowance allowance = new Allowance();
    private Layout layout = Layout.of(Map.of());
    private Optional<Slot> keySlot = Optional.empty();
    private Map<String, Tensor> keyTensors = Map.of();
    private boolean packs;
    private boolean settling;
    private boolean working;
    private boolean closed;
    private boolean leftOut;
    private Optional<String> fault = Optional.empty();

    /** In memory only; what does not fit is packed at once. */
    public Recording() {
        this(Room.inMemory(), Runnable::run);
    }

    /** @param beside runs what packs and writes moments, not on the training thread; such as an executor's execute, whose refusal is no failure */
    public Recording(Room room, Consumer<Runnable> beside) {
        this(room, beside, trainer -> (long) (1e9 * trainer.seconds()));
    }

    /** @param workNanos how long a training has worked so far */
    Recording(Room room, Consumer<Runnable> beside, ToLongFunction<Trainer> workNanos) {
        this.room = room;
        this.beside = beside;
        this.shelf = new Shelf(room);
        this.workNanos = workNanos;
    }

    /** The very start, before the first step, or where a run that was over goes on. */
    public void begin(Trainer trainer) {
        synchronized (this) {
            settling = false;
        }
        take(trainer, Slot.Kind.START);
    }

    @Override
    public void afterStep(Trainer trainer, TrainingEvent.Stepped event) {
        boolean time = allowance.goOn(workNanos.applyAsLong(trainer));
        if (isDue(event) && hasRoom(time)) {
            take(trainer, Slot.Kind.BETWEEN);
        }
    }

    /** At the end of an epoch the moment after it follows. */
    private synchronized boolean isDue(TrainingEvent.Stepped event) {
        boolean endsEpoch = event.epoch() == Math.rint(event.epoch()) && (long) event.epoch() % shelf.epochEvery() == 0;
        return !endsEpoch && event.step() % shelf.betweenEvery() == 0;
    }

    private synchronized boolean hasRoom(boolean time) {
        boolean isBehind = packs && shelf.memory() > room.memory() && working;
        leftOut |= !time || isBehind;
        return time && !isBehind;
    }

    @Override
    public void afterEpoch(Trainer trainer, TrainingEvent.EpochEnded event) {
        if (isDue(event) && hasRoom(true)) {
            take(trainer, Slot.Kind.EPOCH);
        }
    }

    private synchronized boolean isDue(TrainingEvent.EpochEnded event) {
        return event.epoch() % shelf.epochEvery() == 0;
    }

    private void take(Trainer trainer, Slot.Kind kind) {
        long begun = workNanos.applyAsLong(trainer);
        Moment moment = trainer.moment();
        add(moment, kind);
        allowance.spend(workNanos.applyAsLong(trainer) - begun + (isPacking() ? PACKING_NANOS_A_BYTE * moment.bytes() : 0));
        tidySoon();
    }

    private synchronized boolean isPacking() {
        return packs;
    }

    /** Where the run stands now, kept whatever the policy says. */
    public void keep(Moment moment) {
        add(moment, Slot.Kind.KEPT);
        tidySoon();
    }

    /** A recorded step that stays whatever the policy says; nothing happens where it is not recorded. */
    public synchronized void pin(long step) {
        shelf.pin(step);
    }

    private synchronized void add(Moment moment, Slot.Kind kind) {
        if (closed) {
            return;
        }
        long bytes = Math.max(1, moment.bytes());
        packs |= room.memory() / bytes < FEW;
        Layout now = Layout.of(moment.tensors());
        layout = now.equals(layout) ? layout : now;
        int most = packs ? room.moments() : (int) Math.min(room.moments(), room.memory() / bytes / 2 - 1);
        shelf.add(new Slot(kind, moment, layout), most);
    }

    /** Packs all that is recorded and, where there is a folder, writes it there, beside whatever goes on: the run is over. */
    public void settle() {
        synchronized (this) {
            settling = true;
        }
        tidySoon();
    }

    private void tidySoon() {
        synchronized (this) {
            if (working || closed || !(packs || settling || isFull())) {
                return;
            }
            working = true;
        }
        try {
            beside.accept(this::tidy);
        } catch (RejectedExecutionException over) {
            synchronized (this) {
                working = false;
            }
        }
    }

    private void tidy() {
        Optional<Runnable> next = next();
        while (next.isPresent()) {
            next.get().run();
            next = next();
        }
    }

    private synchronized Optional<Runnable> next() {
        while (!closed) {
            Optional<Slot> raw = packs || settling || isFull() ? shelf.oldestTaken(settling) : Optional.empty();
            if (raw.isPresent()) {
                return Optional.of(packing(raw.get()));
            }
            Optional<Slot> packed = isFull() || settling && writes() ? shelf.oldestPacked() : Optional.empty();
            if (packed.isPresent() && writes() && shelf.hasDiskFor(packed.get().bytes())) {
                return Optional.of(() -> spill(packed.get(), room.folder().get()));
            }
            if (packed.isEmpty() || !shelf.thin()) {
                break;
            }
        }
        working = false;
        if (settling) {
            keyTensors = Map.of();
            keySlot = Optional.empty();
        }
        return Optional.empty();
    }

    private boolean writes() {
        return room.folder().isPresent() && fault.isEmpty();
    }

    /** What a run that is over may hold in memory is less. */
    private boolean isFull() {
        return shelf.isFull(settling && !writes());
    }

    /** Beside the end of an epoch before it, as long as that one's numbers are at hand. */
    private Runnable packing(Slot slot) {
        Moment moment = slot.taken().orElseThrow();
        Optional<Slot> key = slot.kind() == Slot.Kind.BETWEEN ? shelf.keyBefore(slot).filter(each -> keySlot.equals(Optional.of(each))) : Optional.empty();
        key.ifPresent(each -> shelf.use(each, 1));
        Map<String, Tensor> than = key.isPresent() ? keyTensors : Map.of();
        return () -> {
            Packed packed = Packed.of(moment.tensors(), than);
            synchronized (this) {
                shelf.pack(slot, packed, key);
                if (slot.kind() != Slot.Kind.BETWEEN) {
                    keySlot = Optional.of(slot);
                    keyTensors = moment.tensors();
                }
            }
        };
    }

    private void spill(Slot slot, Path folder) {
        Optional<SpilledFile> file = Optional.empty();
        Optional<String> why = Optional.empty();
        try {
            file = Optional.of(SpilledFile.write(folder.resolve("step-" + slot.step() + ".tadpole-moment"), slot.packed().orElseThrow()));
        } catch (IOException full) {
            why = Optional.of("%s cannot be written to (%s): older moments are left out instead.".formatted(folder, full.getMessage()));
        }
        synchronized (this) {
            fault = why;
            file.ifPresent(written -> shelf.spill(slot, written));
            if (closed) {
                deleteFolder();
            }
        }
    }

    /** The recorded steps, ascending. */
    public synchronized long[] steps() {
        return shelf.slots().keySet().stream().mapToLong(Long::longValue).toArray();
    }

    public synchronized int count() {
        return shelf.slots().size();
    }

    /** Whether that very step is recorded. */
    public synchronized boolean has(long step) {
        return shelf.slots().containsKey(step);
    }

    /**
     * The recorded moment at or before a step, the first one where there is none before; empty where nothing is recorded.
     *
     * @throws IOException in one sentence where its file is gone or damaged
     */
    public Optional<Moment> at(long step) throws IOException {
        for (Optional<Slot> slot = find(step); slot.isPresent(); slot = find(step)) {
            try {
                return Optional.of(source(slot.get()).read());
            } catch (IOException lost) {
                if (!isDropped(slot.get())) {
                    throw lost;
                }
            }
        }
        return Optional.empty();
    }

    private synchronized Optional<Slot> find(long step) {
        return Optional.ofNullable(shelf.slots().floorEntry(step)).or(() -> Optional.ofNullable(shelf.slots().firstEntry())).map(Map.Entry::getValue);
    }

    private synchronized Slot.Source source(Slot slot) {
        return slot.source();
    }

    private synchronized boolean isDropped(Slot slot) {
        return slot.isDropped();
    }

    /** What it takes in memory. */
    public synchronized long memoryBytes() {
        return shelf.memory();
    }

    /** What its files take. */
    public synchronized long diskBytes() {
        return shelf.disk();
    }

    /** What it occupies, in memory and on disk together. */
    public synchronized long bytes() {
        return shelf.memory() + shelf.disk();
    }

    /** What keeps it from writing files, in one sentence. */
    public synchronized Optional<String> fault() {
        return fault;
    }

    /** Which moments are kept, and how much room they may take, in a few sentences. */
    public synchronized String policy() {
        return "Kept are the start, %s, the last step and, between them, %s. About %d of each kind stay, in %d MB of memory%s; beyond that every other one is dropped, the oldest first.%s%s"
                .formatted(shelf.epochEvery() == 1 ? "the end of each epoch" : "the end of every %s epoch".formatted(ordinal(shelf.epochEvery())),
                        shelf.betweenEvery() == 1 ? "each step" : "every %s step".formatted(ordinal(shelf.betweenEvery())),
                        room.moments(), room.memory() >> 20,
                        room.folder().isPresent() && fault.isEmpty() ? " and %d MB of files".formatted(room.disk() >> 20) : "",
                        leftOut ? " Steps were left out where recording would have taken more than 1 % of the time." : "", fault.map(" "::concat).orElse(""));
    }

    private static String ordinal(long n) {
        String end = switch ((int) (n % 10)) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
        return n + (n % 100 / 10 == 1 ? "th" : end);
    }

    /** Gives back memory and files. */
    @Override
    public synchronized void close() {
        closed = true;
        shelf.clear();
        keyTensors = Map.of();
        keySlot = Optional.empty();
        deleteFolder();
    }

    /** One that holds something else stays. */
    private void deleteFolder() {
        room.folder().ifPresent(folder -> {
            try {
                Files.deleteIfExists(folder);
            } catch (IOException _) {
                folder.toFile().deleteOnExit();
            }
        });
    }
}
