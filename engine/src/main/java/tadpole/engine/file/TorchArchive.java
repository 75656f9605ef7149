package tadpole.engine.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import tadpole.engine.file.TorchPickle.Storage;

/** PyTorch since 1.6: a zip without compression, with data.pkl (the tensors), byteorder, and each storage as data/KEY. */
final class TorchArchive implements TorchFile.Storages {

    private final String file;
    private final ZipFile zip;
    private final String folder;
    private final long length;

    private TorchArchive(String file, ZipFile zip, String folder, long length) {
        this.file = file;
        this.zip = zip;
        this.folder = folder;
        this.length = length;
    }

    static boolean isOne(byte[] head) {
        return head.length >= 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
    }

    static TorchFile open(Path path) throws FileException, IOException {
        String file = FileHead.fileName(path);
        ZipFile zip;
        try {
            zip = new ZipFile(path.toFile());
        } catch (ZipException broken) {
            throw new FileException("%s is no whole zip: %s. Copy or download the file again.".formatted(file, Causes.inWords(broken)), broken);
        }
        try {
            return open(path, zip);
        } catch (FileException | IOException | RuntimeException failed) {
            zip.close();
            throw failed;
        }
    }

    private static TorchFile open(Path path, ZipFile zip) throws FileException, IOException {
        String file = FileHead.fileName(path);
        ZipEntry pickled = zip.stream().filter(entry -> entry.getName().equals("data.pkl") || entry.getName().matches("[^/]+/data\\.pkl")).findFirst()
                .map(ZipEntry.class::cast)
                .orElseThrow(() -> new FileException("%s is a zip, but not PyTorch's: it holds no data.pkl.".formatted(file)));
        String folder = pickled.getName().substring(0, pickled.getName().length() - "data.pkl".length());
        TorchArchive archive = new TorchArchive(file, zip, folder, java.nio.file.Files.size(path));
        ZipEntry order = zip.getEntry(folder + "byteorder");
        if (order != null && !new String(archive.bytes(order, 64), StandardCharsets.UTF_8).strip().equals("little")) {
            throw new FileException("%s was written on a big-endian machine, which is not read. Load and save it with PyTorch on a usual one.".formatted(file));
        }
        TorchPickle pickle = new TorchPickle(file, archive.bytes(pickled, TorchFile.LONGEST_PICKLE));
        Object tensors = pickle.load();
        for (Storage storage : pickle.storages().values()) {
            ZipEntry entry = archive.stored(archive.entry(storage));
            if (storage.numbers() > entry.getSize() / storage.type().bytes()) {
                throw new FileException("%s: storage %s should have %d numbers, but its part of the zip has only %d bytes. Copy or download the file again."
                        .formatted(file, TorchPickle.printable(storage.key()), storage.numbers(), entry.getSize()));
            }
        }
        return TorchFile.of(path, tensors, archive);
    }

    private ZipEntry entry(Storage storage) throws FileException {
        ZipEntry entry = zip.getEntry(folder + "data/" + storage.key());
        if (entry == null) {
            throw new FileException("%s has no numbers for storage %s. Copy or download the file again.".formatted(file, TorchPickle.printable(storage.key())));
        }
        return entry;
    }

    /** What is not compressed cannot be larger than the file. */
    private ZipEntry stored(ZipEntry entry) throws FileException {
        if (entry.getMethod() != ZipEntry.STORED || entry.getSize() != entry.getCompressedSize() || entry.getSize() > length) {
            throw new FileException("%s: %s is compressed, which PyTorch does not do. Load and save the file with PyTorch.".formatted(
                    file, TorchPickle.printable(entry.getName())));
        }
        return entry;
    }

    private byte[] bytes(ZipEntry entry, int most) throws FileException, IOException {
        if (stored(entry).getSize() > most) {
            throw new FileException("%s: %s has %d bytes, more than %d.".formatted(file, entry.getName(), entry.getSize(), most));
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readNBytes(most);
        }
    }

    @Override
    public InputStream from(Storage storage, long bytes) throws IOException {
        InputStream in = zip.getInputStream(zip.getEntry(folder + "data/" + storage.key()));
        in.skipNBytes(bytes);
        return in;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
