package tadpole.engine.dataset;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.tar.TarUtils;
import tadpole.engine.job.JobControl;

/** Reads CIFAR-10 from the publisher's archive, plain tar or tar.gz, in one pass. */
final class CifarArchive {

    private static final String ADVICE = "Open CIFAR-10's binary version, cifar-10-binary.tar.gz.";

    /** As published. */
    private static final int TRAINING_BATCHES = 5;

    private static final Pattern FIRST = Pattern.compile("(.*/)?(cifar-10-batches-bin/?|(data|test)_batch.*\\.bin|batches\\.meta\\.txt)");

    private final DataStream stream;
    private final Reading reading;
    private List<String> classes = CifarClasses.KNOWN;
    private Optional<CifarRecords> train = Optional.empty();
    private Optional<CifarRecords> test = Optional.empty();

    private CifarArchive(DataStream stream, Reading reading) {
        this.stream = stream;
        this.reading = reading;
    }

    static Dataset read(Path file, DatasetName name, JobControl control) throws DatasetException {
        Reading reading = new Reading(control, List.of(file));
        try (DataStream stream = DataStream.open(file, "a CIFAR-10 archive (tar)", reading)) {
            CifarArchive archive = new CifarArchive(stream, reading);
            archive.readEntries();
            return archive.dataset(name);
        }
    }

    /** Whether the first thing in a tar archive is a batch, its folder, or the names of the classes. */
    static boolean beginsAsPublished(Path file) {
        try (DataStream stream = DataStream.open(file, "a tar archive", new Reading(JobControl.UNWATCHED, List.of(file)))) {
            String first = new String(stream.head(), 0, Math.min(100, stream.head().length), StandardCharsets.ISO_8859_1);
            return FIRST.matcher(first.substring(0, Math.max(0, first.indexOf(0)))).matches();
        } catch (DatasetException unreadable) {
            return false;
        }
    }

    private void readEntries() throws DatasetException {
        refuseNoTar();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(stream)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                take(entry, tar);
            }
        } catch (IOException | IllegalArgumentException fault) {
            if (!reading.stopped()) {
                throw broken(fault);
            }
        }
    }

    private void refuseNoTar() throws DatasetException {
        if (!isTar(stream.head())) {
            throw new DatasetException("%s: is no tar archive. %s".formatted(stream.name(), ADVICE));
        }
    }

    private static boolean isTar(byte[] head) {
        try {
            return head.length >= TarConstants.DEFAULT_RCDSIZE && TarUtils.verifyCheckSum(head);
        } catch (IllegalArgumentException noNumberInside) {
            return false;
        }
    }

    private void take(TarArchiveEntry entry, TarArchiveInputStream tar) throws IOException, DatasetException {
        if (!entry.isFile() || reading.stopped()) {
            return;
        }
        String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
        String place = stream.name() + ", " + name;
        if (name.equals(CifarClasses.FILE)) {
            classes = CifarClasses.read(tar, place);
            return;
        }
        Optional<CifarBatch> batch = CifarBatch.of(name);
        if (batch.isPresent()) {
            records(batch.get(), entry.getSize()).read(batch.get(), place, tar, reading);
        }
    }

    private CifarRecords records(CifarBatch batch, long size) {
        if (batch.isTest()) {
            test = test.or(() -> Optional.of(new CifarRecords(trusted(size))));
            return test.orElseThrow();
        }
        train = train.or(() -> Optional.of(new CifarRecords(trusted(size * TRAINING_BATCHES))));
        return train.orElseThrow();
    }

    /** A header may lie about a size; what lies on disk does not. */
    private long trusted(long bytes) {
        return Math.min(bytes, stream.sizeOnDisk()) / CifarRecords.RECORD;
    }

    private Dataset dataset(DatasetName name) throws DatasetException {
        CifarRecords trainRecords = train.orElseGet(() -> new CifarRecords(0));
        Optional<String> missing = CifarBatch.firstMissing(trainRecords.batches());
        if (missing.isPresent() && !reading.stopped()) {
            throw new DatasetException("%s: there is no %s in it. %s".formatted(stream.name(), missing.get(), ADVICE));
        }
        Images trainImages = trainRecords.images(classes.size());
        Optional<Split> testImages = test.isEmpty() ? Optional.empty() : Optional.of(test.get().images(classes.size()));
        return name.dataset(classes, trainImages, testImages, reading);
    }

    private DatasetException broken(Exception fault) {
        if (stream.isGzip() && (fault instanceof EOFException || fault instanceof ZipException)) {
            return stream.broken((IOException) fault);
        }
        return new DatasetException("%s: the tar archive is damaged near byte %d (unpacked). Download it again."
                .formatted(stream.name(), stream.position()), fault);
    }
}
