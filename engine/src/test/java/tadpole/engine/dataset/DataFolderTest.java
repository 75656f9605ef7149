package tadpole.engine.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static tadpole.engine.dataset.DataFiles.cifarFolder;
import static tadpole.engine.dataset.DataFiles.gzip;
import static tadpole.engine.dataset.DataFiles.mnist;
import static tadpole.engine.dataset.DataFiles.tar;
import static tadpole.engine.dataset.DataFiles.write;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path folder;

    @Nested
    class Lists {

        @Test
        void theFoldersOfDataSetsByKey() throws DatasetException {
            mnist(folder.resolve("mnist"), 2, 1);
            mnist(folder.resolve("tadpole-digits"), 2, 1);
            cifarFolder(folder.resolve("tadpole-pond"));
            cifarFolder(folder.resolve("cifar10").resolve("cifar-10-batches-bin"));
            write(folder.resolve("notes").resolve("read.me"), new byte[3]);

            assertThat(new DataFolder(folder).datasets()).extracting(FoundDataset::key, FoundDataset::title, FoundDataset::path)
                    .containsExactly(
                            tuple("cifar10", "CIFAR-10", folder.resolve("cifar10").resolve("cifar-10-batches-bin")),
                            tuple("mnist", "MNIST", folder.resolve("mnist")),
                            tuple("tadpole-digits", "Tadpole digits", folder.resolve("tadpole-digits")),
                            tuple("tadpole-pond", "Tadpole pond", folder.resolve("tadpole-pond")));
        }

        @Test
        void theFolderItself() throws DatasetException {
            mnist(folder.resolve("MNIST"), 2, 1);

            assertThat(new DataFolder(folder.resolve("MNIST")).datasets()).extracting(FoundDataset::key).containsExactly("mnist");
        }

        @Test
        void filesInAFolderOfAFolder() throws DatasetException {
            mnist(folder.resolve("MNIST").resolve("raw"), 2, 1);

            assertThat(new DataFolder(folder).datasets()).extracting(FoundDataset::key).containsExactly("mnist");
        }

        @Test
        void anArchive() throws DatasetException {
            write(folder.resolve("cifar10").resolve("cifar-10-binary.tar.gz"), gzip(tar(Map.of())));

            assertThat(new DataFolder(folder).datasets()).extracting(FoundDataset::key).containsExactly("cifar10");
        }

        @Test
        void theUnpackedFolderRatherThanItsArchive() throws DatasetException {
            write(folder.resolve("cifar10").resolve("cifar-10-binary.tar.gz"), gzip(tar(Map.of())));
            cifarFolder(folder.resolve("cifar10").resolve("cifar-10-batches-bin"));

            assertThat(new DataFolder(folder).datasets()).extracting(FoundDataset::path)
                    .containsExactly(folder.resolve("cifar10").resolve("cifar-10-batches-bin"));
        }

        @Test
        void noArchiveOfSomethingElse() throws DatasetException {
            write(folder.resolve("backup.tar.gz"), gzip(tar(Map.of("letter.txt", new byte[3]))));
            write(folder.resolve("broken.tar.gz"), DataFiles.png());
            write(folder.resolve("frogs.tar.gz"), gzip(tar(Map.of("data_batch_1.bin", DataFiles.cifar(1, 1)))));

            assertThat(new DataFolder(folder).datasets()).extracting(FoundDataset::key).containsExactly("frogs");
        }

        @Test
        void theNameOfAnUnknownFolderAsKey() throws DatasetException {
            mnist(folder.resolve("My Digits (2)"), 2, 1);

            assertThat(new DataFolder(folder).datasets()).extracting(FoundDataset::key, FoundDataset::title)
                    .containsExactly(tuple("My Digits (2)", "My Digits (2)"));
        }

        @Test
        void noFolderThatAnUnpackerMadeOfAFile() throws DatasetException {
            mnist(folder.resolve("mnist"), 2, 1);
            write(folder.resolve("mnist").resolve("train-images.idx3-ubyte").resolve("train-images.idx3-ubyte"), new byte[3]);

            assertThat(new DataFolder(folder).datasets()).extracting(FoundDataset::key).containsExactly("mnist");
        }

        @Test
        void nothingInAnEmptyFolder() throws DatasetException {
            assertThat(new DataFolder(folder).datasets()).isEmpty();
        }

        @Test
        void noFolderThatDoesNotExist() {
            DataFolder missing = new DataFolder(folder.resolve("none"));

            assertThatThrownBy(missing::datasets).isInstanceOf(DatasetException.class)
                    .hasMessage(folder.resolve("none") + ": there is no such file or folder.");
        }

        @Test
        void noFile() {
            DataFolder file = new DataFolder(write(folder.resolve("file"), new byte[3]));

            assertThatThrownBy(file::datasets).isInstanceOf(DatasetException.class)
                    .hasMessage(folder.resolve("file") + ": is a file, but a folder is expected there.");
        }
    }

    @Nested
    class Finds {

        @Test
        void theFirstOfThatKey() throws DatasetException {
            mnist(folder.resolve("b").resolve("mnist"), 2, 1);
            mnist(folder.resolve("c").resolve("mnist"), 2, 1);

            FoundDataset found = DataFolder.find("mnist", List.of(folder.resolve("a"), folder.resolve("b"), folder.resolve("c")));

            assertThat(found.path()).isEqualTo(folder.resolve("b").resolve("mnist"));
            assertThat(found.format()).isInstanceOf(IdxFormat.class);
        }

        @Test
        void noUnknownKeyAndNamesThoseThereAre() {
            mnist(folder.resolve("b").resolve("mnist"), 2, 1);
            cifarFolder(folder.resolve("c").resolve("cifar10"));
            mnist(folder.resolve("c").resolve("mnist"), 2, 1);

            assertThatThrownBy(() -> DataFolder.find("cifar-10", List.of(folder.resolve("b"), folder.resolve("c"))))
                    .isInstanceOf(DatasetException.class)
                    .hasMessage("There is no data set \"cifar-10\" in %s, %s; there are cifar10, mnist.", folder.resolve("b"), folder.resolve("c"));
        }

        @Test
        void nothingWhereNothingIs() {
            assertThatThrownBy(() -> DataFolder.find("mnist", List.of(folder, folder.resolve("none"))))
                    .isInstanceOf(DatasetException.class)
                    .hasMessage("There is no data set \"mnist\" in %s, %s (which does not exist); there is none at all.", folder, folder.resolve("none"));
        }
    }
}
