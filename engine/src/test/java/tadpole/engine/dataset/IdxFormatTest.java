package tadpole.engine.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static tadpole.engine.dataset.DataFiles.first;
import static tadpole.engine.dataset.DataFiles.gzip;
import static tadpole.engine.dataset.DataFiles.gzipStored;
import static tadpole.engine.dataset.DataFiles.idxImages;
import static tadpole.engine.dataset.DataFiles.idxLabels;
import static tadpole.engine.dataset.DataFiles.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tadpole.engine.job.JobControl;
import tadpole.engine.tensor.Shape;

class IdxFormatTest {

    private static final String TRAIN_IMAGES = "train-images-idx3-ubyte";
    private static final String TRAIN_LABELS = "train-labels-idx1-ubyte";
    private static final String TEST_IMAGES = "t10k-images-idx3-ubyte";
    private static final String TEST_LABELS = "t10k-labels-idx1-ubyte";

    @TempDir
    Path folder;

    @Nested
    class Reads {

        @Test
        void aFolderWithPlainFiles() throws DatasetException {
            DataFiles.mnist(folder.resolve("mnist"), 12, 3);

            Dataset dataset = read(folder.resolve("mnist"));

            assertThat(dataset.key()).isEqualTo("mnist");
            assertThat(dataset.title()).isEqualTo("MNIST");
            assertThat(dataset.classes()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
            assertThat(dataset.shape()).isEqualTo(Shape.of(1, 4, 5));
            assertThat(dataset.train().size()).isEqualTo(12);
            assertThat(dataset.test().orElseThrow().size()).isEqualTo(3);
            assertSameImages((Images) dataset.train(), idxImages(12, 4, 5), idxLabels(12));
        }

        @Test
        void packedFilesLikePlainOnes() throws DatasetException {
            write(folder.resolve(TRAIN_IMAGES + ".gz"), gzip(idxImages(12, 4, 5)));
            write(folder.resolve(TRAIN_LABELS + ".gz"), gzip(idxLabels(12)));

            Dataset dataset = read(folder);

            assertSameImages((Images) dataset.train(), idxImages(12, 4, 5), idxLabels(12));
            assertThat(dataset.test()).isEmpty();
        }

        @Test
        void byContentWhateverTheEndingSays() throws DatasetException {
            write(folder.resolve(TRAIN_IMAGES), gzip(idxImages(12, 4, 5)));
            write(folder.resolve(TRAIN_LABELS + ".gz"), idxLabels(12));

            assertThat(read(folder).train().size()).isEqualTo(12);
        }

        @ParameterizedTest
        @ValueSource(strings = {TRAIN_IMAGES, TRAIN_LABELS, TEST_IMAGES, TEST_LABELS})
        void allFourWhicheverIsChosen(String chosen) throws DatasetException {
            DataFiles.mnist(folder, 12, 3);

            Dataset dataset = read(folder.resolve(chosen));

            assertThat(dataset.train().size()).isEqualTo(12);
            assertThat(dataset.test().orElseThrow().size()).isEqualTo(3);
        }

        @Test
        void namesWithDots() throws DatasetException {
            write(folder.resolve("train-images.idx3-ubyte"), idxImages(12, 4, 5));
            write(folder.resolve("train-labels.idx1-ubyte"), idxLabels(12));

            assertThat(read(folder.resolve("train-images.idx3-ubyte")).train().size()).isEqualTo(12);
        }

        @Test
        void theChosenFileBeforeItsLike() throws DatasetException {
            DataFiles.mnist(folder, 12, 3);
            write(folder.resolve(TRAIN_IMAGES + ".gz"), gzip(idxImages(12, 2, 2)));

            assertThat(read(folder).shape()).isEqualTo(Shape.of(1, 4, 5));
            assertThat(FoundDataset.at(folder.resolve(TEST_LABELS)).read(JobControl.UNWATCHED).shape()).isEqualTo(Shape.of(1, 4, 5));
            assertThat(Refusal.of(folder.resolve(TRAIN_IMAGES + ".gz"), folder)).contains("images of 2×2");
        }

        @Test
        void theFileBesideAFolderOfItsName() throws DatasetException {
            DataFiles.mnist(folder, 12, 3);
            write(folder.resolve("train-images.idx3-ubyte").resolve("train-images.idx3-ubyte"), idxImages(12, 4, 5));

            assertThat(read(folder).train().size()).isEqualTo(12);
        }

        @Test
        void insideAZipFile() throws IOException, DatasetException {
            try (FileSystem zip = FileSystems.newFileSystem(folder.resolve("samples.zip"), Map.of("create", "true"))) {
                DataFiles.mnist(zip.getPath("/tadpole/samples/data/tadpole-digits"), 12, 3);
            }

            try (FileSystem zip = FileSystems.newFileSystem(folder.resolve("samples.zip"))) {
                Dataset dataset = read(zip.getPath("/tadpole/samples/data/tadpole-digits"));

                assertThat(dataset.key()).isEqualTo("tadpole-digits");
                assertThat(dataset.title()).isEqualTo("Tadpole digits");
                assertThat(dataset.train().size()).isEqualTo(12);
                assertThat(new DataFolder(zip.getPath("/tadpole/samples/data")).datasets())
                        .singleElement().extracting(FoundDataset::key).isEqualTo("tadpole-digits");
            }
        }

        private static void assertSameImages(Images images, byte[] imageFile, byte[] labelFile) {
            assertThat(ByteBuffer.wrap(images.pixels())).isEqualTo(ByteBuffer.wrap(imageFile).position(16).slice());
            assertThat(ByteBuffer.wrap(images.labels())).isEqualTo(ByteBuffer.wrap(labelFile).position(8).slice());
        }
    }

    @Nested
    class Refuses {

        @Test
        void aTruncatedGzipFile() {
            byte[] packed = gzipStored(idxImages(12, 4, 5));
            pair(first(packed, packed.length - 8 - 100), idxLabels(12));

            assertThat(refusal()).isEqualTo(
                    "train-images-idx3-ubyte.gz: the gzip file breaks off; 156 bytes could be unpacked. Download it again.");
        }

        @Test
        void aGzipFileCutInItsLastBytes() {
            byte[] packed = gzip(idxImages(12, 4, 5));
            pair(first(packed, packed.length - 3), idxLabels(12));

            assertThat(refusal()).isEqualTo(
                    "train-images-idx3-ubyte.gz: the gzip file breaks off; 256 bytes could be unpacked. Download it again.");
        }

        @Test
        void aDamagedGzipFile() {
            byte[] packed = gzip(idxImages(12, 4, 5));
            packed[packed.length - 6] ^= 1;
            pair(packed, idxLabels(12));

            assertThat(refusal()).isEqualTo(
                    "train-images-idx3-ubyte.gz: the gzip file is damaged after 256 unpacked bytes. Download it again.");
        }

        @Test
        void aWrongMagicNumber() {
            byte[] bytes = idxImages(12, 4, 5);
            bytes[2] = 0x0D;
            pair(bytes, idxLabels(12));

            assertThat(refusal()).isEqualTo("train-images-idx3-ubyte.gz: magic number 00 00 0d 03 at byte 0, "
                    + "but an IDX image file begins with 00 00 08 03. Download it again.");
        }

        @Test
        void labelsWhereImagesBelong() {
            pair(idxLabels(12), idxImages(12, 4, 5));

            assertThat(refusal()).isEqualTo("train-labels-idx1-ubyte: magic number 00 00 08 03 at byte 0, "
                    + "but an IDX label file begins with 00 00 08 01. It holds images: look whether the two files were swapped.");
        }

        @Test
        void countsThatDisagree() {
            pair(idxImages(12, 4, 5), idxLabels(13));

            assertThat(refusal()).isEqualTo(
                    "train-labels-idx1-ubyte: 13 labels, but train-images-idx3-ubyte.gz holds 12 images. Download the pair again.");
        }

        @Test
        void aLabelOutOfRange() {
            byte[] labels = idxLabels(12);
            labels[8 + 7] = 10;
            pair(idxImages(12, 4, 5), labels);

            assertThat(refusal()).isEqualTo("train-labels-idx1-ubyte: label 10 at byte 15 (image 7, counted from 0), "
                    + "but labels are 0 to 9. Download it again.");
        }

        @Test
        void anEmptyFile() {
            pair(new byte[0], idxLabels(12));

            assertThat(refusal()).isEqualTo(
                    "train-images-idx3-ubyte.gz: the file is empty, but an IDX image file is expected. Download it again.");
        }

        @Test
        void aGzipFileOfNothing() {
            pair(gzip(new byte[0]), idxLabels(12));

            assertThat(refusal()).isEqualTo(
                    "train-images-idx3-ubyte.gz: the gzip file holds nothing, but an IDX image file is expected. Download it again.");
        }

        @Test
        void aPictureUnderAnArchivesName() {
            pair(DataFiles.png(), idxLabels(12));

            assertThat(refusal()).isEqualTo(
                    "train-images-idx3-ubyte.gz: is a PNG picture, but an IDX image file is expected, plain or packed with gzip.");
        }

        @Test
        void aPackedWebPage() {
            pair(gzip(DataFiles.text("<!DOCTYPE html><title>404</title>")), idxLabels(12));

            assertThat(refusal()).isEqualTo(
                    "train-images-idx3-ubyte.gz: holds a web page, but an IDX image file is expected, plain or packed with gzip.");
        }

        @Test
        void missingLabels() {
            write(folder.resolve(TRAIN_IMAGES + ".gz"), gzip(idxImages(12, 4, 5)));

            assertThat(refusal()).isEqualTo("DIR: train-labels-idx1-ubyte or train-labels-idx1-ubyte.gz is missing "
                    + "beside train-images-idx3-ubyte.gz. Put the files into one folder.");
        }

        @Test
        void missingTestImages() {
            DataFiles.mnist(folder, 12, 3);
            folder.resolve(TEST_IMAGES).toFile().delete();

            assertThat(refusal()).isEqualTo("DIR: t10k-images-idx3-ubyte or t10k-images-idx3-ubyte.gz is missing "
                    + "beside t10k-labels-idx1-ubyte. Put the files into one folder.");
        }

        @Test
        void testFilesAlone() {
            write(folder.resolve(TEST_IMAGES), idxImages(3, 4, 5));
            write(folder.resolve(TEST_LABELS), idxLabels(3));

            assertThat(Refusal.of(folder.resolve(TEST_IMAGES), folder)).isEqualTo(
                    "DIR: train-images-idx3-ubyte or train-images-idx3-ubyte.gz is missing beside t10k-images-idx3-ubyte. Put the files into one folder.");
        }

        @Test
        void aFolderWhereAFileIsExpected() throws IOException {
            pair(idxImages(12, 4, 5), idxLabels(12));
            Files.delete(folder.resolve(TRAIN_LABELS));
            Files.createDirectory(folder.resolve(TRAIN_LABELS));

            assertThat(refusal()).isEqualTo(
                    "train-labels-idx1-ubyte: is a folder, but an IDX label file is expected there. Open the file inside it.");
        }

        @Test
        void anImageFileThatEndsEarly() {
            pair(first(idxImages(12, 4, 5), 16 + 7 * 20 + 3), idxLabels(12));

            assertThat(refusal()).isEqualTo("train-images-idx3-ubyte.gz: ends at byte 159 after 7 whole images, "
                    + "but its header (byte 4) says 12. Download it again.");
        }

        @Test
        void aFileThatEndsInItsHeader() {
            pair(idxImages(12, 4, 5), first(idxLabels(12), 6));

            assertThat(refusal()).isEqualTo(
                    "train-labels-idx1-ubyte: ends at byte 6, but an IDX label file begins with a header of 8 bytes. Download it again.");
        }

        @Test
        void aFileOfThreeBytes() {
            pair(idxImages(12, 4, 5), first(idxLabels(12), 3));

            assertThat(refusal()).isEqualTo(
                    "train-labels-idx1-ubyte: ends at byte 3, but an IDX label file begins with a header of 8 bytes. Download it again.");
        }

        @Test
        void aFileThatGoesOn() {
            pair(idxImages(12, 4, 5), ByteBuffer.allocate(21).put(idxLabels(12)).array());

            assertThat(refusal()).isEqualTo(
                    "train-labels-idx1-ubyte: goes on at byte 20 after the 12 labels that its header (byte 4) says. Download it again.");
        }

        @Test
        void aHeaderThatSaysNothing() {
            pair(idxImages(12, 4, 5), idxLabels(0));

            assertThat(refusal()).isEqualTo(
                    "train-labels-idx1-ubyte: the header (byte 4) says 0 labels, but at least 1 is needed. Download it again.");
        }

        @Test
        void imagesWithoutWidth() {
            pair(idxImages(12, 4, 0), idxLabels(12));

            assertThat(refusal()).isEqualTo(
                    "train-images-idx3-ubyte.gz: the header (byte 8) says images of 4×0, but both must be at least 1. Download it again.");
        }

        @Test
        void moreImagesThanMemoryHolds() {
            byte[] bytes = idxImages(12, 4, 5);
            ByteBuffer.wrap(bytes).putInt(4, -1).putInt(8, -1).putInt(12, -1);
            pair(bytes, idxLabels(12));

            assertThat(refusal()).isEqualTo("train-images-idx3-ubyte.gz: the header (byte 4) says 4294967295 images of "
                    + "4294967295×4294967295, but at most 2147483639 bytes fit into memory.");
        }

        @Test
        void testImagesOfAnotherSize() {
            DataFiles.mnist(folder, 12, 3);
            write(folder.resolve(TEST_IMAGES), idxImages(3, 5, 5));

            assertThat(refusal()).isEqualTo("t10k-images-idx3-ubyte: images of 5×5, but train-images-idx3-ubyte holds images of 4×5. "
                    + "Put files of one data set into one folder.");
        }

        @Test
        void aFileThatTheSystemDoesNotOpen() throws IOException {
            pair(idxImages(12, 4, 5), idxLabels(12));
            Files.delete(folder.resolve(TRAIN_LABELS));
            Files.createSymbolicLink(folder.resolve(TRAIN_LABELS), folder.resolve(TRAIN_LABELS));

            assertThat(refusal()).isEqualTo("DIR/train-labels-idx1-ubyte: cannot be read. "
                    + "The disk or the connection to it may be at fault: try again, or open a copy.");
        }

        private void pair(byte[] images, byte[] labels) {
            write(folder.resolve(TRAIN_IMAGES + ".gz"), images);
            write(folder.resolve(TRAIN_LABELS), labels);
        }

        private String refusal() {
            return Refusal.of(folder, folder);
        }
    }

    @Nested
    class WhenStopped {

        @Test
        void givesTheImagesThatCameBefore() throws DatasetException {
            DataFiles.mnist(folder.resolve("mnist"), 100_000, 3);

            Dataset dataset = new IdxFormat().read(folder.resolve("mnist"), Watched.stoppedAfter(2));

            assertThat(dataset.title()).isEqualTo("MNIST (first images)");
            assertThat(dataset.train().size()).isBetween(20_000, 50_000);
            assertThat(dataset.train().label(12)).isEqualTo(2);
            assertThat(dataset.test()).isEmpty();
        }

        @Test
        void atOnceStillKnowsTheShape() throws DatasetException {
            DataFiles.mnist(folder, 600_000, 3);

            Dataset dataset = new IdxFormat().read(folder, Watched.stoppedAfter(0));

            assertThat(dataset.shape()).isEqualTo(Shape.of(1, 4, 5));
            assertThat(dataset.train().size()).isLessThan(20_000);
        }
    }

    @Test
    void tellsHowManyBytesOfAllCame() throws DatasetException, IOException {
        DataFiles.mnist(folder, 50_000, 50_000);
        Watched control = Watched.neverStopped();

        new IdxFormat().read(folder, control);

        long total = 2 * (Files.size(folder.resolve(TRAIN_IMAGES)) + Files.size(folder.resolve(TRAIN_LABELS)));
        assertThat(control.reports).allSatisfy(progress -> assertThat(progress.total()).isEqualTo(total));
        assertThat(control.reports).extracting(progress -> progress.done()).isSorted().hasSizeGreaterThan(6);
        assertThat(control.reports.getLast().done()).isEqualTo(total);
        assertThat(control.reports.getFirst().text()).isEqualTo("reading train-labels-idx1-ubyte");
    }

    private static Dataset read(Path path) throws DatasetException {
        return new IdxFormat().read(path, JobControl.UNWATCHED);
    }
}
