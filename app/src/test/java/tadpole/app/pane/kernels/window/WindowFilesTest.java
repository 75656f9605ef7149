package tadpole.app.pane.kernels.window;

import static org.assertj.core.api.Assertions.assertThat;
import static tadpole.app.pane.kernels.TestBench.modelOf;
import static tadpole.app.pane.kernels.TestBench.picture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tadpole.app.pane.kernels.KernelsModel;
import tadpole.engine.convolution.Filter;
import tadpole.engine.convolution.Kernel;
import tadpole.engine.convolution.NamedPlan;
import tadpole.engine.file.KernelFile;
import tadpole.engine.file.KernelNumpy;

class WindowFilesTest {

    @TempDir
    private Path folder;

    private final KernelsModel model = modelOf(picture(1, 6, 6));
    private final WindowFiles files = new WindowFiles(model, Optional::empty);

    private String said() {
        return model.desk().messages().lastProperty().get().text();
    }

    @Test
    void opensAsManyFiltersAsOneCanSetUpAndSaysSo() throws Exception {
        List<Filter> ten = Collections.nCopies(10, new Filter(List.of(Kernel.of(1, 2, 3, 4)), 0));
        Path json = folder.resolve("many.json");
        Path text = folder.resolve("many.txt");
        KernelFile.write(json, new NamedPlan("many", "", model.planProperty().get().withFilters(ten), List.of()));
        KernelNumpy.write(text, ten);

        files.open(json);
        assertThat(model.planProperty().get().filters()).hasSize(8);
        assertThat(said()).isEqualTo("Opened the first 8 of the 10 filters in many.json, as many as one can set up.");

        model.undo();
        files.open(text);
        assertThat(model.planProperty().get().filters()).hasSize(8);
        assertThat(said()).isEqualTo("Opened the first 8 of the 10 filters in many.txt, as many as one can set up.");
    }

    @Test
    void saysWhichFileItOpened() throws Exception {
        Path text = Files.writeString(folder.resolve("two.txt"), "1 2\n3 4\n");

        files.open(text);

        assertThat(model.kernel()).isEqualTo(Kernel.of(2, 2, 1, 2, 3, 4));
        assertThat(said()).isEqualTo("Opened two.txt.");
    }
}
