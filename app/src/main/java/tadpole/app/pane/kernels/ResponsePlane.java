package tadpole.app.pane.kernels;

import java.awt.Color;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tadpole.app.chart.Digits;
import tadpole.app.chart.Viridis;
import tadpole.engine.convolution.FrequencyResponse;
import tadpole.resources.Resources;

/** How strongly a kernel lets waves of every direction through: frequency along a row to the right, along a column downward. */
final class ResponsePlane extends VBox {

    private static final int COUNT = 61;
    private static final int CELL = 5;
    private static final int SIDE = COUNT * CELL;
    private static final int BAR = 120;
    private static final int THICK = 8;

    private final double[][] values;
    private final double most;
    private final Label reading = new Label();

    ResponsePlane(FrequencyResponse response, String name) {
        this.values = response.grid(COUNT);
        this.most = most(values);
        setId("response-plane");
        getStyleClass().add("response-plane");
        getStylesheets().add(Resources.url("css/pane-kernels-kernel.css").toExternalForm());
        Label title = new Label("Response to waves");
        title.getStyleClass().add("section-title");
        Label of = new Label(name);
        of.getStyleClass().add("muted");
        HBox head = new HBox(title, of);
        head.getStyleClass().add("response-head");
        reading.setId("response-reading");
        reading.getStyleClass().addAll("mono", "response-reading");
        rest();
        getChildren().setAll(head, picture(), scale(), reading);
    }

    private static double most(double[][] values) {
        double most = 0;
        for (double[] row : values) {
            for (double value : row) {
                most = Math.max(most, value);
            }
        }
        return most;
    }

    private Node picture() {
        WritableImage image = new WritableImage(COUNT, COUNT);
        PixelWriter pixels = image.getPixelWriter();
        for (int i = 0; i < COUNT; i++) {
            for (int j = 0; j < COUNT; j++) {
                pixels.setArgb(j, i, argb(most == 0 ? 0 : values[i][j] / most));
            }
        }
        ImageView view = new ImageView(image);
        view.setId("response-picture");
        view.setFitWidth(SIDE);
        view.setFitHeight(SIDE);
        view.setSmooth(false);
        view.addEventHandler(MouseEvent.MOUSE_MOVED, this::read);
        view.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> rest());
        BorderPane framed = new BorderPane(view);
        VBox left = new VBox(tick("-0.5"), space(true), tick("0"), space(true), tick("0.5"));
        left.getStyleClass().add("response-left");
        HBox below = new HBox(tick("-0.5"), space(false), tick("0"), space(false), tick("0.5"));
        below.getStyleClass().add("response-below");
        Label across = new Label("fx, cycles per pixel along a row; fy along a column, at the left");
        across.getStyleClass().add("axis-name");
        VBox foot = new VBox(below, across);
        framed.setLeft(left);
        framed.setBottom(foot);
        BorderPane.setAlignment(foot, Pos.CENTER_RIGHT);
        return framed;
    }

    private Node scale() {
        WritableImage ramp = new WritableImage(BAR, THICK);
        for (int i = 0; i < BAR * THICK; i++) {
            ramp.getPixelWriter().setArgb(i % BAR, i / BAR, argb((double) (i % BAR) / (BAR - 1)));
        }
        HBox row = new HBox(tick("0"), new ImageView(ramp), tick(Digits.shortest(most)));
        row.getStyleClass().add("response-scale");
        return row;
    }

    private static int argb(double share) {
        Color color = Viridis.at(share);
        return 0xFF000000 | color.getRed() << 16 | color.getGreen() << 8 | color.getBlue();
    }

    private static Label tick(String text) {
        Label tick = new Label(text);
        tick.getStyleClass().addAll("mono", "tick");
        return tick;
    }

    private static Region space(boolean upright) {
        Region space = new Region();
        if (upright) {
            VBox.setVgrow(space, Priority.ALWAYS);
        } else {
            HBox.setHgrow(space, Priority.ALWAYS);
        }
        return space;
    }

    private void read(MouseEvent mouse) {
        int j = Math.clamp((int) (mouse.getX() / CELL), 0, COUNT - 1);
        int i = Math.clamp((int) (mouse.getY() / CELL), 0, COUNT - 1);
        double fx = (double) j / (COUNT - 1) - FrequencyResponse.FINEST;
        double fy = (double) i / (COUNT - 1) - FrequencyResponse.FINEST;
        double frequency = Math.hypot(fx, fy);
        reading.setText(String.format(Locale.ROOT, "fx %.3f, fy %.3f: × %s, %s", fx, fy, Digits.shortest(values[i][j]),
                frequency < 1e-9 ? "even areas" : "waves of %s pixels".formatted(Digits.shortest(1 / frequency))));
    }

    private void rest() {
        int middle = COUNT / 2;
        reading.setText("Even areas, in the middle: × " + Digits.shortest(values[middle][middle]));
    }
}
