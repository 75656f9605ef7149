package tadpole.app.form;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;

/** All settings of a form in rows, the rare ones folded away. */
public final class RecipeForm extends VBox {

    private final Map<String, SettingField> fields = new LinkedHashMap<>();

    public RecipeForm(FormModel model, FormLayout layout) {
        getStyleClass().add("form");
        VBox rare = new VBox();
        rare.getStyleClass().add("form");
        for (FieldModel field : model.fields()) {
            SettingField row = new SettingField(field, layout);
            fields.put(field.setting().key(), row);
            (layout.rare().contains(field.setting().key()) ? rare : this).getChildren().add(row);
        }
        if (!rare.getChildren().isEmpty()) {
            getChildren().addAll(disclosure(layout, rare), rare);
        }
    }

    public SettingField field(String key) {
        return Optional.ofNullable(fields.get(key)).orElseThrow(() ->
                new IllegalArgumentException("There is no setting \"" + key + "\", only " + fields.keySet() + "."));
    }

    /** Gives the fields other ids, as where the place in a list is part of them. */
    void named(String prefix) {
        fields.forEach((key, field) -> field.control().setId(prefix + "-" + key));
    }

    private static Hyperlink disclosure(FormLayout layout, VBox rare) {
        Hyperlink link = new Hyperlink(layout.more());
        link.getStyleClass().add("link");
        link.setId(layout.prefix() + "-more");
        rare.setVisible(false);
        rare.managedProperty().bind(rare.visibleProperty());
        link.setOnAction(_ -> {
            rare.setVisible(!rare.isVisible());
            link.setText(rare.isVisible() ? "Less" : layout.more());
            link.setVisited(false);
        });
        return link;
    }
}
