package tadpole.engine.recording;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DataFormatException;
import tadpole.engine.tensor.Tensor;
import tadpole.engine.training.Moment;

/** One recorded moment: as it was taken, packed, or in a file. Its fields are guarded by the recording's lock. */
final class Slot {

    /** Why it is kept; what is none of the run's own steps between two ends of epochs is never dropped for an even spacing. */
    enum Kind {
        START,
        EPOCH,
        BETWEEN,
        KEPT
    }

    private final Kind kind;
    private final Moment bare;
    private final Layout layout;
    private Optional<Moment> taken;
    private Optional<Packed> packed = Optional.empty();
    private Optional<SpilledFile> file = Optional.empty();
    private Optional<Slot> beside = Optional.empty();
    private int users;
    private boolean pinned;
    private boolean dropped;

    Slot(Kind kind, Moment taken, Layout layout) {
        this.kind = kind;
        this.bare = taken.withTensors(Map.of());
        this.layout = layout;
        this.taken = Optional.of(taken);
    }

    /** What is needed to read it, wherever it lies now. */
    record Source(Moment bare, Layout layout, Optional<Moment> taken, Optional<Packed> packed, Optional<SpilledFile> file, Optional<Source> beside) {

        /** @throws IOException in one sentence where its file is gone or damaged */
        Moment read() throws IOException {
            if (taken.isPresent()) {
                return taken.get();
            }
            Map<String, Tensor> other = beside.isPresent() ? beside.get().read().tensors() : Map.of();
            Packed bytes = packed.isPresent() ? packed.get() : file.orElseThrow().read(bare.step());
            try {
                return bare.withTensors(bytes.unpack(layout, other));
            } catch (DataFormatException damaged) {
                throw new IOException("The recorded step %d is lost: %s Look at another step.".formatted(bare.step(), damaged.getMessage()), damaged);
            }
        }
    }

    Source source() {
        return new Source(bare, layout, taken, packed, file, beside.map(Slot::source));
    }

    long step() {
        return bare.step();
    }

    int epoch() {
        return bare.epoch();
    }

    Kind kind() {
        return kind;
    }

    Optional<Moment> taken() {
        return taken;
    }

    Optional<Packed> packed() {
        return packed;
    }

    void setPacked(Packed now, Optional<Slot> than) {
        taken = Optional.empty();
        packed = Optional.of(now);
        beside = than;
    }

    void setFile(SpilledFile now) {
        packed = Optional.empty();
        file = Optional.of(now);
    }

    Optional<SpilledFile> file() {
        return file;
    }

    Optional<Slot> beside() {
        return beside;
    }

    void use(int more) {
        users += more;
    }

    void pin() {
        pinned = true;
    }

    boolean isPinned() {
        return pinned;
    }

    void drop() {
        dropped = true;
    }

    boolean isDropped() {
        return dropped;
    }

    /** Whether nobody can ask for it any more, and none is packed beside it. */
    boolean isUnneeded() {
        return dropped && users == 0;
    }

    /** In memory. */
    long bytes() {
        return taken.map(Moment::bytes).orElse(0L) + packed.map(Packed::bytes).orElse(0L);
    }
}
