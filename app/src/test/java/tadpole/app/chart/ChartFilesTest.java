package tadpole.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;
import tadpole.engine.training.Evaluation;
import tadpole.engine.training.TrainingEvent.Changed;
import tadpole.engine.training.TrainingEvent.EpochEnded;
import tadpole.engine.training.TrainingEvent.HeldOut;
import tadpole.engine.training.TrainingEvent.Stepped;

class ChartFilesTest {

    @TempDir
    private Path folder;

    @Test
    void writesTheChartAsPngAndSvg() throws Exception {
        ChartFiles.write(run(), folder.resolve("new"));

        assertThat(ImageIO.read(folder.resolve("new/loss-accuracy.png").toFile()).getWidth()).isEqualTo(1920);
        assertThat(Files.readString(folder.resolve("new/loss-accuracy.svg")))
                .contains("cross-entropy, nats", "validation, each epoch", "epochs (938 steps each)", "rate 0.01 → 0.005");
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(
                Files.readString(folder.resolve("new/loss-accuracy.svg")).replaceFirst("<!DOCTYPE[^>]*>", ""))));
        try (var files = Files.list(folder.resolve("new"))) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void writesTheChartOfARunThatNeverBegan() throws Exception {
        ChartFiles.write(new RunCurves(new RunFrame("none", "mean squared error", "test", 3, 10)), folder);

        assertThat(folder.resolve("loss-accuracy.png")).exists();
    }

    /** Shaped like the lesson's run: a steep start, then noise around a slow fall. */
    static RunCurves run() {
        RunCurves run = new RunCurves(new RunFrame("mnist-784-100-10", "cross-entropy, nats", "validation", 10, 938));
        Random random = new Random(7);
        for (int step = 1; step <= 3396; step++) {
            double epoch = step / 938.0;
            double loss = (0.22 + 2.1 * Math.exp(-9 * epoch) + 0.25 * Math.exp(-epoch)) * Math.exp(0.35 * random.nextGaussian());
            run.accept(new Stepped(step, epoch, loss, (int) (64 * Math.exp(-loss / 3.5)), 64, 0.01));
            if (step == 2180) {
                run.accept(new Changed(step, epoch, "rate", 0.01, 0.005));
            }
            if (step % 938 == 0) {
                int e = step / 938;
                run.accept(new EpochEnded(step, e, new Evaluation(0.3, 8400 + 300 * e, 10_000),
                        Optional.of(new HeldOut("validation", new Evaluation(0.36 - 0.04 * e, 8950 + 150 * e, 10_000))), e));
            }
        }
        return run;
    }
}
