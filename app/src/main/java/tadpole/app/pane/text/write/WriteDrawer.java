package tadpole.app.pane.text.write;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import tadpole.app.form.FormLayout;
import tadpole.app.form.RecipeForm;
import tadpole.app.pane.text.TextModel;
import tadpole.engine.language.LanguageModel;

/** Which model writes, how it picks, what the cache does. */
final class WriteDrawer extends VBox {

    private final WriteModel model;
    private final TextModel text;

    WriteDrawer(WriteModel model, Bundled bundled, Node tuning) {
        this.model = model;
        this.text = model.text();
        setId("write-drawer");
        getStyleClass().addAll("form", "write-drawer");
        Label writing = new Label("Writing");
        writing.getStyleClass().add("section-title");
        RecipeForm sampling = new RecipeForm(model.sampling(), FormLayout.PLAIN.named("write").liveSlider("temperature", 0.1, 10).effect("temperature", "acts now"));
        ObservableValue<Object> pick = model.sampling().field("pick").valueProperty();
        only(sampling.field("topK"), pick.map("topK"::equals));
        only(sampling.field("nucleus"), pick.map("nucleus"::equals));
        RecipeForm length = new RecipeForm(model.length(), FormLayout.PLAIN.named("write"));
        getChildren().setAll(writing, row("Model", models()), new StageBar(text, bundled), sampling, length, line(), cacheTitle(), cache(tuning), line(), new Luck(model));
    }

    private static void only(Node field, ObservableValue<Boolean> shown) {
        field.visibleProperty().bind(shown);
        field.managedProperty().bind(shown);
    }

    private ComboBox<LanguageModel> models() {
        ComboBox<LanguageModel> choice = new ComboBox<>();
        choice.setId("write-model");
        choice.getStyleClass().add("choice");
        choice.setAccessibleText("Model");
        choice.setPromptText("None yet");
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(LanguageModel each) {
                return each == null ? "" : each.title();
            }

            @Override
            public LanguageModel fromString(String title) {
                return text.models().stream().filter(each -> each.title().equals(title)).findFirst().orElseThrow();
            }
        });
        boolean[] following = {false};
        Runnable show = () -> {
            following[0] = true;
            choice.getItems().setAll(text.models());
            choice.setValue(text.modelProperty().get().orElse(null));
            choice.setDisable(text.models().isEmpty());
            choice.setTooltip(new Tooltip(text.modelProperty().get().map(LanguageModel::title).orElse("What reads and writes")));
            following[0] = false;
        };
        text.models().addListener((ListChangeListener<LanguageModel>) _ -> show.run());
        text.modelProperty().subscribe(_ -> show.run());
        choice.valueProperty().addListener((_, _, now) -> {
            if (!following[0] && now != null) {
                text.modelProperty().set(Optional.of(now));
            }
        });
        return choice;
    }

    private Node cacheTitle() {
        Label title = new Label("Pointer cache");
        title.getStyleClass().add("section-title");
        title.setTooltip(new Tooltip("Words that followed states like the present one get more likely: p = (1−λ) p_vocabulary + λ p_cache."));
        ToggleButton on = new ToggleButton("Off");
        on.setId("cache-on");
        on.setAccessibleText("Pointer cache");
        text.cacheProperty().subscribe(now -> {
            on.setSelected(now.isPresent());
            on.setText(now.isPresent() ? "On" : "Off");
        });
        on.setOnAction(_ -> model.setCacheOn(on.isSelected()));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(title, space, on);
        row.getStyleClass().add("row");
        return row;
    }

    private Node cache(Node tuning) {
        VBox rows = new VBox(new RecipeForm(model.cache(), FormLayout.PLAIN.named("cache")), tuning);
        rows.getStyleClass().add("form");
        only(rows, text.cacheProperty().map(Optional::isPresent));
        return rows;
    }

    private static Node row(String name, Region control) {
        Label label = new Label(name);
        label.getStyleClass().add("field-label");
        label.setLabelFor(control);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(label, space, control);
        row.getStyleClass().add("row");
        return row;
    }

    private static Region line() {
        Region line = new Region();
        line.getStyleClass().add("hairline");
        return line;
    }
}
