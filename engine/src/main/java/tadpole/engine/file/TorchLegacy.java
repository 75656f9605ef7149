package tadpole.engine.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tadpole.engine.file.TorchPickle.Storage;

/** PyTorch before 1.6: pickles of a mark, a version, the machine, the tensors and the keys of the storages; then each storage's size and numbers. */
final class TorchLegacy implements TorchFile.Storages {

    /** How every such file begins: a pickle of the number 0x1950a86a20f9469cfc6c. */
    private static final byte[] MARK = {(byte) 0x80, 2, (byte) 0x8a, 10, 0x6c, (byte) 0xfc, (byte) 0x9c, 0x46, (byte) 0xf9, 0x20, 0x6a, (byte) 0xa8, 0x50, 0x19};

    private final SeekableByteChannel channel;
    private final Map<String, Long> places = new HashMap<>();

    private TorchLegacy(SeekableByteChannel channel) {
        this.channel = channel;
    }

    static boolean isOne(byte[] head) {
        return head.length >= MARK.length && ByteBuffer.wrap(head, 0, MARK.length).equals(ByteBuffer.wrap(MARK));
    }

    static TorchFile open(Path path) throws FileException, IOException {
        SeekableByteChannel channel = Files.newByteChannel(path);
        try {
            return open(path, channel);
        } catch (FileException | IOException | RuntimeException failed) {
            channel.close();
            throw failed;
        }
    }

    private static TorchFile open(Path path, SeekableByteChannel channel) throws FileException, IOException {
        String file = FileHead.fileName(path);
        ByteBuffer head = ByteBuffer.allocate((int) Math.min(channel.size(), TorchFile.LONGEST_PICKLE));
        while (head.hasRemaining() && channel.read(head) >= 0) {
            continue;
        }
        TorchPickle pickle = new TorchPickle(file, head.array());
        pickle.load();
        Object version = pickle.load();
        if (!Long.valueOf(1001).equals(version)) {
            throw new FileException("%s has a version of PyTorch's old form that is not known; 1001 is.".formatted(file));
        }
        if (pickle.load() instanceof Map<?, ?> machine && Boolean.FALSE.equals(machine.get("little_endian"))) {
            throw new FileException("%s was written on a big-endian machine, which is not read. Load and save it with PyTorch on a usual one.".formatted(file));
        }
        Object tensors = pickle.load();
        Object keys = pickle.load();
        TorchLegacy storages = new TorchLegacy(channel);
        storages.find(file, keys instanceof List<?> list ? list : List.of(), pickle.storages(), pickle.position());
        for (String key : pickle.storages().keySet()) {
            if (!storages.places.containsKey(key)) {
                throw new FileException("%s has no numbers for storage %s. Copy or download the file again.".formatted(file, TorchPickle.printable(key)));
            }
        }
        return TorchFile.of(path, tensors, storages);
    }

    private void find(String file, List<?> keys, Map<String, Storage> known, long start) throws FileException, IOException {
        long at = start;
        for (Object key : keys) {
            Storage storage = known.get(key);
            if (storage == null) {
                throw new FileException("%s has numbers of a storage that no tensor lies in. Copy or download the file again.".formatted(file));
            }
            ByteBuffer size = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
            channel.position(at);
            while (size.hasRemaining() && channel.read(size) >= 0) {
                continue;
            }
            long left = channel.size() - at - 8;
            if (size.hasRemaining() || storage.numbers() > left / storage.type().bytes()) {
                throw new FileException("%s ends in the middle of its numbers. Copy or download the file again.".formatted(file));
            }
            if (size.flip().getLong() != storage.numbers()) {
                throw new FileException("%s gives storage %s two sizes. Copy or download the file again.".formatted(file, TorchPickle.printable(storage.key())));
            }
            places.put(storage.key(), at + 8);
            at += 8 + storage.numbers() * storage.type().bytes();
        }
    }

    @Override
    public InputStream from(Storage storage, long bytes) throws IOException {
        channel.position(places.get(storage.key()) + bytes);
        return new BufferedInputStream(Channels.newInputStream(channel), 1 << 16) {
            @Override
            public void close() {
                // The next storage is read from the same channel.
            }
        };
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
