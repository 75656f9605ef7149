package tadpole.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleFilesTest {

    @ParameterizedTest
    @MethodSource("files")
    void whatShipsIsWhatTheSeedGives(SampleFile file) throws IOException {
        byte[] shipped = unzipped(SampleData.data().resolve(file.path()));

        byte[] made = file.unzipped().get();

        assertThat(made).isEqualTo(shipped);
    }

    static Iterable<SampleFile> files() {
        return SampleFiles.ALL;
    }

    private static byte[] unzipped(Path path) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(path))) {
            return in.readAllBytes();
        }
    }
}
