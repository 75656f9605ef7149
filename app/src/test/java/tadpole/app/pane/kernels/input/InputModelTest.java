package tadpole.app.pane.kernels.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tadpole.app.job.Jobs;
import tadpole.app.shell.Desk;
import tadpole.app.shell.Messages;
import tadpole.app.shell.Theme;
import tadpole.app.shell.Workspace;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.PointSets;
import tadpole.engine.dataset.Split;
import tadpole.engine.picture.made.MadePictures;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.samples.SampleData;

class InputModelTest {

    @TempDir
    private Path folder;

    private final BlockingQueue<Runnable> told = new LinkedBlockingQueue<>();
    private final Workspace workspace = new Workspace();
    private final Messages messages = new Messages();
    private final Desk desk = new Desk(workspace, new Jobs(told::add), Device.plain(), messages, new Theme(Theme.Kind.LIGHT), _ -> { });
    private final InputModel model = new InputModel(desk, Runnable::run, SampleData.data());

    @Test
    void beginsWithAFrogWhereNothingIsPicked() {
        model.begin();
        assertThat(model.underWayProperty().get()).isEqualTo("Opening Tadpole pond");
        until(() -> model.shownProperty().get().isPresent());

        assertThat(name()).isEqualTo("frog, train #123");
        assertThat(model.shownProperty().get().orElseThrow().facts()).isEqualTo("32 × 32 · red, green, blue");
        assertThat(model.underWayProperty().get()).isEmpty();
    }

    @Test
    void beginsWithThePickAndFollowsIt() {
        pick(3);
        model.begin();
        assertThat(name()).isEqualTo("seven, train #3");

        pick(4);
        assertThat(name()).isEqualTo("seven, train #4");

        model.sourceProperty().set(Source.DRAWING);
        pick(5);
        assertThat(name()).isEqualTo("drawing");
    }

    @Test
    void aPickThatIsSentIsShownWhateverWasShown() {
        pick(3);
        model.sourceProperty().set(Source.DRAWING);

        workspace.sentProperty().set(Optional.of(new Workspace.Sent("kernels", workspace.pickProperty().get().orElseThrow())));

        assertThat(name()).isEqualTo("seven, train #3");
    }

    @Test
    void saysWhatToDoWhereNothingIsPickedAndKeepsWhatWasShown() {
        model.sourceProperty().set(Source.DRAWING);

        model.sourceProperty().set(Source.PICKED);

        assertThat(model.refusalProperty().get()).isEqualTo("Nothing is picked in the Data pane yet.");
        assertThat(name()).isEqualTo("drawing");
        pick(7);
        assertThat(model.refusalProperty().get()).isEmpty();
        assertThat(name()).isEqualTo("seven, train #7");
    }

    @Test
    void pointsAreRefusedInASentence() throws SettingException {
        Dataset points = PointSets.make("points", PointSets.ALL.getFirst().standard());
        workspace.pickProperty().set(Optional.of(new Workspace.Pick(points, false, 0)));
        model.sourceProperty().set(Source.PICKED);

        assertThat(model.refusalProperty().get()).startsWith("The samples of Spiral").endsWith("are points, not pictures. Pick an image of another data set.");
    }

    @Test
    void goesThroughBundledImagesAroundTheirEnds() {
        model.sourceProperty().set(Source.DIGITS);
        until(() -> model.shownProperty().get().isPresent());
        assertThat(name()).endsWith("train #0");

        model.step(-1);
        assertThat(name()).endsWith("train #9999");
        model.step(1);
        model.go(17);
        assertThat(name()).endsWith("train #17");
        assertThat(model.index()).isEqualTo(17);
    }

    @Test
    void madePicturesFollowTheirSettings() {
        model.sourceProperty().set(Source.MADE);
        model.made().pick(MadePictures.ALL.get(1));
        model.made().form().field("width").take(21L);
        until(() -> model.shownProperty().get().filter(now -> now.picture().width() == 21).isPresent());

        assertThat(name()).isEqualTo("one white dot");
        assertThat(model.underWayProperty().get()).isEmpty();
    }

    @Test
    void opensAFileWithItsNotes() throws IOException {
        Path file = clear();

        assertThat(model.take(List.of(file))).isTrue();
        until(() -> model.shownProperty().get().isPresent());

        assertThat(name()).isEqualTo("clear.png");
        assertThat(model.shownProperty().get().orElseThrow().notes()).containsExactly("Its transparent parts (alpha) were laid on white.");
        assertThat(model.sourceProperty().get()).isEqualTo(Source.FILE);
        assertThat(model.readingProperty().get()).isEmpty();
        assertThat(messages.lastProperty().get().text()).isEqualTo("Opened clear.png.");
    }

    @Test
    void aBadFileIsToldAndWhatWasShownStays() throws IOException {
        model.sourceProperty().set(Source.DRAWING);

        model.open(Files.write(folder.resolve("none.png"), new byte[0]));
        until(() -> !model.refusalProperty().get().isEmpty());

        assertThat(model.refusalProperty().get()).isEqualTo("none.png is empty: 0 bytes. Save or download the picture again.");
        assertThat(messages.failures()).containsExactly(model.refusalProperty().get());
        assertThat(name()).isEqualTo("drawing");
    }

    @Test
    void whoeverChoosesSomethingElseWhileAFileIsReadGetsThat() throws IOException {
        model.open(clear());
        model.sourceProperty().set(Source.DRAWING);

        until(() -> desk.jobs().running().isEmpty());

        assertThat(name()).isEqualTo("drawing");
        assertThat(model.underWayProperty().get()).isEmpty();
    }

    @Test
    void leavesToOthersWhatIsNoPicture() {
        assertThat(model.take(List.of(Path.of("race.json")))).isFalse();
        assertThat(model.take(List.of(Path.of("a.png"), Path.of("b.png")))).isFalse();
    }

    @Test
    void theOutputFollowsWhatIsDrawn() {
        model.sourceProperty().set(Source.DRAWING);
        assertThat(model.isDrawing()).isTrue();

        model.sketch().press(10, 10);

        assertThat(model.shownProperty().get().orElseThrow().picture().at(0, 10, 10)).isEqualTo(255);
    }

    @Test
    void remembersTheLastFewAndComesBackToThem() throws IOException {
        model.sourceProperty().set(Source.DRAWING);
        model.sketch().press(10, 10);
        InputPicture drawn = model.shownProperty().get().orElseThrow();
        model.open(clear());
        until(() -> name().equals("clear.png"));
        pick(3);
        model.sourceProperty().set(Source.PICKED);
        model.sourceProperty().set(Source.MADE);
        until(() -> name().equals("pond at evening"));
        model.made().show(pondOf(40));
        until(() -> model.shownProperty().get().orElseThrow().picture().width() == 40);

        assertThat(model.recent()).extracting(each -> each.picture().name()).containsExactly("pond at evening", "seven, train #3", "clear.png", "drawing");
        model.restore(drawn);
        assertThat(model.sourceProperty().get()).isEqualTo(Source.DRAWING);
        assertThat(model.isDrawing()).isTrue();
        assertThat(model.shownProperty().get()).contains(drawn);
        assertThat(model.recent()).first().isEqualTo(drawn);
        model.sketch().press(20, 20);
        assertThat(model.shownProperty().get().orElseThrow().picture().at(0, 10, 10)).isEqualTo(255);
        model.restore(model.recent().get(1));
        assertThat(model.sourceProperty().get()).isEqualTo(Source.MADE);
        assertThat(model.made().form().settings().whole("width")).isEqualTo(40);
    }

    private static Spec pondOf(int width) {
        try {
            return MadePictures.ALL.getFirst().with(Map.of("width", width, "height", 30));
        } catch (SettingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String name() {
        return model.shownProperty().get().map(now -> now.picture().name()).orElse("");
    }

    private Path clear() throws IOException {
        Path file = folder.resolve("clear.png");
        ImageIO.write(new BufferedImage(20, 12, BufferedImage.TYPE_INT_ARGB), "png", file.toFile());
        return file;
    }

    private void pick(int index) {
        Split split = new Split() {
            @Override
            public int size() {
                return 10;
            }

            @Override
            public Shape shape() {
                return Shape.of(1, 4, 4);
            }

            @Override
            public int label(int of) {
                return 0;
            }

            @Override
            public void read(int of, float[] into, int offset) {
                into[offset] = of;
            }
        };
        workspace.pickProperty().set(Optional.of(new Workspace.Pick(new Dataset("sevens", "Sevens", List.of("seven"), split, Optional.empty()), false, index)));
    }

    private void until(BooleanSupplier done) {
        try {
            while (!done.getAsBoolean()) {
                Runnable next = told.poll(30, TimeUnit.SECONDS);
                assertThat(next).as("something within 30 seconds").isNotNull();
                next.run();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
