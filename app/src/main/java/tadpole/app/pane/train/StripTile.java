package tadpole.app.pane.train;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import tadpole.app.shell.Theme;
import tadpole.app.xray.NumberLink;
import tadpole.engine.dataset.Split;

/** One image of the strip: the picture, a bar for each class, and whether the answer is right, by sign and word. */
final class StripTile extends VBox {

    private static final double WIDTH = 60;
    private static final double BARS = 30;
    private static final int SHORT = 3;
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

    /** Opens what the network says about a class. */
    @FunctionalInterface
    interface Opener {
        void open(StripTile tile, Seen seen, int klass);
    }

    private final Theme theme;
    private final ImageView picture = new ImageView();
    private final Canvas bars = new Canvas(WIDTH, BARS);
    private final FontIcon sign = new FontIcon();
    private final NumberLink answer;
    private final Label truth = new Label();
    private final HBox said;
    private final Opener opener;
    private final Tooltip tip = new Tooltip();
    private Optional<Split> split = Optional.empty();
    private int index = -1;
    private Optional<Seen> seen = Optional.empty();
    private Theme.Kind drawnIn;

    /** @param opener asked when one clicks what the network says */
    StripTile(Theme theme, Opener opener) {
        this.theme = theme;
        this.opener = opener;
        this.answer = new NumberLink(() -> seen.flatMap(StripTile::answered).ifPresent(this::open));
        this.said = new HBox(sign, answer);
        answer.setTooltip(null);
        said.setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.PRIMARY) {
                seen.flatMap(StripTile::answered).ifPresent(this::open);
            }
        });
        bars.getStyleClass().add("strip-bars");
        bars.setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.PRIMARY) {
                bar(click.getX()).ifPresent(this::open);
                click.consume();
            }
        });
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

    private static Optional<Integer> answered(Seen seen) {
        return seen.answer().isPresent() ? Optional.of(seen.answer().getAsInt()) : Optional.empty();
    }

    private void open(int klass) {
        seen.ifPresent(now -> opener.open(this, now, klass));
    }

    /** The class whose bar stands there. */
    private Optional<Integer> bar(double x) {
        int classes = seen.map(now -> now.shares().length).orElse(0);
        int klass = (int) (x / (WIDTH / Math.max(10, classes)));
        return klass >= 0 && klass < classes ? Optional.of(klass) : Optional.empty();
    }

    boolean shows(int image) {
        return index == image;
    }

    /** Whether its numbers are open. */
    void setOpen(boolean now) {
        pseudoClassStateChanged(OPEN, now);
    }

    void show(Split of, Seen now, List<String> classes) {
        seen = Optional.of(now);
        showPicture(of, now);
        drawBars(now);
        say(now, classes);
    }

    private void showPicture(Split of, Seen seen) {
        if (split.filter(old -> old == of).isEmpty() || index != seen.index() || drawnIn != theme.kind()) {
            split = Optional.of(of);
            index = seen.index();
            drawnIn = theme.kind();
            picture.setImage(Thumbnail.of(of, index, !theme.kind().isDark()));
        }
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
        List.of(said, bars).forEach(each -> each.setMouseTransparent(seen.answer().isEmpty()));
        answer.setFocusTraversable(seen.answer().isPresent());
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
        tip.setText("Image %d is %s. The network says %s%s. Click %s or a bar to see where it comes from.".formatted(
                seen.index(), right, given, shares(seen, classes), given));
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
