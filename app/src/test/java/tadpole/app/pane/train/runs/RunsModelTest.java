package tadpole.app.pane.train.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tadpole.app.chart.LinesPicture;
import tadpole.app.chart.Metric;
import tadpole.app.chart.Points;
import tadpole.app.chart.RunLines;
import tadpole.app.chart.Zoom;
import tadpole.app.job.WorkState;
import tadpole.app.pane.train.Run;
import tadpole.app.pane.train.TinyLab;
import tadpole.engine.loss.Losses;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.training.Experiment;

class RunsModelTest {

    private final TinyLab tiny = new TinyLab(2);
    private final RunsModel model = new RunsModel(tiny.lab());

    @AfterEach
    void close() {
        tiny.close();
    }

    private Experiment squared() throws SettingException {
        Experiment was = tiny.experiment();
        return new Experiment(was.name(), was.about(), was.data(), was.layers(), Recipe.find(Losses.ALL, "loss", "meanSquaredError").standard(),
                was.optimizer(), was.schedule(), was.training(), was.seed());
    }

    private Run seed(long seed) {
        return tiny.trained(tiny.experiment().withSeed(seed), "tiny, seed " + seed);
    }

    @Test
    void runsThatDifferOnlyInTheirSeedAreOneLineWithABand() throws Exception {
        Run one = seed(1);
        Run two = seed(2);
        Run other = tiny.trained(tiny.experiment().withOptimizer(faster(tiny.experiment())), "fast");

        assertThat(RunGroup.of(model.shown())).extracting(RunGroup::runs).containsExactly(List.of(one, two), List.of(other));
        assertThat(model.look(one)).isEqualTo(model.look(two)).isNotEqualTo(model.look(other));
        LinesPicture picture = model.picture(Zoom.EVERYTHING);
        List<LinesPicture.Line> lines = picture.sheets().getFirst().lines();
        assertThat(lines).extracting(LinesPicture.Line::name).containsExactly("tiny, 2 seeds", "fast");
        Points first = new RunLines(one.curves(), model.alongProperty().get()).line(Metric.LOSS, Optional.empty());
        Points second = new RunLines(two.curves(), model.alongProperty().get()).line(Metric.LOSS, Optional.empty());
        for (int i = 0; i < first.y().length; i++) {
            assertThat(lines.getFirst().low().y()[i]).isEqualTo(Math.min(first.y()[i], second.y()[i]));
            assertThat(lines.getFirst().high().y()[i]).isEqualTo(Math.max(first.y()[i], second.y()[i]));
        }

        model.eachSeedProperty().set(true);
        assertThat(model.picture(Zoom.EVERYTHING).sheets().getFirst().lines()).extracting(LinesPicture.Line::name)
                .containsExactly("tiny, 2 seeds", "seed 1", "seed 2", "fast");
    }

    @Test
    void theSameSeedOnceMoreIsALineOfItsOwn() {
        Run one = seed(1);
        Run again = tiny.trained(tiny.experiment().withSeed(1), "again");
        Run two = seed(2);

        assertThat(RunGroup.of(model.shown())).extracting(RunGroup::runs).containsExactly(List.of(one, two), List.of(again));
        assertThat(model.look(again)).isNotEqualTo(model.look(one));
        assertThat(model.look(two)).isEqualTo(model.look(one));
    }

    private static Spec faster(Experiment experiment) throws SettingException {
        Map<String, Object> settings = new LinkedHashMap<>(experiment.optimizer().settings().asMap());
        settings.put("rate", 0.05);
        return Recipe.find(Optimizers.ALL, "optimizer", experiment.optimizer().type()).with(settings);
    }

    @Test
    void twoKindsOfLossNeverShareAnAxis() throws Exception {
        tiny.trained(tiny.experiment(), "entropy");
        assertThat(model.caution()).isEmpty();
        tiny.trained(squared(), "squared");

        assertThat(model.caution().orElseThrow()).contains("cross-entropy, nats").contains("mean squared error").contains("a plot of its own");
        assertThat(model.picture(Zoom.EVERYTHING).sheets()).hasSize(2).allSatisfy(sheet -> assertThat(sheet.lines()).hasSize(1));
        model.metricProperty().set(Metric.ACCURACY);
        assertThat(model.caution()).isEmpty();
        assertThat(model.picture(Zoom.EVERYTHING).sheets()).hasSize(1).allSatisfy(sheet -> assertThat(sheet.lines()).hasSize(2));
    }

    @Test
    void comparesOnlyWhatDiffers() throws Exception {
        seed(3);
        tiny.trained(squared().withSeed(3), "squared");

        Differences now = model.differences();

        assertThat(now.settings()).extracting(Differences.Row::name).contains("loss.type").doesNotContain("seed", "optimizer.rate");
        assertThat(now.settings().stream().filter(row -> row.name().equals("loss.type")).findFirst().orElseThrow().values())
                .containsExactly("crossEntropy", "meanSquaredError");
        assertThat(now.figures()).extracting(Differences.Row::name).contains("steps", "test accuracy, best", "seconds", "steps per second");
        String head = now.text().lines().findFirst().orElseThrow();
        assertThat(head).isEqualTo("\ttiny, seed 3\tsquared");
        assertThat(now.text().lines().map(line -> line.split("\t", -1).length).collect(Collectors.toSet())).containsExactly(3);
    }

    @Test
    void aHiddenRunIsNeitherDrawnNorCompared() {
        Run one = seed(1);
        Run two = seed(2);

        model.setShown(one, false);

        assertThat(model.shown()).containsExactly(two);
        assertThat(model.differences().names()).containsExactly("tiny, seed 2");
        model.setShown(one, true);
        assertThat(model.shown()).containsExactly(one, two);
    }

    @Test
    void aDeletedRunComesBackInItsPlaceWithAllItKept() throws Exception {
        Run one = seed(1);
        Run two = seed(2);
        long[] recorded = one.recording().steps();

        model.delete(one);
        assertThat(model.runs()).containsExactly(two);
        assertThat(model.undoableProperty().get()).isTrue();
        model.undo();

        assertThat(model.runs()).containsExactly(one, two);
        assertThat(model.undoableProperty().get()).isFalse();
        assertThat(one.recording().at(recorded[recorded.length - 1])).isPresent();
    }

    @Test
    void aRunThatGoesOnIsStoppedBeforeItIsDeleted() {
        TinyLab longer = new TinyLab(100_000);
        RunsModel runs = new RunsModel(longer.lab());
        Run run = longer.begin(longer.experiment(), "long");

        runs.delete(run);
        longer.pump().until(() -> runs.runs().isEmpty());

        assertThat(run.state()).isEqualTo(WorkState.ENDED);
        longer.close();
    }

    @Test
    void fiveSeedsFollowOneAnother() {
        Run first = seed(1);

        model.seeds().run(first);
        tiny.pump().until(() -> model.runs().size() == 5 && model.runs().stream().allMatch(run -> run.state() == WorkState.ENDED));

        assertThat(model.runs()).extracting(run -> run.start().seed()).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(RunGroup.of(model.runs())).singleElement().extracting(RunGroup::name).isEqualTo("tiny, 5 seeds");
        assertThat(model.seeds().leftProperty().get()).isZero();
    }

    @Test
    void renamesAndIgnoresAnEmptyName() {
        Run run = seed(1);

        model.rename(run, "  my best ");
        model.rename(run, " ");

        assertThat(run.nameProperty().get()).isEqualTo("my best");
    }
}
