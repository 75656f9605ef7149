package tadpole.app.pane.train;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tadpole.app.shell.Theme;
import tadpole.app.xray.XRayLayer;

/** Test images and what the network says of them at this step. */
final class StripCard extends VBox {

    private static final double TILE_WIDTH = 76;
    private static final int LEAST = 5;
    private static final int MOST = 24;

    private final TrainPaneModel model;
    private final Theme theme;
    private final StripXRay xray;
    private final XRayLayer layer;
    private final HBox tiles = new HBox();
    private final Label title = new Label();
    private final Label detail = new Label();
    private final Label nothing = new Label("No mistakes among the images looked at so far.");
    private final List<StripTile> made = new ArrayList<>();

    /** @param layer where a click on what the network says opens its arithmetic */
    StripCard(TrainPaneModel model, Theme theme, StripXRay xray, XRayLayer layer) {
        this.model = model;
        this.xray = xray;
        this.layer = layer;
        this.theme = theme;
        setId("test-strip");
        getStyleClass().addAll("card", "strip-card");
        tiles.getStyleClass().add("strip-tiles");
        nothing.getStyleClass().add("muted");
        getChildren().setAll(head(), tiles);
        widthProperty().subscribe(_ -> fit());
        model.stripProperty().subscribe(_ -> show());
        model.figuresProperty().subscribe(figures -> detail.setText(detail(figures)));
        theme.kindProperty().subscribe(_ -> show());
        xray.model().shownProperty().addListener(_ -> mark());
        xray.model().openProperty().addListener(_ -> mark());
    }

    private HBox head() {
        model.figuresProperty().subscribe(_ -> title.setText(
                model.back().isPresent() ? "Test images, at step " + Numbers.count(model.back().getAsLong()) : "Test images, now"));
        title.getStyleClass().add("section-title");
        title.setMinWidth(USE_PREF_SIZE);
        detail.getStyleClass().add("strip-detail");
        detail.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        ToggleButton mistakes = new ToggleButton("Only mistakes");
        mistakes.setId("only-mistakes");
        mistakes.setMinWidth(USE_PREF_SIZE);
        mistakes.setTooltip(new Tooltip("Shows images that the network gets wrong at this step. An image stays until it is right."));
        mistakes.selectedProperty().bindBidirectional(model.onlyMistakesProperty());
        HBox head = new HBox(title, detail, space, mistakes);
        head.getStyleClass().add("strip-head");
        return head;
    }

    private static String detail(Figures figures) {
        if (figures.isEmpty()) {
            return "the network is asked about them as it learns";
        }
        String right = figures.rightText();
        return "what the network says at this step" + (right.isEmpty() ? "" : " · " + right);
    }

    private void fit() {
        if (getWidth() > 0) {
            model.stripSizeProperty().set(Math.clamp((int) ((getWidth() - 26) / TILE_WIDTH), LEAST, MOST));
        }
    }

    private void show() {
        model.stripProperty().get().ifPresent(looked -> {
            List<Seen> images = looked.images().subList(0, Math.min(looked.images().size(), model.stripSizeProperty().get()));
            while (made.size() < images.size()) {
                made.add(new StripTile(theme, this::open));
            }
            if (tiles.getChildren().size() != images.size() || images.isEmpty()) {
                tiles.getChildren().setAll(made.subList(0, images.size()));
            }
            if (images.isEmpty()) {
                tiles.getChildren().setAll(nothing);
            }
            for (int i = 0; i < images.size(); i++) {
                made.get(i).show(looked.split(), images.get(i), model.classes());
            }
            mark();
        });
    }

    private void open(StripTile tile, Seen seen, int klass) {
        model.stripProperty().get().ifPresent(looked -> xray.open(looked, seen, klass, address -> layer.open(address, tile)));
    }

    /** Says whose numbers are open. */
    private void mark() {
        made.forEach(tile -> tile.setOpen(xray.image().filter(tile::shows).isPresent()));
    }
}
