package tadpole.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleDataTest {

    @Test
    void findsBothSetsInAFolder() {
        assertThat(SampleData.data().resolve("tadpole-digits/t10k-labels-idx1-ubyte.gz")).isRegularFile();
        assertThat(SampleData.data().resolve("tadpole-pond/tadpole-pond.tar.gz")).isRegularFile();
    }

    @Test
    void experimentsLieBesideTheData() {
        assertThat(SampleData.experiments()).hasFileName("experiments").hasParent(SampleData.data().getParent());
    }

    @Test
    void findsTheSetsInAJarTwiceInOneProcess(@TempDir Path folder) throws IOException, InterruptedException {
        Path jar = folder.resolve("samples.jar");
        pack(SampleData.data().getParent().getParent().getParent(), jar);

        Process reader = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", jar + File.pathSeparator + testClasses(), "tadpole.samples.ReadsItsData")
                .redirectErrorStream(true).start();
        String said = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(reader.waitFor()).as(said).isZero();
        assertThat(said.lines()).isEqualTo(List.of("jar", "1027", "1027"));
    }

    private static Path testClasses() {
        return Path.of(SampleDataTest.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> found = Files.walk(classes)) {
            for (Path path : found.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(path).toString().replace(File.separatorChar, '/')));
                Files.copy(path, out);
            }
        }
    }
}
