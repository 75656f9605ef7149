package tadpole.app.pane.train.mistakes;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import tadpole.app.pane.train.Numbers;
import tadpole.app.pane.train.Thumbnail;
import tadpole.engine.training.SampleChanges.Correction;

/** The picked image: what the network says of it, what it said before, and what one may do with it. */
final class PickedPanel extends VBox {

    private static final double PICTURE = 112;
    /** Short names stand in two columns, long ones in one. */
    private static final int MOST_BARS = 10;
    private static final int MOST_LONG_BARS = 5;

    private final MistakesModel model;
    private final ImageView picture = new ImageView();
    private final FontIcon sign = new FontIcon();
    private final Label said = new Label();
    private final Label where = new Label();
    private final Label marked = new Label();
    private final HBox bars = new HBox();
    private final HistoryStrip history;
    private final MenuButton relabel = new MenuButton("Relabel as ...");
    private final Button leaveOut = new Button("Leave out");
    private final Label consequence = new Label();
    private final VBox filled;
    private final Label nothing = new Label("Pick an image: here stands how sure the network is of it, and what it said of it before.");
    private Optional<Picked> shown = Optional.empty();

    /** @param follow shows the picked image layer by layer */
    PickedPanel(MistakesModel model, Runnable follow) {
        this.model = model;
        this.history = new HistoryStrip(model.lab().desk().theme());
        setId("mistakes-picked");
        getStyleClass().add("picked-mistake");
        nothing.setWrapText(true);
        nothing.getStyleClass().add("placeholder-text");
        nothing.setId("picked-mistake-nothing");
        picture.setSmooth(false);
        picture.setFitWidth(PICTURE);
        picture.setFitHeight(PICTURE);
        picture.setPreserveRatio(true);
        said.setId("picked-said");
        said.setWrapText(true);
        said.getStyleClass().add("picked-said");
        where.setId("picked-where");
        where.getStyleClass().addAll("mono", "muted");
        marked.setId("picked-marked");
        marked.setWrapText(true);
        marked.getStyleClass().addAll("small", "picked-marked");
        marked.managedProperty().bind(marked.textProperty().isNotEmpty());
        consequence.setId("picked-consequence");
        consequence.setWrapText(true);
        consequence.setMinHeight(USE_PREF_SIZE);
        consequence.getStyleClass().add("muted");
        bars.getStyleClass().add("picked-bars");
        this.filled = new VBox(head(), ways(follow), edits(), consequence, bars, history);
        filled.getStyleClass().add("picked-filled");
        Label title = new Label("Picked image");
        title.getStyleClass().add("section-title");
        getChildren().setAll(title, nothing, filled);
        model.pickedProperty().subscribe(this::show);
        model.corrections().allProperty().subscribe(_ -> mark());
        model.lab().desk().theme().kindProperty().subscribe(_ -> show(shown));
    }

    Optional<Picked> shown() {
        return shown;
    }

    private HBox head() {
        VBox words = new VBox(4, new HBox(6, sign, said), where, marked);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        HBox head = new HBox(12, picture, words);
        // What is said later, such as a mark, must not push buttons away from under the mouse.
        head.setMinHeight(PICTURE);
        return head;
    }

    private Node ways(Runnable follow) {
        Button layers = new Button("Through the layers");
        layers.setId("follow-layers");
        layers.getStyleClass().add("small-button");
        layers.setTooltip(new Tooltip("Shows what every layer makes of this image at this moment (Enter)."));
        layers.setOnAction(_ -> follow.run());
        Button kernels = new Button("Convolve it");
        kernels.setId("mistake-to-kernels");
        kernels.getStyleClass().add("small-button");
        kernels.setTooltip(new Tooltip("Opens the Kernels pane with this image: what convolutions make of it, number by number."));
        kernels.setOnAction(_ -> model.send("kernels"));
        HBox row = new HBox(8, layers, kernels);
        return row;
    }

    private Node edits() {
        relabel.setId("relabel");
        relabel.getStyleClass().add("small-button");
        relabel.setTooltip(new Tooltip("The class that this image has from the next training on."));
        leaveOut.setId("leave-out");
        leaveOut.getStyleClass().add("small-button");
        leaveOut.setTooltip(new Tooltip("From the next training on this image is not there."));
        leaveOut.setOnAction(_ -> model.leaveOut());
        HBox row = new HBox(8, relabel, leaveOut);
        return row;
    }

    private void show(Optional<Picked> now) {
        shown = now;
        nothing.setVisible(now.isEmpty());
        nothing.setManaged(now.isEmpty());
        filled.setVisible(now.isPresent());
        filled.setManaged(now.isPresent());
        now.ifPresent(this::fill);
    }

    private void fill(Picked now) {
        picture.setImage(Thumbnail.of(now.of().split(), now.sample(), false));
        said.setText(now.say());
        said.getStyleClass().removeAll("right-mark", "wrong-mark");
        sign.getStyleClass().removeAll("right-mark", "wrong-mark");
        said.getStyleClass().add(now.isRight() ? "right-mark" : "wrong-mark");
        sign.getStyleClass().add(now.isRight() ? "right-mark" : "wrong-mark");
        sign.setIconCode(now.isRight() ? Material2OutlinedAL.CHECK : Material2OutlinedAL.CLOSE);
        where.setText(now.where());
        showBars(now);
        history.show(Optional.of(now));
        relabel.getItems().setAll(IntStream.range(0, now.of().classes().size()).mapToObj(label -> item(now, label)).toList());
        boolean correctable = model.isCorrectable();
        relabel.setDisable(!correctable);
        leaveOut.setDisable(!correctable);
        consequence.setText(correctable ? consequence(now)
                : "These images are not of the data set being set up. Open %s again to correct them.".formatted(now.of().sight().network().dataset().title()));
        mark();
    }

    private MenuItem item(Picked now, int label) {
        MenuItem item = new MenuItem(now.of().name(label));
        item.setId("relabel-" + label);
        item.setOnAction(_ -> model.relabel(label));
        return item;
    }

    private static String consequence(Picked now) {
        int left = now.of().split().size() - 1;
        return switch (now.of().part()) {
            case TEST -> "A changed test image changes the test figure, not what is learned: left out, it is measured on %s images.".formatted(Numbers.count(left));
            case VALIDATION -> "Left out of the training images, another draw of them is held out: the validation figure changes too.";
            case TRAINING -> "Training starts anew: left out, %s images are learned from.".formatted(Numbers.count(left));
        };
    }

    private void mark() {
        marked.setText(shown.flatMap(now -> model.corrections().of(now.of().part().isTest(), now.place())
                .map(each -> "Next training: " + words(each, now.of().classes()))).orElse(""));
    }

    /** "relabeled as 4", "left out". */
    static String words(Correction correction, List<String> classes) {
        return correction.label().isEmpty() ? "left out"
                : "relabeled as " + (correction.label().getAsInt() < classes.size() ? classes.get(correction.label().getAsInt()) : correction.label().getAsInt());
    }

    private void showBars(Picked now) {
        boolean few = areShort(now) && now.shares().length <= MOST_BARS;
        int[] shown = IntStream.range(0, now.shares().length).boxed()
                .sorted((a, b) -> Float.compare(now.shares()[b], now.shares()[a])).limit(few ? MOST_BARS : MOST_LONG_BARS)
                .mapToInt(Integer::intValue).toArray();
        if (!few) {
            bars.getChildren().setAll(column(now, shown));
            return;
        }
        Arrays.sort(shown);
        int half = (shown.length + 1) / 2;
        bars.getChildren().setAll(column(now, Arrays.copyOf(shown, half)), column(now, Arrays.copyOfRange(shown, half, shown.length)));
    }

    private static boolean areShort(Picked now) {
        return now.of().classes().stream().allMatch(each -> each.length() <= 2);
    }

    private static VBox column(Picked now, int[] labels) {
        VBox column = new VBox(3);
        column.getChildren().setAll(IntStream.of(labels).mapToObj(each -> bar(now, each)).toList());
        column.setPrefWidth(0);
        HBox.setHgrow(column, Priority.ALWAYS);
        return column;
    }

    private static Node bar(Picked now, int label) {
        Label name = new Label(now.of().name(label));
        name.getStyleClass().add(areShort(now) ? "bar-digit" : "bar-name");
        Region filled = new Region();
        filled.getStyleClass().add(label == now.label() ? "share-right" : label == now.answer() ? "share-wrong" : "share-other");
        double share = now.shares()[label];
        Region track = new Region() {
            {
                getChildren().add(filled);
            }

            @Override
            protected void layoutChildren() {
                filled.resizeRelocate(0, 0, Double.isNaN(share) ? 0 : Math.max(1, Math.round(getWidth() * share)), getHeight());
            }
        };
        track.getStyleClass().add("share-bar");
        HBox.setHgrow(track, Priority.ALWAYS);
        Label figure = new Label(Double.isNaN(share) ? "NaN" : Numbers.percent(share));
        figure.getStyleClass().addAll("mono", "share-figure");
        HBox row = new HBox(6, name, track, figure);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
