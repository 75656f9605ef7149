package tadpole.app.pane.gradients.softmax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tadpole.app.Pump;
import tadpole.app.job.Jobs;
import tadpole.app.shell.Desk;
import tadpole.app.shell.Messages;
import tadpole.app.shell.Theme;
import tadpole.app.shell.Workspace;
import tadpole.engine.dataset.DataFolder;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.file.SoftmaxFile;
import tadpole.engine.formula.Address;
import tadpole.engine.inspect.LoopsAndVectors.Comparison;
import tadpole.engine.inspect.SoftmaxNumbers;
import tadpole.engine.inspect.StartExplainer;
import tadpole.engine.job.JobControl;
import tadpole.engine.tensor.Device;
import tadpole.samples.SampleData;

class SoftmaxRoomModelTest {

    private final Pump pump = new Pump();
    private final Device device = Device.plain();
    private final List<String> opened = new ArrayList<>();
    private final Desk desk = new Desk(new Workspace(), new Jobs(pump), device, new Messages(), new Theme(Theme.Kind.LIGHT), opened::add);
    private final SoftmaxRoomModel model = new SoftmaxRoomModel(desk, Runnable::run, List.of(SampleData.data()));

    @AfterEach
    void endAll() {
        desk.jobs().stopAll();
        pump.until(() -> desk.jobs().running().isEmpty());
        device.close();
    }

    private StartFigures figures() {
        return model.figuresProperty().get().orElseThrow();
    }

    private void computed(String set, int index) {
        pump.until(() -> model.figuresProperty().get().filter(each ->
                each.start().plan().set().equals(set) && each.start().plan().index() == index).isPresent());
    }

    private static Dataset dataset(String key) throws Exception {
        return DataFolder.find(key, List.of(SampleData.data())).read(JobControl.UNWATCHED);
    }

    @Test
    void everythingFollowsALogitAtOnce() {
        model.setClasses(2);
        model.setLogit(0, Math.log(3));
        model.setLogit(1, 0);
        model.setRight(1);

        assertThat(model.numbersProperty().get().probability(0)).isCloseTo(0.75, within(1e-15));
        assertThat(model.numbersProperty().get().bits()).isCloseTo(2, within(1e-14));
    }

    @Test
    void takesTypedLogitsAndLeavesWhatIsNone() {
        assertThat(model.enterLogit(0, " −2,5 ")).isTrue();
        assertThat(model.plan().logits().getFirst()).isEqualTo(-2.5);
        assertThat(model.enterLogit(0, "much")).isFalse();
        assertThat(model.enterLogit(0, "1e7")).isFalse();
        assertThat(model.enterLogit(0, "NaN")).isFalse();
        assertThat(model.plan().logits().getFirst()).isEqualTo(-2.5);
    }

    @Test
    void slidersReachAsFarAsTheLogits() {
        assertThat(model.reach()).isEqualTo(10);
        model.show(LogitPreset.THOUSAND);
        assertThat(model.reach()).isEqualTo(2000);
        model.setLogit(0, 1001);
        model.slideLogit(0, 2000);
        assertThat(model.reach()).isEqualTo(2000);
        model.show(LogitPreset.EQUAL);
        assertThat(model.reach()).isEqualTo(10);
        model.setLogit(0, -30);
        assertThat(model.reach()).isEqualTo(50);
    }

    @Test
    void logitsStandUnderEachOther() {
        model.setLogit(0, 12.25);

        SoftmaxNumbers numbers = model.numbersProperty().get();

        assertThat(IntStream.range(0, 5).mapToObj(i -> LogitRow.written(numbers, i))).containsExactly("12.25", "1.00", "0.00", "-1.00", "0.50");
    }

    @Test
    void aPresetCanBeTakenBack() {
        List<Double> own = List.of(1.5, 1.0, 0.0, -1.0, 0.5);
        model.slideLogit(0, 1.9);
        model.slideLogit(0, 1.5);
        model.show(LogitPreset.THOUSAND);
        model.setClasses(6);

        model.undoLast();
        model.undoLast();
        assertThat(model.plan().logits()).isEqualTo(own);
        assertThat(model.reach()).isEqualTo(10);
        model.undoLast();
        assertThat(model.plan().logits().getFirst()).isEqualTo(2.0);
        assertThat(model.undo().someProperty().get()).isFalse();
        model.undoLast();
        assertThat(model.plan().logits().getFirst()).isEqualTo(2.0);
    }

    @Test
    void saysWhenVectorsWereSlower() {
        Comparison slow = new Comparison(4, 784, 10, 2.3, 0, 0, 0.001, 0.003, 0.0005, 15, 2);

        assertThat(LoopsSection.isSlower(slow)).isTrue();
        assertThat(LoopsSection.words(slow)).contains("Vectors on one thread: 0.5 ms, 2 times faster than loops.").endsWith("the machine is busy or the batch is small.");
        assertThat(LoopsSection.words(new Comparison(4, 784, 10, 2.3, 0, 0, 0.001, 0.0005, 0.0005, 15, 2))).doesNotContain("busy");
    }

    @Test
    void keepsTwoToTenClassesAndTheRightOneAmongThem() {
        model.setRight(4);
        model.setClasses(3);
        assertThat(model.plan().right()).isEqualTo(2);
        model.setClasses(11);
        model.setClasses(1);
        assertThat(model.plan().logits()).hasSize(3);
        for (LogitPreset preset : LogitPreset.values()) {
            model.setClasses(2);
            model.show(preset);
            assertThat(model.plan().logits()).hasSize(2);
        }
    }

    @Test
    void aTypedGradientStaysUntilThatOfTheLossIsWanted() {
        assertThat(model.enterGradient(1, "2")).isTrue();
        assertThat(model.numbersProperty().get().hasOwnGradient()).isTrue();
        assertThat(model.numbersProperty().get().gradient()[1]).isEqualTo(2);
        model.useGradientOfLoss();
        assertThat(model.numbersProperty().get().hasOwnGradient()).isFalse();
    }

    @Test
    void beginsWithTheBundledDigitsAndFollowsWhatIsPicked() throws Exception {
        computed("tadpole-digits", 0);
        assertThat(figures().batches()).hasSize(9);
        Dataset pond = dataset("tadpole-pond");

        desk.workspace().datasetProperty().set(Optional.of(pond));
        desk.workspace().pickProperty().set(Optional.of(new Workspace.Pick(pond, false, 7)));

        computed("tadpole-pond", 7);
        assertThat(figures().start().label()).isEqualTo(pond.train().label(7));
    }

    @Test
    void otherWeightsGiveOtherNumbers() {
        computed("tadpole-digits", 0);
        double before = figures().start().numbers().nats();

        model.drawAgain();
        pump.until(() -> figures().start().plan().seed() == 2);

        assertThat(figures().start().numbers().nats()).isNotEqualTo(before);
    }

    @Test
    void opensAFileAndSaysWhatIsMissing() throws Exception {
        computed("tadpole-digits", 0);

        model.use(SoftmaxFile.read(SampleData.experiments().resolve("softmax-frog.json")));
        pump.until(() -> !model.lackProperty().get().isEmpty());

        assertThat(model.lackProperty().get()).startsWith("There is no data set \"cifar10\"");
        assertThat(model.figuresProperty().get()).isEmpty();
        assertThat(model.plan().picture().seed()).isEqualTo(18);
        model.use(SoftmaxFile.read(SampleData.experiments().resolve("softmax-1000.json")));
        pump.until(() -> model.figuresProperty().get().isPresent());
        assertThat(model.plan().logits()).containsExactly(1000.0, 999.0, 0.0);
        assertThat(model.lackProperty().get()).isEmpty();
    }

    @Test
    void explainsTheNumbersOfTheSectionInFront() {
        computed("tadpole-digits", 0);

        assertThat(model.explainer().orElseThrow().explain(new Address.Probability(0, 1)).value())
                .isEqualTo(model.numbersProperty().get().probability(1));
        model.sectionProperty().set(Section.PICTURE);
        assertThat(model.explainer().orElseThrow().explain(new Address.Activation(StartExplainer.LAYER, 0, 1)).value())
                .isEqualTo(figures().start().numbers().logit(1));
    }

    @Test
    void measuresOnlyWhenAskedAndForgetsWithOtherWeights() {
        computed("tadpole-digits", 0);
        model.form().field("samples").enter("4");
        pump.until(() -> figures().start().plan().samples() == 4);
        assertThat(model.timing().comparisonProperty().get()).isEmpty();

        model.timing().measureOrStop();
        pump.until(() -> model.timing().comparisonProperty().get().isPresent());

        assertThat(model.sectionProperty().get()).isEqualTo(Section.LOOPS);
        assertThat(model.timing().comparisonProperty().get().orElseThrow().agrees()).isTrue();
        model.drawAgain();
        pump.until(() -> model.timing().comparisonProperty().get().isEmpty());
    }

    @Test
    void sendsTheClassifierWithItsWeightsToTrain() {
        computed("tadpole-digits", 0);
        model.form().field("deviation").enter("0.25");
        pump.until(() -> figures().start().plan().deviation() == 0.25);

        model.sendToTrain();

        assertThat(opened).containsExactly("train");
        var experiment = desk.workspace().experimentProperty().get().orElseThrow();
        assertThat(experiment.layers().get(1).settings().decimal("deviation")).isEqualTo(0.25);
        assertThat(experiment.start().values().get("linear1.bias").getFirst()).isEqualTo(figures().start().classifier().bias(0));
    }
}
