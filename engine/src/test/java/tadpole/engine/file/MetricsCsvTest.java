package tadpole.engine.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tadpole.engine.training.Evaluation;
import tadpole.engine.training.TrainingEvent;
import tadpole.engine.training.TrainingEvent.Changed;
import tadpole.engine.training.TrainingEvent.EpochEnded;
import tadpole.engine.training.TrainingEvent.HeldOut;
import tadpole.engine.training.TrainingEvent.Stepped;

class MetricsCsvTest {

    @TempDir
    Path folder;

    @Test
    void writesALineForEveryEventWithAllCells() throws Exception {
        Path file = folder.resolve("metrics.csv");

        try (MetricsCsv metrics = MetricsCsv.open(file)) {
            metrics.add(new Stepped(1, 0.5, 2.25, 6, 64, 0.01));
            metrics.add(new Changed(1, 0.5, "rate", 0.01, 0.1));
            metrics.add(new Stepped(2, 1, Double.NaN, 0, 32, 1e-8, OptionalDouble.of(0.9)));
            metrics.add(new EpochEnded(2, 1, new Evaluation(2, 48, 96), Optional.of(new HeldOut("test", new Evaluation(1.5, 1, 4))), 0.75));
            metrics.add(new EpochEnded(4, 2, new Evaluation(1, 96, 96), Optional.empty(), 1.5));
        }

        assertThat(file).hasContent("""
                kind,step,epoch,loss,accuracy,images,rate,momentum,heldOut,heldOutLoss,heldOutAccuracy,seconds,setting,from,to
                step,1,0.5,2.25,0.09375,64,0.01,,,,,,,,
                change,1,0.5,,,,,,,,,,rate,0.01,0.1
                step,2,1.0,NaN,0.0,32,1.0E-8,0.9,,,,,,,
                epoch,2,1,2.0,0.5,96,,,test,1.5,0.25,0.75,,,
                epoch,4,2,1.0,1.0,96,,,,,,1.5,,,
                """);
        assertThat(Files.readAllLines(file)).allMatch(line -> line.chars().filter(c -> c == ',').count() == 14);
    }

    @Test
    void aSettingThatIsAWordStaysOneCell() throws Exception {
        Path file = folder.resolve("metrics.csv");

        try (MetricsCsv metrics = MetricsCsv.open(file)) {
            metrics.add(new Changed(3, 0.5, "zero gradients", new TrainingEvent.Value.Word("All, each step"), new TrainingEvent.Value.Word("None")));
        }

        assertThat(Files.readAllLines(file)).endsWith("change,3,0.5,,,,,,,,,,zero gradients,\"All, each step\",None");
    }

    @Test
    void leavesTheAccuracyEmptyWhereNumbersAreToComeOut() throws Exception {
        Path file = folder.resolve("metrics.csv");

        try (MetricsCsv metrics = MetricsCsv.open(file)) {
            metrics.add(new Stepped(1, 1, 25.45, Evaluation.NO_CLASSES, 5, 0.01));
            Evaluation loss = new Evaluation(25.45, Evaluation.NO_CLASSES, 5);
            metrics.add(new EpochEnded(1, 1, loss, Optional.of(new HeldOut("test", loss)), 0.5));
        }

        assertThat(Files.readAllLines(file)).endsWith("step,1,1.0,25.45,,5,0.01,,,,,,,,", "epoch,1,1,25.45,,5,,,test,25.45,,0.5,,,");
    }

    @Test
    void isOnTheDiskWhileTheRunGoesOn() throws Exception {
        try (MetricsCsv metrics = MetricsCsv.open(folder.resolve("metrics.csv"))) {
            metrics.add(new EpochEnded(2, 1, new Evaluation(2, 48, 96), Optional.empty(), 0.75));

            try (var files = Files.list(folder)) {
                assertThat(files).singleElement().satisfies(file -> assertThat(Files.readString(file)).contains("epoch,2,1,"));
            }
        }
    }
}
