package tadpole.app.pane.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tadpole.app.image.PixelModel;
import tadpole.app.image.PixelModel.Scale;
import tadpole.app.job.Jobs;
import tadpole.app.shell.Desk;
import tadpole.app.shell.Messages;
import tadpole.app.shell.Theme;
import tadpole.app.shell.Workspace;
import tadpole.app.xray.XRayModel;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.PointSets;
import tadpole.engine.dataset.Preparations;
import tadpole.engine.dataset.Samplers;
import tadpole.engine.formula.Address;
import tadpole.engine.loss.CrossEntropy;
import tadpole.engine.optimizer.Sgd;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.schedule.Schedules;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.DataPlan;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.TrainingPlan;

class DataPaneModelTest {

    @TempDir
    private Path home;

    private final TestThread ui = new TestThread();
    private final Desk desk = new Desk(
            new Workspace(), new Jobs(ui), Device.cpu(1), new Messages(), new Theme(Theme.Kind.LIGHT), _ -> {});

    private DataPaneModel model(Path... folders) {
        DataPaneModel model = new DataPaneModel(desk, List.of(folders));
        settle();
        return model;
    }

    private void settle() {
        ui.workUntil(() -> desk.jobs().running().isEmpty());
    }

    private String message() {
        return desk.messages().lastProperty().get().text();
    }

    @Nested
    class AtItsStart {

        @Test
        void opensTheFirstDataSetThatItFinds() throws IOException {
            TinySets.digits(Files.createDirectories(home.resolve("bundled")), 30);
            TinySets.pond(Files.createDirectories(home.resolve("own")), 20, 10);

            DataPaneModel model = model(home.resolve("bundled"), home.resolve("own"), home.resolve("missing"));

            assertThat(model.opening().known()).extracting("key").containsExactly("tiny-digits", "tiny-pond");
            assertThat(model.datasetProperty().get()).map(Dataset::key).hasValue("tiny-digits");
            assertThat(desk.workspace().datasetProperty().get()).isEqualTo(model.datasetProperty().get());
        }

        @Test
        void isEmptyWhereThereIsNothing() {
            DataPaneModel model = model(home.resolve("missing"));

            assertThat(model.datasetProperty().get()).isEmpty();
            assertThat(model.heading()).isEmpty();
            assertThat(model.pickedText()).isEqualTo("No image");
            assertThat(model.contents()).isEqualTo("nothing is open");
        }

        @Test
        void saysWhatIsUnderWay() throws IOException {
            TinySets.digits(home, 5);
            DataPaneModel model = new DataPaneModel(desk, List.of(home));
            List<String> said = new ArrayList<>(List.of(model.contents()));
            model.opening().underWayProperty().subscribe(_ -> said.add(model.contents()));
            settle();

            assertThat(said).contains("looking for data sets ...", "opening tiny-digits ...");
            assertThat(model.contents()).startsWith("tiny-digits · 5 training images");
        }

        @Test
        void showsWhatIsOpenAlready() throws IOException {
            TinySets.digits(home, 5);
            model(home);

            DataPaneModel second = model(home.resolve("missing"));

            assertThat(second.datasetProperty().get()).map(Dataset::key).hasValue("tiny-digits");
            assertThat(second.index().size()).isEqualTo(5);
        }
    }

    @Nested
    class WithAPond {

        private DataPaneModel model;

        @BeforeEach
        void open() throws IOException {
            TinySets.pond(home, 200, 50);
            model = model(home);
        }

        @Test
        void saysWhatWasOpenedHowFastAndHowLarge() {
            assertThat(message()).matches("tiny-pond opened in \\d+\\.\\d s · 0\\.8 MB");
        }

        @Test
        void aPixelLeadsFromThePreparedToTheRawNumberImageAfterImage() {
            PixelModel pixels = model.picked().pixels();
            XRayModel xray = model.picked().xray();
            PixelModel.Pixel at = new PixelModel.Pixel(3, 5);
            assertThat(model.picked().address(at)).contains(new Address.Raw(0, 1024 + 3 * 32 + 5));
            pixels.scaleProperty().set(Scale.NORMALIZED);

            xray.open(model.picked().address(at).orElseThrow());
            assertThat(xray.shownProperty().get().orElseThrow().value()).isEqualTo(pixels.gridProperty().get().orElseThrow().prepared(1, 3, 5));
            model.wall().move(1);
            assertThat(xray.shownProperty().get().orElseThrow().value()).isEqualTo(pixels.gridProperty().get().orElseThrow().prepared(1, 3, 5));
            xray.walk(xray.shownProperty().get().orElseThrow().sources().getFirst());
            assertThat(xray.shownProperty().get().orElseThrow().value()).isEqualTo(pixels.gridProperty().get().orElseThrow().raw(1, 3, 5));
        }

        @Test
        void countsEachClass() {
            assertThat(model.countsProperty().get().counts()).containsExactly(40, 0, 40, 40, 40, 0, 40, 0, 0, 0);
            assertThat(model.heading()).isEqualTo("200 images");
            assertThat(model.detail()).isEqualTo("file order · 64 px, nearest neighbor");
        }

        @Test
        void showsTheFrogsInTheOrderOfTheFile() {
            model.showClass(TinySets.FROG);

            assertThat(model.heading()).isEqualTo("40 frogs");
            assertThat(List.of(model.index().imageAt(0), model.index().imageAt(1), model.index().imageAt(39)))
                    .containsExactly(1, 6, 196);
            assertThat(model.picked().placeProperty().get()).isEqualTo("train #1");
        }

        @Test
        void picksAnImageForAllPanes() {
            model.showClass(TinySets.FROG);
            model.wall().resize(640, 640);
            model.wall().pick(2);

            assertThat(model.picked().nameProperty().get()).isEqualTo("frog");
            assertThat(model.pickedText()).isEqualTo("frog, train #11, image 3 of 40");
            assertThat(desk.workspace().pickProperty().get())
                    .hasValue(new Workspace.Pick(model.datasetProperty().get().orElseThrow(), false, 11));
        }

        @Test
        void turnsToTheTestImagesAndKeepsTheClass() {
            model.showClass(TinySets.FROG);
            model.showTest();

            assertThat(model.heading()).isEqualTo("10 frogs");
            assertThat(model.picked().placeProperty().get()).isEqualTo("test #1");
        }

        @Test
        void goesToAnImageByItsNumber() {
            model.goTo(" #123 ");

            assertThat(model.picked().placeProperty().get()).isEqualTo("train #123");
        }

        @Test
        void leavesTheClassWhereTheImageIsOfAnother() {
            model.showClass(TinySets.FROG);
            assertThat(model.goTo("2")).isEmpty();

            assertThat(message()).isEqualTo("Image 2 is of class bird: all classes are shown again.");
            assertThat(model.labelProperty().get()).isEmpty();
            assertThat(model.picked().placeProperty().get()).isEqualTo("train #2");
        }

        @Test
        void saysWhichImagesThereAre() {
            Optional<String> refusal = model.goTo("200");

            assertThat(desk.messages().failures()).isEmpty();
            assertThat(refusal).hasValue("There is no training image \"200\". tiny-pond has 0 to 199.");
            assertThat(model.picked().placeProperty().get()).isEqualTo("train #0");
        }

        @Test
        void saysThatAClassHasNoImages() {
            model.showClass(1);

            assertThat(model.noImages()).isEqualTo("There are no training images of automobile here.");
            assertThat(model.picked().nameProperty().get()).isEmpty();
            assertThat(desk.workspace().pickProperty().get()).isEmpty();
        }

        @Test
        void normalizesByWhatWasMeasured() {
            Measured measured = model.picked().measuredProperty().get().orElseThrow();
            model.picked().pixels().scaleProperty().set(Scale.NORMALIZED);
            model.picked().pixels().point(0, 0);
            double raw = model.picked().pixels().gridProperty().get().orElseThrow().raw(0, 0, 0);
            double expected = (raw - measured.statistics().mean()[0]) / measured.statistics().deviation()[0];

            assertThat(measured.said()).isEqualTo("(x - mean) / deviation of each channel, measured on the 200 training images.");
            assertThat(model.picked().pixels().pointedText()).startsWith("y 0, x 0 · R %.2f G ".formatted(expected));
        }

        /** Which pixel would a histogram's number be shown at? */
        @Test
        void normalizesPixelsAsMeasuredWhereTheExperimentCountsColors() throws SettingException {
            desk.workspace().experimentProperty().set(Optional.of(prepared(spec("colorHistogram"))));
            settle();
            assertThat(model.picked().measuredProperty().get().orElseThrow().said()).startsWith("(x - mean) / deviation");

            desk.workspace().experimentProperty().set(Optional.of(prepared(spec("centerCrop"))));
            settle();
            assertThat(model.picked().measuredProperty().get().orElseThrow().said()).startsWith("What the network gets");
        }

        private Spec spec(String type) throws SettingException {
            return Recipe.find(Preparations.ALL, "preparation", type).standard();
        }

        private Experiment prepared(Spec step) {
            return new Experiment("", "", new DataPlan("tiny-pond", List.of(step), 0), List.of(), CrossEntropy.RECIPE.standard(),
                    Sgd.RECIPE.standard(), Schedules.ALL.getFirst().standard(),
                    new TrainingPlan(TrainingPlan.RECIPE.standard().settings(), Samplers.ALL.getFirst().standard()), 1);
        }

        @Test
        void enlargesThePickedImage() {
            model.toggleEnlarged();
            assertThat(model.enlargedProperty().get()).isTrue();
            assertThat(model.heading()).isEqualTo("airplane · train #0");

            model.showClass(1);
            assertThat(model.enlargedProperty().get()).isFalse();
        }

        @Test
        void keepsWhatIsOpenWhenAFileIsBad() throws IOException {
            model.showClass(TinySets.FROG);
            model.opening().open(TinySets.picture(home));
            settle();

            assertThat(message()).startsWith("frog.png: is a PNG");
            assertThat(model.opening().refusalProperty().get()).isEqualTo(message());
            assertThat(model.datasetProperty().get()).map(Dataset::key).hasValue("tiny-pond");
            assertThat(model.heading()).isEqualTo("40 frogs");
        }

        @Test
        void opensOnlyTheLastOfTwo() throws IOException {
            model.opening().open(TinySets.picture(home));
            model.opening().open(TinySets.digits(home.resolve("other"), 3));
            settle();

            assertThat(model.datasetProperty().get()).map(Dataset::key).hasValue("tiny-digits");
            assertThat(model.opening().refusalProperty().get()).isEmpty();
        }

        @Test
        void hasNoWallForPointsAndComesBackWithPictures() throws Exception {
            model.showClass(TinySets.FROG);
            Dataset pond = desk.workspace().datasetProperty().get().orElseThrow();

            desk.workspace().datasetProperty().set(Optional.of(PointSets.make("spiral", PointSets.ALL.getFirst().standard())));
            settle();

            assertThat(model.datasetProperty().get()).isEmpty();
            assertThat(model.index().size()).isZero();
            assertThat(model.countsProperty().get()).isEqualTo(ClassCounts.NONE);
            assertThat(model.contents()).isEqualTo("Spiral, 3 arms, 300 points");
            assertThat(desk.workspace().pickProperty().get()).isEmpty();
            desk.workspace().datasetProperty().set(Optional.of(pond));
            settle();
            assertThat(model.heading()).isEqualTo("200 images");
            assertThat(model.contents()).startsWith(pond.title());
        }

        @Test
        void sendsThePickedImageToAnotherPaneAlsoASecondTime() {
            List<Workspace.Sent> sent = new ArrayList<>();
            desk.workspace().sentProperty().subscribe(now -> now.ifPresent(sent::add));

            model.sendPick("kernels");
            model.sendPick("kernels");

            Workspace.Pick pick = desk.workspace().pickProperty().get().orElseThrow();
            assertThat(sent).containsExactly(new Workspace.Sent("kernels", pick), new Workspace.Sent("kernels", pick));
        }

        @Test
        void startsAnewWithAnotherDataSet() throws IOException {
            model.showClass(TinySets.FROG);
            model.showTest();
            model.opening().open(TinySets.digits(home.resolve("other"), 3));
            settle();

            assertThat(model.labelProperty().get()).isEmpty();
            assertThat(model.testProperty().get()).isFalse();
            assertThat(model.heading()).isEqualTo("3 images");
            assertThat(model.picked().measuredProperty().get().orElseThrow().statistics().mean()).hasSize(1);
        }
    }
}
