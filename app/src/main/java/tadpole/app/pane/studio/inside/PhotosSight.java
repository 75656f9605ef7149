package tadpole.app.pane.studio.inside;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import tadpole.app.image.PlaneModel;
import tadpole.app.image.PlaneView;
import tadpole.app.image.Toning;
import tadpole.app.image.Viewport;
import tadpole.app.shell.Desk;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.color.ColorMatch;
import tadpole.engine.picture.made.MadePicture;
import tadpole.engine.picture.made.MadePictures;
import tadpole.engine.recipe.Recipe;

/** Two photographs, the first one in the second's colors, and how one channel was remapped. */
final class PhotosSight implements Sight {

    private static final String MADE = "The first in the second's colors";
    private static final String LOOKING = "Looking...";

    private final PhotosModel model;
    private final Desk desk;
    private final VBox all = new VBox();
    private final VBox side;
    private final RemapCharts charts;
    private final Label facts = new Label();
    private final List<PlaneView> views = new ArrayList<>();
    private final List<ToggleButton> channels = new ArrayList<>();

    PhotosSight(PhotosModel model, Desk desk, Executor background) {
        this.model = model;
        this.desk = desk;
        this.charts = new RemapCharts(desk, background, "inside-photos");
        PlaneModel first = new PlaneModel(new Viewport());
        PlaneModel made = new PlaneModel(first.viewport());
        PlaneModel second = new PlaneModel(new Viewport());
        HBox pictures = new HBox(card("Photograph", "first", first, Optional.of(PhotosModel.Side.FIRST)),
                card("Its colors are taken", "second", second, Optional.of(PhotosModel.Side.SECOND)), card(MADE, "made", made, Optional.empty()));
        pictures.getStyleClass().add("inside-row");
        VBox.setVgrow(pictures, Priority.ALWAYS);
        VBox.setVgrow(charts, Priority.ALWAYS);
        facts.getStyleClass().addAll("mono", "muted", "small");
        facts.setWrapText(true);
        facts.setMinHeight(Region.USE_PREF_SIZE);
        all.getStyleClass().add("inside-column");
        all.getChildren().setAll(pictures, charts);
        side = choices();
        model.photoProperty(PhotosModel.Side.FIRST).subscribe(now -> show(first, now));
        model.photoProperty(PhotosModel.Side.SECOND).subscribe(now -> show(second, now));
        made.nameProperty().set(LOOKING);
        model.answerProperty().subscribe(now -> now.ifPresent(answer -> {
            made.nameProperty().set(MADE);
            show(made, Optional.of(answer.colors().picture()));
            charts.show(answer.remapped(), model.channelNames().get(answer.channel()).toLowerCase(Locale.ROOT));
            facts.setText(RemapCharts.words(answer.remapped(), "pixels"));
        }));
        model.spaceProperty().subscribe(_ -> name());
    }

    private static void show(PlaneModel into, Optional<Picture> picture) {
        into.toningProperty().set(Toning.color(0, 255));
        into.valuesProperty().set(picture.map(Picture::values));
    }

    private VBox card(String name, String id, PlaneModel of, Optional<PhotosModel.Side> side) {
        PlaneView view = new PlaneView(of, desk.theme()::color);
        view.setId("inside-photo-" + id);
        views.add(view);
        VBox card = Planes.titled(name, of, view);
        side.ifPresent(which -> {
            HBox ways = new HBox(open(which, id), bundled(which, id));
            ways.getStyleClass().add("inside-choice");
            card.getChildren().add(1, ways);
        });
        card.getStyleClass().addAll("card", "inside-card");
        card.setPrefWidth(0);
        return card;
    }

    private Button open(PhotosModel.Side side, String id) {
        Button open = new Button("Open", new FontIcon(Material2OutlinedAL.FOLDER_OPEN));
        open.setId("inside-photo-open-" + id);
        open.getStyleClass().addAll("small-button");
        open.setMinWidth(Region.USE_PREF_SIZE);
        open.setTooltip(new Tooltip("A picture of yours"));
        open.setOnAction(_ -> {
            FileChooser chooser = new FileChooser();
            chooser.setTitle("Open a photograph");
            Optional.ofNullable(chooser.showOpenDialog(all.getScene().getWindow())).map(File::toPath).ifPresent(file -> model.open(side, file));
        });
        return open;
    }

    private MenuButton bundled(PhotosModel.Side side, String id) {
        MenuButton menu = new MenuButton("Bundled");
        menu.setId("inside-photo-bundled-" + id);
        menu.getStyleClass().add("small-button");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        for (Recipe<MadePicture> recipe : MadePictures.ALL) {
            MenuItem item = new MenuItem(recipe.label());
            item.setOnAction(_ -> model.make(side, recipe));
            menu.getItems().add(item);
        }
        return menu;
    }

    private static Label section(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("section-title");
        return label;
    }

    private VBox choices() {
        VBox row = new VBox();
        HBox first = new HBox();
        first.getStyleClass().add("inside-choice");
        HBox last = new HBox();
        last.getStyleClass().add("inside-choice");
        for (int c = 0; c < 3; c++) {
            int channel = c;
            ToggleButton button = new ToggleButton();
            button.setId("inside-photo-channel-" + c);
            button.setMinWidth(Region.USE_PREF_SIZE);
            model.channelProperty().subscribe(now -> button.setSelected(now.intValue() == channel));
            button.setOnAction(_ -> {
                button.setSelected(true);
                model.channelProperty().set(channel);
            });
            channels.add(button);
        }
        HBox named = new HBox(channels.toArray(Node[]::new));
        named.getStyleClass().add("inside-choice");
        for (ColorMatch.Space each : ColorMatch.Space.values()) {
            ToggleButton button = new ToggleButton(each == ColorMatch.Space.RGB ? "RGB" : "Lab");
            button.setId("inside-photo-space-" + each.name().toLowerCase(Locale.ROOT));
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setTooltip(new Tooltip(each == ColorMatch.Space.RGB ? "Red, green and blue are remapped, each for itself"
                    : "Lightness and the two axes of color are remapped, each for itself"));
            model.spaceProperty().subscribe(now -> button.setSelected(now == each));
            button.setOnAction(_ -> {
                button.setSelected(true);
                model.spaceProperty().set(each);
            });
            first.getChildren().add(button);
        }
        Button swap = new Button("Swap", new FontIcon(Material2OutlinedMZ.SWAP_HORIZ));
        swap.setId("inside-photo-swap");
        swap.getStyleClass().add("small-button");
        swap.setMinWidth(Region.USE_PREF_SIZE);
        swap.setOnAction(_ -> model.swap());
        last.getChildren().setAll(swap);
        row.getChildren().setAll(section("Remapped in"), first, section("Histogram of"), named, facts, last);
        row.getStyleClass().add("inside-side");
        return row;
    }

    private void name() {
        for (int c = 0; c < channels.size(); c++) {
            channels.get(c).setText(model.channelNames().get(c));
            channels.get(c).setTooltip(new Tooltip(model.aboutChannel(c)));
        }
    }

    @Override
    public Node node() {
        return all;
    }

    @Override
    public Optional<Node> side() {
        return Optional.of(side);
    }

    @Override
    public void repaint() {
        views.forEach(PlaneView::repaint);
        charts.repaint();
    }
}
