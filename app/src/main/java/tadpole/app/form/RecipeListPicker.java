package tadpole.app.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import tadpole.engine.recipe.Recipe;

/** A row with a menu to add recipes from, and under it each picked one with its form and a button that removes it. */
public final class RecipeListPicker<M> extends VBox {

    private final RecipeListModel<M> model;
    private final FormLayout layout;
    private final HBox head;
    private final Map<RecipeListModel.Entry<M>, Node> shown = new HashMap<>();

    /** @param layout its prefix begins all ids: "augment-add", "augment-1-remove", "augment-1-padding" */
    public RecipeListPicker(String label, String none, RecipeListModel<M> model, FormLayout layout) {
        this.model = model;
        this.layout = layout;
        this.head = head(label, none);
        getStyleClass().addAll("form", "recipe-list");
        model.entries().subscribe(this::show);
        show();
    }

    private HBox head(String label, String none) {
        Label name = new Label(label);
        name.getStyleClass().add("field-label");
        name.setMinWidth(Region.USE_PREF_SIZE);
        Label nothing = new Label(none);
        nothing.getStyleClass().add("muted");
        nothing.visibleProperty().bind(model.specsProperty().map(List::isEmpty));
        nothing.managedProperty().bind(nothing.visibleProperty());
        MenuButton add = new MenuButton("Add");
        add.setId(layout.prefix() + "-add");
        add.getStyleClass().add("small-button");
        add.setMinWidth(Region.USE_PREF_SIZE);
        add.setAccessibleText("Add to " + label);
        model.all().forEach(recipe -> add.getItems().add(item(recipe)));
        return row(name, nothing, add);
    }

    private MenuItem item(Recipe<M> recipe) {
        MenuItem item = new MenuItem(recipe.label());
        item.setId(layout.prefix() + "-add-" + recipe.type());
        item.setOnAction(_ -> model.add(recipe));
        return item;
    }

    private void show() {
        shown.keySet().retainAll(model.entries());
        getChildren().setAll(head);
        for (RecipeListModel.Entry<M> entry : model.entries()) {
            getChildren().add(shown.computeIfAbsent(entry, this::card));
        }
        number();
    }

    private Node card(RecipeListModel.Entry<M> entry) {
        Label name = new Label(entry.recipe().label());
        name.getStyleClass().add("recipe-name");
        name.setTooltip(new Tooltip(entry.recipe().help()));
        Button remove = new Button("", new FontIcon(Material2OutlinedAL.CLOSE));
        remove.getStyleClass().addAll("icon-button", "plain-button", "small-button");
        remove.setAccessibleText("Remove " + entry.recipe().label());
        remove.setTooltip(new Tooltip("Remove " + entry.recipe().label()));
        remove.setOnAction(_ -> model.remove(entry));
        VBox card = new VBox(row(name, new Region(), remove));
        card.getStyleClass().addAll("form", "hint", "recipe-card");
        if (!entry.recipe().settings().isEmpty()) {
            card.getChildren().add(new RecipeForm(entry.form(), layout));
        }
        return card;
    }

    /** Ids say the place in the list, counted from 1. */
    private void number() {
        for (int n = 1; n < getChildren().size(); n++) {
            String prefix = layout.prefix() + "-" + n;
            VBox card = (VBox) getChildren().get(n);
            card.setId(prefix);
            ((HBox) card.getChildren().getFirst()).getChildren().getLast().setId(prefix + "-remove");
            if (card.getChildren().size() > 1) {
                ((RecipeForm) card.getChildren().get(1)).named(prefix);
            }
        }
    }

    private static HBox row(Node name, Node between, Node last) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(8, name, between, space, last);
        row.getStyleClass().add("row");
        return row;
    }
}
