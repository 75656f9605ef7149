package tadpole.app.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tadpole.engine.training.Evaluation;
import tadpole.engine.training.TrainingEvent;
import tadpole.engine.training.TrainingEvent.Changed;
import tadpole.engine.training.TrainingEvent.EpochEnded;
import tadpole.engine.training.TrainingEvent.HeldOut;
import tadpole.engine.training.TrainingEvent.Stepped;

class RunLogTest {

    private static final RunFrame FRAME = new RunFrame("run", "cross-entropy, nats", "test", 10, 100);

    @TempDir
    private Path folder;

    private static RunCurves run(int steps) {
        RunCurves run = new RunCurves(FRAME);
        for (int step = 1; step <= steps; step++) {
            run.accept(new Stepped(step, step / 100.0, 1.0 / step, step % 11, 10, 0.1));
            if (step % 100 == 0) {
                run.accept(new EpochEnded(step, step / 100, new Evaluation(0.5, 80, 100),
                        Optional.of(new HeldOut("test", new Evaluation(0.25, 90, 100))), step / 50.0));
            }
        }
        return run;
    }

    @Test
    void givesBackEveryEventInOrder() {
        List<TrainingEvent> told = new ArrayList<>();
        RunCurves run = new RunCurves(FRAME);
        for (TrainingEvent event : List.of(new Changed(0, 0, "rate", 0.2, 0.1), new Stepped(1, 0.5, 2, 3, 10, 0.1), new Stepped(2, 1, 1, 4, 10, 0.1),
                new EpochEnded(2, 1, new Evaluation(1.5, 7, 20), Optional.empty(), 3), new Changed(2, 1, "rate", 0.1, 0.05), new Stepped(3, 1.5, 0.5, 5, 10, 0.05))) {
            told.add(event);
            run.accept(event);
        }

        List<TrainingEvent> again = new ArrayList<>();
        run.log().replay(again::add);

        assertThat(again).containsExactlyInAnyOrderElementsOf(told);
        assertThat(again.stream().filter(Stepped.class::isInstance)).containsExactlyElementsOf(told.stream().filter(Stepped.class::isInstance).toList());
        assertThat(again.getLast()).isEqualTo(told.getLast());
    }

    @Test
    void keepsTheMemoryOfALongRunBoundedAndItsEndsExact() {
        RunLog log = run(300_001).log();

        assertThat(log.size()).isLessThanOrEqualTo(65_536);
        assertThat(log.every()).isEqualTo(8);
        assertThat(log.last()).isEqualTo(300_001);
        assertThat(log.step(10)).isEqualTo(88);
        assertThat(log.loss(10)).isEqualTo(1.0 / 88);
        assertThat(log.epochs()).hasSize(3000);
    }

    @Test
    void aZoomedLineHasEveryStep() {
        RunLines lines = new RunLines(run(20_000), Along.STEPS);

        assertThat(lines.line(Metric.LOSS, Optional.empty()).size()).isLessThan(2000);
        Points close = lines.line(Metric.LOSS, Optional.of(new Zoom.Range(5000, 5010)));
        assertThat(close.x()).contains(5000, 5001, 5002, 5009, 5010);
        assertThat(lines.raw(Metric.LOSS, Optional.of(new Zoom.Range(5000, 5010))).y()).contains(1.0 / 5003);
        assertThat(lines.place(5003)).isEqualTo("step 5\u00A0003 · epoch 50.03");
    }

    @Test
    void aBranchBeginsWhereItLeftItsParent() {
        RunCurves parent = run(250);
        RunCurves branch = new RunCurves(FRAME, parent, 120, 1.2);
        branch.accept(new Stepped(121, 1.21, 3, 5, 10, 0.1));

        Points line = new RunLines(branch, Along.STEPS).line(Metric.LOSS, Optional.empty());
        assertThat(line.x()).containsExactly(120, 121);
        double atFork = parent.log().averageLoss(119);
        assertThat(line.y()[0]).isEqualTo(atFork);
        double weight = 1 - Math.pow(0.98, 120);
        assertThat(line.y()[1]).isCloseTo((0.98 * weight * atFork + 0.02 * 3) / (0.98 * weight + 0.02), within(1e-9));
        assertThat(new RunLines(branch, Along.STEPS).line(Metric.HELD_OUT_ACCURACY, Optional.empty()).x()).containsExactly(100);
        assertThat(branch.seconds(120)).isCloseTo(parent.seconds(120), within(1e-9));
    }

    @Test
    void theSecondsOfABranchGoOnFromItsParents() {
        RunCurves branch = new RunCurves(FRAME, run(250), 100, 1);
        branch.accept(new Stepped(200, 2, 3, 5, 10, 0.1));
        branch.accept(new EpochEnded(200, 2, new Evaluation(0.5, 80, 100), Optional.empty(), 6));

        assertThat(branch.seconds(150)).isEqualTo(4);
        assertThat(branch.seconds(200)).isEqualTo(6);
    }

    @Test
    void secondsAreMeasuredAtEpochsAndInProportionBetweenThem() {
        RunCurves run = run(250);

        assertThat(run.seconds(100)).isEqualTo(2);
        assertThat(run.seconds(150)).isEqualTo(3);
        assertThat(run.seconds(250)).isEqualTo(5);
    }

    @Test
    void writesAllRunsInOneTableAndOneRunAsMetrics() throws Exception {
        RunsCsv csv = new RunsCsv();
        csv.add("first, rate 0.1", 7, run(100));
        csv.writeMetrics(folder.resolve("metrics.csv"));
        csv.add("second", 8, run(3));
        csv.write(folder.resolve("runs.csv"));

        List<String> lines = Files.readAllLines(folder.resolve("runs.csv"));
        assertThat(lines).hasSize(1 + 101 + 3);
        assertThat(lines.get(1)).isEqualTo("\"first, rate 0.1\",7,step,1,0.01,0.020,1.0,0.1,0.1,,");
        assertThat(lines.get(101)).isEqualTo("\"first, rate 0.1\",7,epoch,100,1,2.000,0.5,0.8,,0.25,0.9");
        assertThat(lines.getLast()).startsWith("second,8,step,3,");
        assertThat(Files.readAllLines(folder.resolve("metrics.csv"))).hasSize(102);
    }
}
