package tadpole.app.pane.train;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import tadpole.app.shell.Theme;
import tadpole.engine.dataset.Split;

/** One image of the strip: the picture, a bar for each class, and whether the answer is right, by sign and word. */
final class StripTile extends VBox {

    private static final double WIDTH = 60;
    private static final double BARS = 30;
    private static final int SHORT = 3;

    private final Theme theme;
    private final ImageView picture = new ImageView();
    private final Canvas bars = new Canvas(WIDTH, BARS);
    private final FontIcon sign = new FontIcon();
    private final Label answer = new Label();
    private final Label truth = new Label();
    private final HBox said = new HBox(sign, answer);
    private final Tooltip tip = new Tooltip();
    private Optional<Split> split = Optional.empty();
    private int index = -1;
    private Theme.Kind drawnIn;

    StripTile(Theme theme) {
        this.theme = theme;
        getStyleClass().add("strip-tile");
        setMinWidth(0);
        setPrefWidth(0);
        HBox.setHgrow(this, Priority.ALWAYS);
        picture.setSmooth(false);
        StackPane frame = new StackPane(picture);
        frame.getStyleClass().add("strip-picture");
        frame.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        answer.getStyleClass().add("strip-answer");
        truth.getStyleClass().add("strip-truth");
        truth.setMinWidth(0);
        said.getStyleClass().add("strip-said");
        getChildren().setAll(frame, bars, said, truth);
        Tooltip.install(this, tip);
    }

    void show(Split of, Seen seen, List<String> classes) {
        if (split.filter(old -> old == of).isEmpty() || index != seen.index() || drawnIn != theme.kind()) {
            split = Optional.of(of);
            index = seen.index();
            drawnIn = theme.kind();
            picture.setImage(Thumbnail.of(of, index, !theme.kind().isDark()));
        }
        drawBars(seen);
        say(seen, classes);
    }

    private void drawBars(Seen seen) {
        GraphicsContext g = bars.getGraphicsContext2D();
        g.clearRect(0, 0, WIDTH, BARS);
        int classes = seen.shares().length;
        Color line = theme.color("muted");
        Color bar = theme.color("training");
        double step = WIDTH / Math.max(10, classes);
        double gap = step >= 4 ? 1 : 0;
        for (int i = 0; i < Math.max(10, classes); i++) {
            double x = Math.round(i * step);
            double width = Math.round((i + 1) * step) - x - gap;
            double height = i < classes ? Math.round((BARS - 2) * seen.shares()[i]) : 0;
            g.setFill(line.deriveColor(0, 1, 1, 0.5));
            g.fillRect(x, BARS - 1, width, 1);
            g.setFill(bar);
            g.fillRect(x, BARS - 1 - height, width, height);
        }
    }

    private void say(Seen seen, List<String> classes) {
        String right = name(seen.label(), classes);
        if (seen.answer().isEmpty()) {
            placeTruth(areShort(classes));
            dress("", Optional.empty());
            answer.setText(right);
            truth.setText("");
            tip.setText("Image %d is %s. The network has not been asked yet.".formatted(seen.index(), right));
            return;
        }
        String given = name(seen.answer().getAsInt(), classes);
        placeTruth(areShort(classes));
        dress(seen.isRight() ? "right-mark" : "wrong-mark",
                Optional.of(seen.isRight() ? Material2OutlinedAL.CHECK : Material2OutlinedAL.CLOSE));
        answer.setText(given);
        truth.setText(seen.isRight() ? "" : "is " + right);
        tip.setText("Image %d is %s. The network says %s%s.".formatted(seen.index(), right, given, shares(seen, classes)));
        setAccessibleText(tip.getText());
    }

    /** One form for all images of a data set. */
    static boolean areShort(List<String> classes) {
        return classes.stream().allMatch(each -> each.length() <= SHORT);
    }

    /** Digits find room beside each other; words stand one under the other. */
    private void placeTruth(boolean beside) {
        answer.getStyleClass().removeAll("strip-word");
        if (!beside) {
            answer.getStyleClass().add("strip-word");
        }
        if (beside != said.getChildren().contains(truth)) {
            getChildren().remove(truth);
            said.getChildren().remove(truth);
            (beside ? said : this).getChildren().add(truth);
        }
    }

    private void dress(String mark, Optional<Material2OutlinedAL> icon) {
        for (Node node : List.of(sign, answer)) {
            node.getStyleClass().removeAll("right-mark", "wrong-mark");
            if (!mark.isEmpty()) {
                node.getStyleClass().add(mark);
            }
        }
        sign.setManaged(icon.isPresent());
        sign.setVisible(icon.isPresent());
        icon.ifPresent(sign::setIconCode);
    }

    private static String shares(Seen seen, List<String> classes) {
        if (seen.shares().length == 0) {
            return "";
        }
        StringBuilder text = new StringBuilder(" (").append(Numbers.percent(seen.shares()[seen.answer().getAsInt()]));
        if (seen.isWrong()) {
            text.append("; ").append(name(seen.label(), classes)).append(' ').append(Numbers.percent(seen.shares()[seen.label()]));
        }
        return text.append(')').toString();
    }

    private static String name(int label, List<String> classes) {
        return label >= 0 && label < classes.size() ? classes.get(label) : Integer.toString(label);
    }
}
