package tadpole.app.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import tadpole.app.Screenshots;
import tadpole.app.shell.Fonts;
import tadpole.app.shell.Theme;
import tadpole.engine.convolution.Border;
import tadpole.engine.convolution.Padding;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;
import tadpole.resources.Resources;

@ExtendWith(ApplicationExtension.class)
class PlaneViewTest {

    private static final int SIDE = 32;

    private final Theme theme = new Theme(Theme.Kind.LIGHT);
    private final Viewport viewport = new Viewport();
    private final PlaneModel input = new PlaneModel(viewport);
    private final PlaneModel output = new PlaneModel(viewport);
    private final PlaneModel photo = new PlaneModel(new Viewport());
    private final PlaneModel few = new PlaneModel(new Viewport());
    private PlaneView inputView;
    private PlaneView outputView;
    private PlaneView photoView;
    private PlaneView fewView;
    private Scene scene;

    @Start
    private void start(Stage stage) {
        Fonts.load();
        Tensor picture = blob(1, SIDE, SIDE);
        input.nameProperty().set("Input");
        input.valuesProperty().set(Optional.of(picture));
        input.aroundProperty().set(PlaneModel.Around.of(Padding.of(1), 3, 3, 1, picture));
        Tensor change = across(picture);
        output.valuesProperty().set(Optional.of(change));
        output.toningProperty().set(Toning.signed(change, 0));
        output.marginProperty().set(1);
        photo.valuesProperty().set(Optional.of(blob(3, 384, 512)));
        photo.toningProperty().set(Toning.color(20, 200));
        Tensor small = row(-1, 0.5f, Float.NaN, 1.2345678f, 2, -0.001234f);
        few.valuesProperty().set(Optional.of(small));
        few.toningProperty().set(Toning.signed(small, 0));
        few.aroundProperty().set(PlaneModel.Around.of(Padding.of(1).with(Border.REPLICATE), 3, 3, 1, small));
        inputView = view(input);
        outputView = view(output);
        photoView = view(photo);
        fewView = view(few);
        outputView.alignmentProperty().set(Pos.TOP_LEFT);
        GridPane grid = new GridPane(24, 24);
        grid.setPadding(new Insets(24));
        grid.setStyle("-fx-background-color: -tp-surface");
        grid.addRow(0, new VBox(8, inputView, new ToneScale(input, theme::color)), new VBox(8, outputView, new ToneScale(output, theme::color)));
        grid.addRow(1, new VBox(8, photoView, new ToneScale(photo, theme::color)), new VBox(8, fewView, new ToneScale(few, theme::color)));
        scene = new Scene(grid, 860, 860);
        dress(Theme.Kind.LIGHT);
        stage.setScene(scene);
        stage.show();
    }

    private PlaneView view(PlaneModel model) {
        PlaneView view = new PlaneView(model, theme::color);
        view.setMinSize(350, 350);
        view.setPrefSize(350, 350);
        return view;
    }

    private void dress(Theme.Kind kind) {
        theme.show(kind);
        Application.setUserAgentStylesheet((kind.isDark() ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
        scene.getStylesheets().setAll(Stream.of(kind.isDark() ? "tokens-dark" : "tokens-light", "app")
                .map(name -> Resources.url("css/" + name + ".css").toExternalForm()).toList());
        Stream.of(inputView, outputView, photoView, fewView).forEach(PlaneView::repaint);
    }

    /** Values of a soft spot, brighter in later channels. */
    private static Tensor blob(int channels, int height, int width) {
        Tensor values = Tensor.zeros(Shape.of(channels, height, width));
        for (int i = 0; i < values.size(); i++) {
            double y = i / width % height / (double) height - 0.4;
            double x = i % width / (double) width - 0.6;
            values.data()[i] = Math.round(230 * Math.exp(-9 * (x * x + y * y * (1 + i / (width * height)))) + 12 * Math.sin(40 * x * y));
        }
        return values;
    }

    private static Tensor across(Tensor picture) {
        Tensor change = Tensor.zeros(picture.shape());
        for (int i = 1; i + 1 < picture.size(); i++) {
            change.data()[i] = picture.data()[i + 1] - picture.data()[i - 1];
        }
        return change;
    }

    private static Tensor row(float... numbers) {
        Tensor values = Tensor.zeros(Shape.of(1, 2, numbers.length / 2));
        System.arraycopy(numbers, 0, values.data(), 0, numbers.length);
        return values;
    }

    @Test
    void zoomsMovesPointsAndMarksInBothThemes(FxRobot robot) throws Exception {
        waitForFxEvents();
        assertThat(inputView.scaleTextProperty().get()).isEqualTo("10 : 1");
        assertThat(outputView.scaleTextProperty().get()).isEqualTo("10 : 1");
        assertThat(photoView.scaleTextProperty().get()).isEqualTo("1 : 1.5, smoothed");
        assertThat(colorAt(inputView, 14, 12)).isEqualTo(Color.grayRgb((int) valueOf(input, 14, 12)));
        assertThat(colorAt(outputView, 0, 0)).isNotEqualTo(Color.TRANSPARENT);

        run(() -> {
            input.marksProperty().set(List.of(new PlaneModel.Mark(13, 11, 3, 3, "accent", false), new PlaneModel.Mark(-1, -1, 3, 3, "validation", true)));
            output.marksProperty().set(List.of(new PlaneModel.Mark(14, 12, 1, 1, "accent", false)));
            photo.marksProperty().set(List.of(new PlaneModel.Mark(100, 300, 3, 3, "accent", false)));
        });
        picture("plane-light-fit");

        robot.moveTo(middleOf(inputView, 14, 12));
        waitForFxEvents();
        assertThat(input.pointedProperty().get()).contains(new PixelModel.Pixel(14, 12));
        turn(inputView, 14, 12, 6);
        assertThat(inputView.scaleTextProperty().get()).isEqualTo("38 : 1");
        assertThat(outputView.scaleTextProperty().get()).isEqualTo("38 : 1");
        robot.moveTo(middleOf(inputView, 14, 12));
        waitForFxEvents();
        assertThat(input.pointedProperty().get()).contains(new PixelModel.Pixel(14, 12));
        picture("plane-light-zoomed");

        double before = middleOf(inputView, 14, 12).getX();
        robot.press(MouseButton.PRIMARY);
        for (int i = 0; i < 10; i++) {
            robot.moveBy(2, 3);
            waitForFxEvents();
        }
        robot.release(MouseButton.PRIMARY);
        waitForFxEvents();
        assertThat(middleOf(inputView, 14, 12).getX()).isEqualTo(before + 20);
        assertThat(middleOf(outputView, 14, 12).getX() - middleOf(inputView, 14, 12).getX())
                .isEqualTo(outputView.localToScreen(0, 0).getX() - inputView.localToScreen(0, 0).getX());

        run(() -> {
            viewport.show(viewport.zoomProperty().get(), 0, 0);
            inputView.requestFocus();
            input.point(Optional.of(new PixelModel.Pixel(0, 0)));
        });
        robot.type(KeyCode.UP, KeyCode.LEFT);
        waitForFxEvents();
        assertThat(input.placeProperty().get()).contains(new PixelModel.Pixel(-1, -1));
        assertThat(input.pointedProperty().get()).isEmpty();
        assertThat(inputView.getAccessibleText()).isEqualTo("Input, 32 × 32. y -1, x -1: 0, padding");
        robot.type(KeyCode.MINUS);
        waitForFxEvents();
        assertThat(inputView.scaleTextProperty().get()).isEqualTo("30 : 1");
        run(() -> dress(Theme.Kind.DARK));
        picture("plane-dark-corner");

        robot.doubleClickOn(middleOf(outputView, 3, 3));
        waitForFxEvents();
        assertThat(viewport.zoomProperty().get()).isEqualTo(1);
        picture("plane-dark-fit");
    }

    @Test
    void leftDragsStayFreeForDrawingWhereOneDraws(FxRobot robot) throws Exception {
        waitForFxEvents();
        turn(inputView, 14, 12, 4);
        run(() -> inputView.dragMovesProperty().set(false));
        double before = viewport.centerXProperty().get();

        robot.moveTo(middleOf(inputView, 14, 12)).press(MouseButton.PRIMARY);
        for (int i = 0; i < 8; i++) {
            robot.moveBy(4, 0);
            waitForFxEvents();
        }
        robot.release(MouseButton.PRIMARY);

        assertThat(viewport.centerXProperty().get()).isEqualTo(before);
        assertThat(input.pointedProperty().get().orElseThrow().x()).isGreaterThan(12);
    }

    private static float valueOf(PlaneModel model, int y, int x) {
        return model.valueAt(0, y, x).orElseThrow();
    }

    private Color colorAt(PlaneView view, int y, int x) throws Exception {
        return asyncFx(() -> {
            WritableImage image = scene.snapshot(null);
            javafx.geometry.Bounds cell = view.inScene(y, x, 1, 1).orElseThrow();
            return image.getPixelReader().getColor((int) cell.getCenterX(), (int) cell.getCenterY());
        }).get();
    }

    private javafx.geometry.Point2D middleOf(PlaneView view, int y, int x) throws Exception {
        return asyncFx(() -> {
            javafx.geometry.Bounds cell = view.inScene(y, x, 1, 1).orElseThrow();
            return scene.getRoot().localToScreen(cell.getCenterX(), cell.getCenterY());
        }).get();
    }

    private void turn(PlaneView view, int y, int x, int notches) throws Exception {
        for (int i = 0; i < notches; i++) {
            run(() -> {
                javafx.geometry.Bounds cell = view.sceneToLocal(view.inScene(y, x, 1, 1).orElseThrow());
                view.fireEvent(new ScrollEvent(ScrollEvent.SCROLL, cell.getCenterX(), cell.getCenterY(), 0, 0, false, false, false, false, false, false,
                        0, 40, 0, 40, ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.LINES, 3, 0, null));
            });
        }
    }

    private void run(Runnable work) throws Exception {
        asyncFx(work).get();
        waitForFxEvents();
    }

    private void picture(String name) throws Exception {
        waitForFxEvents();
        run(() -> Screenshots.take(scene, name));
    }
}
