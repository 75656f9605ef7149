package tadpole.app.pane.studio.canvas;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import tadpole.app.form.FormLayout;
import tadpole.app.form.SettingField;
import tadpole.engine.recipe.Setting;

/** What the tool in the hand can be told: stands over the canvas, and not with the hand. */
final class OptionsBar extends HBox {

    private static final FormLayout FIELDS = FormLayout.PLAIN.named("canvas");

    private final CanvasModel model;

    OptionsBar(CanvasModel model) {
        this.model = model;
        setId("studio-options");
        getStyleClass().addAll("card", "studio-options");
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        Node size = field("size");
        Node softness = field("softness");
        Node tolerance = field("tolerance");
        Node ways = ways();
        Node flip = flip();
        Node along = along();
        Node amount = field("amount");
        Node mask = mask();
        getChildren().setAll(size, softness, tolerance, ways, flip, along, mask, amount);
        model.toolProperty().subscribe(tool -> {
            show(tool.isBrush(), size, softness);
            show(tool == Tool.FILL, tolerance);
            show(tool.isShape() || tool == Tool.FILL, ways);
            show(tool == Tool.MOVE, flip, along);
            show(tool.isOfMask(), mask, amount);
            setVisible(tool != Tool.HAND);
        });
        visibleProperty().addListener(_ -> setManaged(isVisible()));
        setManaged(isVisible());
    }

    private static void show(boolean on, Node... nodes) {
        for (Node node : nodes) {
            node.setVisible(on);
            node.setManaged(on);
        }
    }

    /** The name, the field alone and the unit: no row as wide as a drawer. */
    private Node field(String key) {
        SettingField field = new SettingField(model.hand().field(key), FIELDS);
        Setting setting = field.model().setting();
        Label name = new Label(setting.label());
        name.setLabelFor(field.control());
        Label unit = new Label(setting instanceof Setting.Whole whole ? whole.unit() : "");
        unit.getStyleClass().add("muted");
        field.control().getStyleClass().add("studio-number");
        HBox row = new HBox(name, field.control(), unit);
        row.getStyleClass().add("studio-option");
        return row;
    }

    private Node ways() {
        HBox row = new HBox();
        row.getStyleClass().add("studio-option");
        ToggleGroup group = new ToggleGroup();
        Setting.Choice choice = (Setting.Choice) model.hand().field("way").setting();
        for (Setting.Option option : choice.options()) {
            ToggleButton button = new ToggleButton(option.label());
            button.setId("canvas-way-" + option.key());
            button.setToggleGroup(group);
            button.setTooltip(new Tooltip("What is drawn: " + option.label().toLowerCase(Locale.ROOT) + ". Alt: the opposite."));
            model.hand().field("way").valueProperty().subscribe(now -> button.setSelected(option.key().equals(now)));
            button.setOnAction(_ -> {
                button.setSelected(true);
                model.hand().field("way").take(option.key());
            });
            row.getChildren().add(button);
        }
        return row;
    }

    private Node mask() {
        MenuButton mask = new MenuButton("Mask");
        mask.setId("studio-mask-menu");
        mask.getStyleClass().add("small-button");
        mask.setTooltip(new Tooltip("Changes the whole mask; grow, shrink and feather by so many pixels"));
        mask.setPopupSide(Side.TOP);
        mask.disableProperty().bind(model.readyProperty().not());
        item(mask, "Grow", "grow", model::growMask);
        item(mask, "Shrink", "shrink", model::shrinkMask);
        item(mask, "Feather", "feather", model::featherMask);
        mask.getItems().add(new SeparatorMenuItem());
        item(mask, "Invert", "invert", model::invertMask);
        item(mask, "Clear", "clear", model::clearMask);
        item(mask, "Fill", "fill", model::fillMask);
        return mask;
    }

    private static void item(MenuButton menu, String text, String id, Runnable run) {
        MenuItem item = new MenuItem(text);
        item.setId("studio-mask-" + id);
        item.setOnAction(_ -> run.run());
        menu.getItems().add(item);
    }

    private Node flip() {
        Button flip = new Button("Mirror", new FontIcon(Material2OutlinedAL.FLIP));
        flip.setId("studio-flip");
        flip.getStyleClass().add("small-button");
        flip.setTooltip(new Tooltip("Mirrors the object left to right (F)"));
        flip.setOnAction(_ -> model.moveHand().flip());
        return flip;
    }

    private Node along() {
        CheckBox along = new CheckBox("Mask moves along");
        along.setId("studio-mask-along");
        along.selectedProperty().bindBidirectional(model.maskMovesAlongProperty());
        along.setTooltip(new Tooltip("Whether moving, scaling and turning the object does the same with the mask"));
        return along;
    }
}
