package tadpole.app.pane.playground.regression;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tadpole.samples.SampleData;

class RegressionFilesTest {

    @TempDir
    private Path home;

    @Test
    void takesTheBundledRegressionsAndNoOtherBundledFile() throws IOException {
        try (Stream<Path> files = Files.list(SampleData.experiments())) {
            assertThat(files.filter(RegressionFiles::isRegression).map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("polynomial-diverges.json", "polynomial-mended.json", "polynomial-published-bug.json",
                            "polynomial-stale-gradient.json", "raw-two-layer.json");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            curve.csv   | x,y;0,1;1,3;2,5        | true
            classes.csv | x1,x2,class;0,1,a;1,0,b | false
            broken.csv  | x,y;0,1;one,3          | true
            notes.txt   | x,y;0,1;1,3            | false
            broken.json | {"name":               | true
            """)
    void tellsTablesApartByTheirCells(String name, String text, boolean taken) throws IOException {
        Path file = Files.writeString(home.resolve(name), text.replace(';', '\n'));

        assertThat(RegressionFiles.isRegression(file)).isEqualTo(taken);
    }
}
