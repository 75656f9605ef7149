package tadpole.engine.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static tadpole.engine.dataset.DataFiles.cifarFolder;
import static tadpole.engine.dataset.DataFiles.mnist;
import static tadpole.engine.dataset.DataFiles.write;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;

class OpenDatasetTest {

    private static final String ACCEPTED = "Accepted are IDX files as MNIST has them (train-images-idx3-ubyte.gz and its partners), "
            + "or CIFAR-10's binary version (cifar-10-binary.tar.gz, or its data_batch_1.bin and so on).";

    @TempDir
    Path folder;

    @Test
    void isNamedAfterWhatItOpens() {
        assertThat(new OpenDataset(folder.resolve("mnist")).name()).isEqualTo("Opening mnist");
    }

    @Test
    void finishesWithTheDataSet() {
        mnist(folder.resolve("mnist"), 12, 3);

        JobOutcome<Dataset> outcome = new OpenDataset(folder.resolve("mnist")).run(JobControl.UNWATCHED);

        assertThat(outcome).isInstanceOfSatisfying(JobOutcome.Finished.class,
                finished -> assertThat(finished.result()).extracting("title").isEqualTo("MNIST"));
    }

    @Test
    void stoppedGivesTheFirstImages() {
        mnist(folder.resolve("mnist"), 100_000, 3);

        JobOutcome<Dataset> outcome = new OpenDataset(folder.resolve("mnist")).run(Watched.stoppedAfter(2));

        assertThat(outcome).isInstanceOfSatisfying(JobOutcome.Stopped.class,
                stopped -> assertThat(stopped.resultSoFar()).extracting("title").isEqualTo("MNIST (first images)"));
    }

    @Nested
    class FailsWithASentence {

        @Test
        void forWhatDoesNotExist() {
            assertThat(failure(folder.resolve("gone"))).isEqualTo("DIR/gone: there is no such file or folder.");
        }

        @Test
        void forAFolderWithoutData() {
            assertThat(failure(folder)).isEqualTo("DIR: no data set in this folder. " + ACCEPTED);
        }

        @Test
        void forAFolderWithSeveralDataSets() {
            mnist(folder.resolve("mnist"), 12, 3);
            cifarFolder(folder.resolve("cifar10"));

            assertThat(failure(folder)).isEqualTo("DIR: holds 2 data sets, cifar10, mnist. Open one of their folders.");
        }

        @Test
        void forAPicture() {
            assertThat(failure(write(folder.resolve("frog.png"), DataFiles.png()))).isEqualTo("frog.png: is a PNG picture. " + ACCEPTED);
            assertThat(failure(write(folder.resolve("frog.jpg"), DataFiles.jpeg()))).isEqualTo("frog.jpg: is a JPEG picture. " + ACCEPTED);
        }

        @Test
        void forAnEmptyFile() {
            assertThat(failure(write(folder.resolve("data"), new byte[0]))).isEqualTo("data: is empty. " + ACCEPTED);
        }

        @Test
        void forAnyOtherFile() {
            assertThat(failure(write(folder.resolve("a.txt"), DataFiles.text("Hello")))).isEqualTo(
                    "a.txt: is no data set that this program knows. " + ACCEPTED);
        }

        private String failure(Path path) {
            JobOutcome<Dataset> outcome = new OpenDataset(path).run(JobControl.UNWATCHED);

            assertThat(outcome).isInstanceOf(JobOutcome.Failed.class);
            return Refusal.withoutFolder(((JobOutcome.Failed<Dataset>) outcome).message(), folder);
        }
    }
}
