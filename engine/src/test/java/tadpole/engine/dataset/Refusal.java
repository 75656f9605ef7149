package tadpole.engine.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.File;
import java.nio.file.Path;
import tadpole.engine.job.JobControl;

/** What is said of a file that cannot be read. */
final class Refusal {

    private Refusal() {}

    /** The sentence, with the folder of the test written as DIR. */
    static String of(Path path, Path folder) {
        Throwable thrown = catchThrowable(() -> FoundDataset.at(path).read(JobControl.UNWATCHED));

        assertThat(thrown).isExactlyInstanceOf(DatasetException.class);
        return withoutFolder(thrown.getMessage(), folder);
    }

    static String withoutFolder(String sentence, Path folder) {
        return sentence.replace(folder + File.separator, "DIR/").replace(folder.toString(), "DIR");
    }
}
