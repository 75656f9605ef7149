package tadpole.app.pane.gradients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tadpole.app.Pump;
import tadpole.app.form.FieldModel;
import tadpole.app.form.FormModel;
import tadpole.app.job.Jobs;
import tadpole.app.shell.Desk;
import tadpole.app.shell.Messages;
import tadpole.app.shell.Theme;
import tadpole.app.shell.Workspace;
import tadpole.engine.dataset.DataFolder;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.file.ExperimentFile;
import tadpole.engine.inspect.CheckSubject;
import tadpole.engine.inspect.Sanity;
import tadpole.engine.inspect.SoftmaxNumbers;
import tadpole.engine.inspect.SoftmaxPicture;
import tadpole.engine.inspect.SoftmaxStart;
import tadpole.engine.job.JobControl;
import tadpole.engine.recipe.Setting;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.training.Experiment;
import tadpole.samples.SampleData;

class SubjectTest {

    private final Pump pump = new Pump();
    private final Device device = Device.plain();
    private final List<String> opened = new ArrayList<>();
    private final Desk desk = new Desk(new Workspace(), new Jobs(pump), device, new Messages(), new Theme(Theme.Kind.LIGHT), opened::add);
    private final Subject subject = new Subject(desk, Runnable::run, List.of(SampleData.data()));

    @AfterEach
    void close() {
        device.close();
    }

    private Studied studied() {
        int[] handled = {0};
        pump.execute(() -> handled[0] = 1);
        pump.until(() -> handled[0] == 1);
        return subject.studiedProperty().get().orElseThrow();
    }

    private Dataset open(String key) throws Exception {
        Dataset set = DataFolder.find(key, List.of(SampleData.data())).read(JobControl.UNWATCHED);
        desk.workspace().datasetProperty().set(Optional.of(set));
        return set;
    }

    @Test
    void beginsWithTheBundledDigitsWhereNothingIsOpen() {
        Studied now = studied();

        assertThat(now.dataset().key()).isEqualTo("tadpole-digits");
        assertThat(now.title()).isEqualTo("Linear softmax · 3, train #0");
        assertThat(now.network().parameterCount()).isEqualTo(7850);
        assertThat(desk.workspace().datasetProperty().get()).isEmpty();
    }

    @Test
    void drawsWeightsAndBiasesOfTheLessonFromTheSameDeviation() throws Exception {
        subject.deviationProperty().set(0.5);
        Studied now = studied();

        assertThat(now.network().parameters()).allSatisfy(each -> assertThat(deviation(each)).isBetween(0.2, 0.8));
        assertThat(ExperimentFile.parse("x", ExperimentFile.text(now.experiment()))).isEqualTo(now.experiment());
    }

    private static double deviation(Parameter parameter) {
        double squares = 0;
        for (int i = 0; i < parameter.size(); i++) {
            squares += parameter.value().data()[i] * parameter.value().data()[i];
        }
        return Math.sqrt(squares / parameter.size());
    }

    @Test
    void isGivenTheSamePixelsAndWeightsAsThePictureOfTheSoftmaxRoom() throws Exception {
        Dataset set = open("tadpole-digits");
        for (Setting.Option pixels : SoftmaxPicture.PIXELS.options()) {
            subject.pixelsProperty().set(pixels.key());
            Studied now = studied();

            SoftmaxNumbers room = new SoftmaxStart(SoftmaxPicture.of("tadpole-digits").with("pixels", pixels.key()), set).numbers();
            CheckSubject checked = new CheckSubject(now.network(), now.experiment().loss(), now.batch().inputs(), now.target());
            assertThat(Sanity.of(checked, Optional.empty()).loss()).as(pixels.key()).isCloseTo(room.nats(), within(1e-9 * room.nats()));
        }
    }

    @Test
    void isAlwaysWhatEveryFormSays() {
        SubjectForm check = new SubjectForm(subject);
        SubjectForm step = new SubjectForm(subject);
        assertThat(check.fields().settings()).isEqualTo(FormModel.of(check.fields().fields().stream().map(FieldModel::setting).toList()).settings());

        step.fields().field("count").take(5L);
        step.fields().field("start").take(9L);
        check.fields().field("samples").take(SampleChoice.DRAWN.name());

        assertThat(subject.countProperty().get()).isEqualTo(5);
        assertThat(subject.seedProperty().get()).isEqualTo(9);
        assertThat(step.fields().settings()).isEqualTo(check.fields().settings());
        assertThat(studied().samples()).hasSize(5);
    }

    @Test
    void takesTheImageThatIsPickedInData() throws Exception {
        Dataset set = open("tadpole-digits");
        desk.workspace().pickProperty().set(Optional.of(new Workspace.Pick(set, true, 17)));

        assertThat(studied().samples()).containsExactly(17);
        assertThat(studied().test()).isTrue();
        assertThat(studied().batch().size()).isEqualTo(1);
        subject.samplesProperty().set(SampleChoice.LESSON);
        assertThat(studied().samples()).containsExactly(0);
        assertThat(studied().test()).isFalse();
    }

    @Test
    void takesSamplesByIndexAndByLot() {
        subject.samplesProperty().set(SampleChoice.BY_INDEX);
        subject.firstProperty().set(5);
        subject.countProperty().set(3);
        assertThat(studied().samples()).containsExactly(5, 6, 7);
        subject.samplesProperty().set(SampleChoice.DRAWN);
        List<Integer> drawn = studied().samples();
        assertThat(drawn).hasSize(3).doesNotHaveDuplicates();
        subject.seedProperty().set(2);
        assertThat(studied().samples()).hasSize(3).isNotEqualTo(drawn);
        subject.countProperty().set(1000);
        assertThat(studied().samples()).hasSize(Subject.MOST_SAMPLES);
        assertThat(studied().samplesText()).isEqualTo("64 samples, train");
    }

    @Test
    void saysWhatIsMissing() {
        studied();
        subject.networkProperty().set(NetworkChoice.SET_UP);
        pump.until(() -> !subject.lackProperty().get().isEmpty());

        assertThat(subject.lackProperty().get()).isEqualTo("No experiment is set up. Set one up in Train, or choose a network that comes with Tadpole.");
        assertThat(subject.studiedProperty().get()).isEmpty();
        subject.networkProperty().set(NetworkChoice.TRAINED);
        subject.networkProperty().set(NetworkChoice.CNN);
        assertThat(studied().network().stages()).hasSize(8);
        assertThat(subject.lackProperty().get()).isEmpty();
    }

    @Test
    void takesTheExperimentOfTrainAndOpensItsData() throws Exception {
        Experiment experiment = ExperimentFile.read(SampleData.experiments().resolve("digits-784-100-10.json"));
        open("tadpole-pond");
        desk.workspace().experimentProperty().set(Optional.of(experiment));
        subject.networkProperty().set(NetworkChoice.SET_UP);

        assertThat(studied().dataset().key()).isEqualTo("tadpole-digits");
        assertThat(studied().title()).startsWith("digits-784-100-10 · ");
        subject.networkProperty().set(NetworkChoice.TRAINED);
        pump.until(() -> !subject.lackProperty().get().isEmpty());
        assertThat(subject.lackProperty().get()).startsWith("Nothing is trained yet.");
    }

    @Test
    void takesAFileWithItsSamplesAndRefusesThoseThatAreNotThere() throws Exception {
        Experiment experiment = ExperimentFile.read(SampleData.experiments().resolve("spiral-hidden.json"));
        subject.use(experiment, List.of(3, 1));
        assertThat(studied().samples()).containsExactly(3, 1);
        assertThat(studied().dataset().hasPictures()).isFalse();
        subject.use(experiment, List.of(1_000_000));
        pump.until(() -> !subject.lackProperty().get().isEmpty());
        assertThat(subject.lackProperty().get()).contains("but the file asks for 1000000. Choose other images.");
    }

    @Test
    void sendsTheNetworkToTrain() {
        Studied now = studied();
        subject.sendToTrain();

        assertThat(opened).containsExactly("train");
        assertThat(desk.workspace().experimentProperty().get()).contains(now.experiment());
        assertThat(desk.workspace().datasetProperty().get()).contains(now.dataset());
    }
}
