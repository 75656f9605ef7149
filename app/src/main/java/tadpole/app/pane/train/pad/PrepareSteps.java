package tadpole.app.pane.train.pad;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import tadpole.engine.dataset.DrawnDigit;

/** MNIST's own preparation of the drawing, step by step: the box around the ink, the box scaled, the field around its center of mass. */
final class PrepareSteps extends HBox {

    private static final int SIZE = 72;
    /** On black in every theme, as the digits are. */
    private static final Color MARK = Color.web("#3ECBB8");

    private final PadModel model;
    private final Canvas box = new Canvas(SIZE, SIZE);
    private final Canvas scaled = new Canvas(SIZE, SIZE);
    private final Canvas field = new Canvas(SIZE, SIZE);
    private final Label boxWords = words("pad-box");
    private final Label scaledWords = words("pad-scaled");
    private final Label fieldWords = words("pad-field");

    PrepareSteps(PadModel model) {
        this.model = model;
        setId("pad-steps");
        getStyleClass().add("pad-steps");
        getChildren().setAll(step(box, boxWords), step(scaled, scaledWords), step(field, fieldWords));
        model.stateProperty().subscribe(state -> show(state.digit()));
    }

    private static Label words(String id) {
        Label words = new Label();
        words.setId(id);
        words.getStyleClass().addAll("muted", "small");
        words.setWrapText(true);
        words.setMaxWidth(SIZE);
        words.setMinHeight(USE_PREF_SIZE);
        return words;
    }

    private static Node step(Canvas picture, Label words) {
        StackPane framed = new StackPane(picture);
        framed.getStyleClass().add("pad-canvas");
        framed.setMaxSize(SIZE, SIZE);
        VBox step = new VBox(framed, words);
        step.getStyleClass().add("pad-step");
        return step;
    }

    private void show(Optional<DrawnDigit> shown) {
        clear(box);
        clear(scaled);
        clear(field);
        boxWords.setText(shown.map(digit -> "box around it, %d×%d".formatted(digit.box().width(), digit.box().height())).orElse("box around it"));
        scaledWords.setText(shown.map(digit -> "scaled to %d×%d".formatted(digit.placed().width(), digit.placed().height())).orElse("scaled into 20×20"));
        fieldWords.setText(shown.map(digit -> "by center of mass in %d×%d".formatted(digit.side(), digit.side())).orElse("by center of mass in 28×28"));
        shown.ifPresent(this::paint);
    }

    private static void clear(Canvas canvas) {
        canvas.getGraphicsContext2D().setFill(Color.BLACK);
        canvas.getGraphicsContext2D().fillRect(0, 0, SIZE, SIZE);
    }

    private void paint(DrawnDigit digit) {
        float[] ink = model.ink().copy();
        double pixel = (double) SIZE / Ink.SIDE;
        GraphicsContext frame = box.getGraphicsContext2D();
        frame.drawImage(image(ink), 0, 0, SIZE, SIZE);
        frame.setStroke(MARK);
        frame.strokeRect(Math.floor(digit.box().left() * pixel) + 0.5, Math.floor(digit.box().top() * pixel) + 0.5,
                Math.ceil(digit.box().width() * pixel) - 1, Math.ceil(digit.box().height() * pixel) - 1);

        DrawnDigit.Box placed = digit.placed();
        int most = Math.max(placed.width(), placed.height());
        double large = (double) SIZE / most;
        pixels(scaled, digit.scaled(), placed.width(), 255, (most - placed.width()) / 2.0, (most - placed.height()) / 2.0, large);

        double cell = (double) SIZE / digit.side();
        pixels(field, digit.field(), digit.side(), 255, 0, 0, cell);
        GraphicsContext cross = field.getGraphicsContext2D();
        cross.setStroke(MARK);
        double x = (digit.centerX() + 0.5) * cell;
        double y = (digit.centerY() + 0.5) * cell;
        cross.strokeLine(x - 5, y, x + 5, y);
        cross.strokeLine(x, y - 5, x, y + 5);
        cross.strokeRect(Math.floor(placed.left() * cell) + 0.5, Math.floor(placed.top() * cell) + 0.5, Math.ceil(placed.width() * cell) - 1,
                Math.ceil(placed.height() * cell) - 1);
    }

    private static WritableImage image(float[] ink) {
        WritableImage image = new WritableImage(Ink.SIDE, Ink.SIDE);
        for (int i = 0; i < ink.length; i++) {
            image.getPixelWriter().setColor(i % Ink.SIDE, i / Ink.SIDE, Color.gray(Math.clamp(ink[i], 0, 1)));
        }
        return image;
    }

    private static void pixels(Canvas canvas, float[] values, int width, float full, double left, double top, double size) {
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        for (int i = 0; i < values.length; i++) {
            if (values[i] > 0) {
                graphics.setFill(Color.gray(Math.clamp(values[i] / full, 0, 1)));
                // Whole pixels: edges between them would be seen.
                long x = Math.round((left + i % width) * size);
                long y = Math.round((top + i / width) * size);
                graphics.fillRect(x, y, Math.round((left + i % width + 1) * size) - x, Math.round((top + i / width + 1) * size) - y);
            }
        }
    }
}
