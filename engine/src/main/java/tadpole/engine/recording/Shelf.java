package tadpole.engine.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The recorded moments by their steps, and what they take. Guarded by the recording's lock. */
final class Shelf {

    /** Of a run that is over so small a part of the memory stays where there is no folder: many are kept. */
    private static final int SETTLED = 16;

    private final Room room;
    private final TreeMap<Long, Slot> slots = new TreeMap<>();
    private long memory;
    private long disk;
    private int between;
    private int epochs;
    private int kept;
    private long betweenEvery = 1;
    private long epochEvery = 1;

    Shelf(Room room) {
        this.room = room;
    }

    TreeMap<Long, Slot> slots() {
        return slots;
    }

    long memory() {
        return memory;
    }

    long disk() {
        return disk;
    }

    /** Between two ends of epochs, so many steps are from one to the next that is kept. */
    long betweenEvery() {
        return betweenEvery;
    }

    long epochEvery() {
        return epochEvery;
    }

    /** @param most how many there may be of its kind */
    void add(Slot slot, int most) {
        Optional.ofNullable(slots.get(slot.step())).ifPresent(before -> {
            if (before.isPinned()) {
                slot.pin();
            }
            drop(before);
        });
        slots.put(slot.step(), slot);
        memory += slot.bytes();
        count(slot, 1);
        while (between > most) {
            betweenEvery *= 2;
            dropAll(each -> each.kind() == Slot.Kind.BETWEEN && each.step() % betweenEvery != 0);
        }
        while (kept > most) {
            thin(Slot.Kind.KEPT);
        }
        while (epochs > most) {
            epochEvery *= 2;
            dropAll(each -> each.kind() == Slot.Kind.EPOCH && each.epoch() % epochEvery != 0);
        }
    }

    private void count(Slot slot, int more) {
        if (!slot.isPinned()) {
            between += slot.kind() == Slot.Kind.BETWEEN ? more : 0;
            epochs += slot.kind() == Slot.Kind.EPOCH ? more : 0;
            kept += slot.kind() == Slot.Kind.KEPT ? more : 0;
        }
    }

    private void dropAll(Predicate<Slot> which) {
        slots.values().stream().filter(each -> !each.isPinned() && which.test(each)).toList().forEach(this::drop);
    }

    void pin(long step) {
        Optional.ofNullable(slots.get(step)).filter(each -> !each.isPinned()).ifPresent(slot -> {
            count(slot, -1);
            slot.pin();
        });
    }

    private void drop(Slot slot) {
        slots.remove(slot.step());
        count(slot, -1);
        slot.drop();
        release(slot);
    }

    /** Whether one more or less is packed beside it. */
    void use(Slot slot, int more) {
        slot.use(more);
        release(slot);
    }

    /** Gives back what nobody needs. */
    private void release(Slot slot) {
        if (!slot.isUnneeded()) {
            return;
        }
        memory -= slot.bytes();
        slot.file().ifPresent(file -> {
            disk -= file.bytes();
            delete(file);
        });
        slot.beside().ifPresent(key -> use(key, -1));
    }

    private static void delete(SpilledFile file) {
        try {
            Files.deleteIfExists(file.path());
        } catch (IOException _) {
            file.path().toFile().deleteOnExit();
        }
    }

    void pack(Slot slot, Packed packed, Optional<Slot> key) {
        if (slot.isUnneeded()) {
            key.ifPresent(each -> use(each, -1));
            return;
        }
        memory -= slot.bytes();
        slot.setPacked(packed, key);
        memory += slot.bytes();
    }

    void spill(Slot slot, SpilledFile file) {
        if (slot.isUnneeded()) {
            delete(file);
            return;
        }
        memory -= slot.bytes();
        slot.setFile(file);
        memory += slot.bytes();
        disk += file.bytes();
    }

    /** The oldest that was not packed yet; the newest stays as it is unless all are to go. */
    Optional<Slot> oldestTaken(boolean all) {
        return slots.values().stream().filter(each -> each.taken().isPresent()).limit(2).filter(each -> all || each != newest()).findFirst();
    }

    Optional<Slot> oldestPacked() {
        return slots.values().stream().filter(each -> each.packed().isPresent()).findFirst();
    }

    /** The end of an epoch, or the start, that a step between may be packed beside. */
    Optional<Slot> keyBefore(Slot slot) {
        return slots.headMap(slot.step(), false).descendingMap().values().stream().filter(each -> each.kind() != Slot.Kind.BETWEEN).findFirst();
    }

    private Slot newest() {
        return slots.lastEntry().getValue();
    }

    /**
     * Drops every other of the older half of the steps between, where there are none left of the ends of epochs, and at last of those
     * that were asked for. The last of those stays. @return whether there were any
     */
    boolean thin() {
        return thin(Slot.Kind.BETWEEN) || thin(Slot.Kind.EPOCH) || thin(Slot.Kind.KEPT);
    }

    private boolean thin(Slot.Kind kind) {
        List<Slot> all = slots.values().stream().filter(each -> each.kind() == kind && !each.isPinned() && each != newest()).toList();
        int most = kind == Slot.Kind.KEPT ? all.size() - 1 : all.size();
        for (int i = 0; i < Math.ceilDiv(most, 2); i += 2) {
            drop(all.get(i));
        }
        return most > 0;
    }

    void clear() {
        Map.copyOf(slots).values().forEach(this::drop);
    }

    /** @param settled of a run that is over and has no folder */
    boolean isFull(boolean settled) {
        return memory > (settled ? room.memory() / SETTLED : room.memory());
    }

    boolean hasDiskFor(long bytes) {
        return disk + bytes <= room.disk();
    }
}
