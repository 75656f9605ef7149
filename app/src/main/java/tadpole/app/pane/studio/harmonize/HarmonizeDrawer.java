package tadpole.app.pane.studio.harmonize;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import tadpole.app.form.FormLayout;
import tadpole.app.form.SettingField;
import tadpole.app.pane.studio.StudioModel;
import tadpole.engine.picture.harmonize.HarmonizePlan;
import tadpole.engine.picture.harmonize.HarmonizePreset;
import tadpole.engine.picture.feature.LayerChoice;

/** What is harmonized, how strongly, with whose eyes; what pulls on the picture. */
final class HarmonizeDrawer extends VBox {

    /** @param features shows and chooses the network in use */
    HarmonizeDrawer(StudioModel studio, HarmonizeModel model, Node features, Executor charts) {
        setId("harmonize-drawer");
        getStyleClass().addAll("form", "harmonize-drawer");
        setMinHeight(Region.USE_PREF_SIZE);
        FormLayout layout = FormLayout.PLAIN.named("form");
        VBox settings = new VBox(new StrengthSection(model.form().field("tau")), row("Features", features),
                new SettingField(model.form().field("size"), layout.named("harmonize")), new SmoothRow(model), presets(studio, model));
        settings.getStyleClass().add("form");
        ConstantsSection all = new ConstantsSection(model.form(), layout, substitutes(studio));
        getChildren().setAll(new LayersSection(studio, model), line(), settings, all, line(), new PullsSection(model, studio.pulls(), studio.desk(), charts));
    }

    /** Which layers stand for others, where the network in use has not all. */
    private static Node substitutes(StudioModel studio) {
        Label said = new Label();
        said.setId("harmonize-substitutes");
        said.getStyleClass().add("layer-facts");
        said.setWrapText(true);
        said.setMinHeight(Region.USE_PREF_SIZE);
        said.textProperty().bind(studio.featuresProperty().map(now -> now.map(LayerChoice::substitutes).orElse("")));
        said.visibleProperty().bind(said.textProperty().isNotEmpty());
        said.managedProperty().bind(said.visibleProperty());
        return said;
    }

    private Node presets(StudioModel studio, HarmonizeModel model) {
        ComboBox<HarmonizePreset> choice = new ComboBox<>();
        choice.setId("harmonize-preset");
        choice.getStyleClass().add("choice");
        choice.setAccessibleText("Preset");
        choice.setTooltip(new Tooltip("Constants that belong together"));
        choice.setConverter(new ByLabel());
        studio.featuresProperty().subscribe(now -> choice.getItems().setAll(now.map(HarmonizePlan::presets).orElse(List.of())));
        Runnable follow = () -> choice.setValue(model.preset().orElse(null));
        model.form().settingsProperty().subscribe(_ -> follow.run());
        studio.featuresProperty().subscribe(_ -> follow.run());
        choice.setOnAction(_ -> Optional.ofNullable(choice.getValue()).ifPresent(model::take));
        choice.setPromptText("Your own");
        return row("Preset", choice);
    }

    private static final class ByLabel extends StringConverter<HarmonizePreset> {

        @Override
        public String toString(HarmonizePreset preset) {
            return preset == null ? "" : preset.label();
        }

        @Override
        public HarmonizePreset fromString(String label) {
            throw new UnsupportedOperationException("Presets are chosen, not typed.");
        }
    }

    private static HBox row(String name, Node field) {
        Label label = new Label(name);
        label.getStyleClass().add("field-label");
        label.setLabelFor(field);
        label.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(label, space, field);
        row.getStyleClass().add("row");
        return row;
    }

    private static Region line() {
        Region line = new Region();
        line.getStyleClass().add("hairline");
        return line;
    }
}
