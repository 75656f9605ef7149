package tadpole.engine.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static tadpole.engine.dataset.DataFiles.cifar;
import static tadpole.engine.dataset.DataFiles.cifarFolder;
import static tadpole.engine.dataset.DataFiles.first;
import static tadpole.engine.dataset.DataFiles.gzip;
import static tadpole.engine.dataset.DataFiles.tar;
import static tadpole.engine.dataset.DataFiles.text;
import static tadpole.engine.dataset.DataFiles.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tadpole.engine.job.JobControl;
import tadpole.engine.tensor.Shape;

class CifarFormatTest {

    private static final String ARCHIVE = "cifar-10-binary.tar.gz";

    @TempDir
    Path folder;

    @Nested
    class Reads {

        @Test
        void aFolderWithBatches() throws DatasetException {
            cifarFolder(folder.resolve("cifar-10-batches-bin"));

            Dataset dataset = read(folder.resolve("cifar-10-batches-bin"));

            assertThat(dataset.key()).isEqualTo("cifar10");
            assertThat(dataset.title()).isEqualTo("CIFAR-10");
            assertThat(dataset.classes()).containsExactly(
                    "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");
            assertThat(dataset.shape()).isEqualTo(Shape.of(3, 32, 32));
            assertInOrder(dataset);
        }

        @Test
        void pixelsChannelsFirst() throws DatasetException {
            cifarFolder(folder);

            Images train = (Images) read(folder).train();

            byte[] file = cifar(2, 2);
            assertThat(train.pixel(4, 0, 0, 0)).isEqualTo(2);
            assertThat(train.pixel(4, 1, 0, 0)).isEqualTo(file[3073 + 1 + 1024] & 0xFF);
            assertThat(train.pixel(4, 2, 31, 30)).isEqualTo(file[3073 + 1 + 3070] & 0xFF);
        }

        @Test
        void moreThanTenBatchesInTheOrderOfTheirNumbers() throws DatasetException {
            for (int batch = 1; batch <= 11; batch++) {
                write(folder.resolve("data_batch_" + batch + ".bin"), cifar(1, batch));
            }

            Images train = (Images) read(folder).train();

            assertThat(train.pixel(1, 0, 0, 0)).isEqualTo(2);
            assertThat(train.pixel(10, 0, 0, 0)).isEqualTo(11);
        }

        @Test
        void namesOfClassesFromTheFileBeside() throws DatasetException {
            cifarFolder(folder);
            write(folder.resolve("batches.meta.txt"), text("a\nb\nc\nd\ne\nf\ng\nh\ni\nBMW\n\n"));

            assertThat(read(folder).classes()).containsExactly("a", "b", "c", "d", "e", "f", "g", "h", "i", "BMW");
        }

        @Test
        void oneBatchAlone() throws DatasetException {
            cifarFolder(folder.resolve("cifar10"));

            Dataset dataset = read(folder.resolve("cifar10").resolve("data_batch_2.bin"));

            assertThat(dataset.key()).isEqualTo("cifar10");
            assertThat(dataset.title()).isEqualTo("CIFAR-10, data_batch_2.bin");
            assertThat(dataset.train().size()).isEqualTo(2);
            assertThat(dataset.test()).isEmpty();
        }

        @Test
        void aPackedBatchOfAnyName() throws DatasetException {
            write(folder.resolve("frogs.bin.gz"), gzip(cifar(70, 6)));

            assertThat(read(folder.resolve("frogs.bin.gz")).train().size()).isEqualTo(70);
        }

        @Test
        void thePublishersArchiveWhateverTheOrderInIt() throws DatasetException {
            write(folder.resolve(ARCHIVE), gzip(tar(published())));

            Dataset dataset = read(folder.resolve(ARCHIVE));

            assertThat(dataset.key()).isEqualTo("cifar10");
            assertThat(dataset.title()).isEqualTo("CIFAR-10");
            assertThat(dataset.classes()).startsWith("plane");
            assertInOrder(dataset);
        }

        @Test
        void aPlainTar() throws DatasetException {
            write(folder.resolve("pictures.tar"), tar(published()));

            assertInOrder(read(folder.resolve("pictures.tar")));
        }

        @Test
        void theFolderAroundTheFolder() throws DatasetException {
            cifarFolder(folder.resolve("cifar10").resolve("cifar-10-batches-bin"));

            assertInOrder(read(folder.resolve("cifar10")));
        }

        @Test
        void theFolderAroundTheArchive() throws DatasetException {
            write(folder.resolve("cifar10").resolve(ARCHIVE), gzip(tar(published())));

            assertInOrder(read(folder.resolve("cifar10")));
        }

        private static void assertInOrder(Dataset dataset) {
            Images train = (Images) dataset.train();
            Images test = (Images) dataset.test().orElseThrow();
            assertThat(train.labels()).containsExactly(1, 2, 3, 2, 3);
            assertThat(train.pixel(2, 0, 0, 0)).isEqualTo(1);
            assertThat(train.pixel(3, 0, 0, 0)).isEqualTo(2);
            assertThat(test.labels()).containsExactly(7, 8);
        }
    }

    @Nested
    class Refuses {

        @Test
        void aLengthThatIsNoMultipleOfARecord() {
            cifarFolder(folder);
            write(folder.resolve("data_batch_2.bin"), first(cifar(2, 2), 2 * 3073 - 5));

            assertThat(refusal()).isEqualTo("data_batch_2.bin: 6141 bytes, but a CIFAR-10 batch is a whole number of records of 3073 bytes "
                    + "(a label and 3×32×32 pixels); record 1, counted from 0, ends 5 bytes too early. Download it again.");
        }

        @Test
        void aLabelOutOfRange() {
            byte[] batch = cifar(2, 2);
            batch[3073] = 10;
            cifarFolder(folder);
            write(folder.resolve("data_batch_2.bin"), batch);

            assertThat(refusal()).isEqualTo("data_batch_2.bin: label 10 at byte 3073 (record 1, counted from 0), "
                    + "but labels are 0 to 9. Download it again.");
        }

        @Test
        void aLabelBeyondTheNamesInTheArchive() {
            Map<String, byte[]> files = published();
            files.put("cifar-10-batches-bin/batches.meta.txt", text("frog\nplane\nship"));
            write(folder.resolve(ARCHIVE), gzip(tar(files)));

            assertThat(refusal()).isEqualTo("cifar-10-binary.tar.gz, data_batch_2.bin: label 3 at byte 3073 (record 1, counted from 0), "
                    + "but labels are 0 to 2. Download it again.");
        }

        @Test
        void anEmptyBatch() {
            cifarFolder(folder);
            write(folder.resolve("data_batch_2.bin"), new byte[0]);

            assertThat(refusal()).isEqualTo("data_batch_2.bin: the file is empty, but a CIFAR-10 batch is expected. Download it again.");
        }

        @Test
        void aTruncatedPackedBatch() {
            byte[] packed = gzip(cifar(2, 2));
            write(folder.resolve("data_batch_1.bin.gz"), first(packed, packed.length / 2));

            assertThat(refusal()).matches(
                    "data_batch_1\\.bin\\.gz: the gzip file breaks off; \\d+ bytes could be unpacked\\. Download it again\\.");
        }

        @Test
        void aPictureUnderABatchsName() {
            write(folder.resolve("data_batch_1.bin"), DataFiles.jpeg());

            assertThat(refusal()).isEqualTo(
                    "data_batch_1.bin: is a JPEG picture, but a CIFAR-10 batch is expected, plain or packed with gzip.");
        }

        @Test
        void aGapBetweenBatches() {
            cifarFolder(folder);
            write(folder.resolve("data_batch_4.bin"), cifar(1, 4));

            assertThat(refusal()).isEqualTo(
                    "DIR: data_batch_3.bin is missing beside data_batch_4.bin. Put all batches into one folder, or open one alone.");
        }

        @Test
        void theTestBatchWithoutTrainingBatches() {
            write(folder.resolve("test_batch.bin"), cifar(1, 4));

            assertThat(refusal()).isEqualTo(
                    "DIR: data_batch_1.bin is missing beside test_batch.bin. Put all batches into one folder, or open one alone.");
        }

        @Test
        void aFolderWhereABatchIsExpected() throws IOException {
            Files.createDirectory(folder.resolve("data_batch_1.bin"));

            assertThat(refusal()).isEqualTo("data_batch_1.bin: is a folder, but a CIFAR-10 batch is expected there. Open the file inside it.");
        }

        @Test
        void aPictureUnderAnArchivesName() {
            write(folder.resolve(ARCHIVE), DataFiles.png());

            assertThat(refusal()).isEqualTo(
                    "cifar-10-binary.tar.gz: is a PNG picture, but a CIFAR-10 archive (tar) is expected, plain or packed with gzip.");
        }

        @Test
        void somethingThatIsNoTar() {
            write(folder.resolve(ARCHIVE), gzip(new byte[5000]));

            assertThat(refusal()).isEqualTo(
                    "cifar-10-binary.tar.gz: is no tar archive. Open CIFAR-10's binary version, cifar-10-binary.tar.gz.");
        }

        @Test
        void thePythonVersion() {
            Path python = write(folder.resolve("cifar-10-python.tar.gz"), gzip(tar(Map.of("cifar-10-batches-py/data_batch_1", new byte[9]))));

            assertThat(Refusal.of(python, folder)).isEqualTo(
                    "cifar-10-python.tar.gz: there is no data_batch_1.bin in it. Open CIFAR-10's binary version, cifar-10-binary.tar.gz.");
        }

        @Test
        void aTruncatedArchive() {
            byte[] packed = gzip(tar(published()));
            write(folder.resolve(ARCHIVE), first(packed, packed.length / 2));

            assertThat(refusal()).matches(
                    "cifar-10-binary\\.tar\\.gz: the gzip file breaks off; \\d+ bytes could be unpacked\\. Download it again\\.");
        }

        @Test
        void aTruncatedTarInsideAWholeGzip() {
            write(folder.resolve(ARCHIVE), gzip(first(tar(published()), 5000)));

            assertThat(refusal()).isEqualTo("cifar-10-binary.tar.gz: the tar archive is damaged near byte 5000 (unpacked). Download it again.");
        }

        @Test
        void namesOfClassesThatAreNone() {
            cifarFolder(folder);
            write(folder.resolve("batches.meta.txt"), text("\n \n"));

            assertThat(refusal()).isEqualTo("batches.meta.txt: holds 0 names, but 1 to 256 names of classes are accepted, one a line. "
                    + "Without the file, CIFAR-10's own names are taken.");
        }

        @Test
        void aFileOfNamesThatIsSomethingElse() {
            cifarFolder(folder);
            write(folder.resolve("batches.meta.txt"), new byte[70_000]);

            assertThat(refusal()).isEqualTo("batches.meta.txt: is longer than 65536 bytes, but 1 to 256 names of classes are accepted, one a line. "
                    + "Without the file, CIFAR-10's own names are taken.");
        }

        private String refusal() {
            return Refusal.of(folder, folder);
        }
    }

    @Nested
    class WhenStopped {

        @Test
        void aFolderGivesTheImagesThatCameBefore() throws DatasetException {
            write(folder.resolve("data_batch_1.bin"), cifar(200, 1));
            write(folder.resolve("data_batch_2.bin"), cifar(200, 2));
            write(folder.resolve("test_batch.bin"), cifar(200, 2));

            Dataset dataset = new CifarFormat().read(folder, Watched.stoppedAfter(0));

            assertThat(dataset.title()).endsWith(" (first images)");
            assertThat(dataset.train().size()).isBetween(64, 199);
            assertThat(dataset.train().label(12)).isEqualTo(3);
            assertThat(dataset.test()).isEmpty();
        }

        @Test
        void anArchiveGivesTheImagesThatCameBefore() throws DatasetException {
            Map<String, byte[]> files = new LinkedHashMap<>();
            files.put("data_batch_2.bin", cifar(400, 2));
            files.put("data_batch_1.bin", cifar(400, 1));
            write(folder.resolve(ARCHIVE), gzip(tar(files)));

            Images train = (Images) new CifarFormat().read(folder.resolve(ARCHIVE), Watched.stoppedAfter(4)).train();

            assertThat(train.size()).isBetween(401, 799);
            assertThat(train.pixel(0, 0, 0, 0)).isEqualTo(1);
            assertThat(train.pixel(train.size() - 1, 0, 0, 0)).isEqualTo(2);
        }

        @Test
        void anArchiveMayGiveNoImageAtAll() throws DatasetException {
            write(folder.resolve(ARCHIVE), gzip(tar(Map.of("readme.html", new byte[600_000]))));

            Dataset dataset = new CifarFormat().read(folder.resolve(ARCHIVE), Watched.stoppedAfter(0));

            assertThat(dataset.train().size()).isZero();
        }
    }

    /** As the real one: a folder in front, batches in no order. */
    private static Map<String, byte[]> published() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("cifar-10-batches-bin/data_batch_2.bin", cifar(2, 2));
        files.put("cifar-10-batches-bin/batches.meta.txt", text("plane\n2\n3\n4\n5\n6\n7\n8\n9\n10"));
        files.put("cifar-10-batches-bin/test_batch.bin", cifar(2, 7));
        files.put("cifar-10-batches-bin/readme.html", text("<html>"));
        files.put("cifar-10-batches-bin/data_batch_1.bin", cifar(3, 1));
        return files;
    }

    private static Dataset read(Path path) throws DatasetException {
        return FoundDataset.at(path).read(JobControl.UNWATCHED);
    }
}
