package tadpole.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tadpole.engine.file.WeightsFile;

/** The program as a process of its own, on a machine without a display and without JavaFX. */
class OwnProcessTest {

    @TempDir
    Path folder;

    @Test
    void runsWithoutAnyClassOfTheWindow() throws Exception {
        TinyData.write(folder, 100, 20);

        Process process = launcher("run", experiment(2).toString(), "--data", folder.toString(), "--out", folder.resolve("out").toString());
        List<String> out = process.inputReader().lines().toList();
        String err = process.errorReader().lines().collect(Collectors.joining("\n"));

        assertThat(process.waitFor()).as(err).isZero();
        assertThat(out).singleElement().asString().startsWith("{\"name\": \"tiny\"");
        assertThat(err.lines().filter(line -> !line.startsWith("WARNING: Using incubator modules"))).hasSize(3);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process cannot be asked to end there, only be ended")
    void stoppedFromOutsideItKeepsWhatThereIs() throws Exception {
        TinyData.write(folder, 100, 20);
        Path kept = folder.resolve("out");

        Process process = launcher("run", experiment(100_000).toString(), "--data", folder.toString(), "--out", kept.toString());
        try (BufferedReader err = process.errorReader()) {
            String line = err.readLine();
            while (line != null && !line.startsWith("epoch")) {
                line = err.readLine();
            }
            process.toHandle().destroy();
            List<String> out = process.inputReader().lines().toList();

            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(128 + 15);
            assertThat(out).singleElement().asString().contains("\"testLoss\": null").endsWith("\"ending\": \"Stopped.\"}");
        }
        assertThat(Files.readAllLines(kept.resolve("metrics.csv"))).anyMatch(row -> row.startsWith("epoch,10,1,"));
        assertThat(WeightsFile.read(kept.resolve("weights.safetensors")).tensors()).hasSize(2);
        try (var files = Files.list(kept)) {
            assertThat(files).noneMatch(file -> file.getFileName().toString().endsWith(".tmp"));
        }
    }

    private Path experiment(int epochs) throws IOException {
        return Files.writeString(folder.resolve("tiny.json"), """
                {"tadpole": 1, "name": "tiny", "data": {"set": "mnist"}, "layers": [{"type": "flatten"}, {"type": "linear"}],
                 "loss": {"type": "crossEntropy"}, "optimizer": {"type": "sgd", "rate": 0.0000001},
                 "training": {"epochs": %d, "batch": 10}}""".formatted(epochs));
    }

    private static Process launcher(String... args) throws IOException {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).getFileName().toString().startsWith("javafx-"))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector", "-cp", classPath, "tadpole.app.Launcher"));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().remove("DISPLAY");
        return builder.start();
    }
}
