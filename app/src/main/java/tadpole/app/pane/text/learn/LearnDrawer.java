package tadpole.app.pane.text.learn;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import tadpole.app.form.FormLayout;
import tadpole.app.form.SettingField;
import tadpole.engine.language.LanguagePresets;
import tadpole.engine.recipe.Preset;
import tadpole.engine.recipe.Settings;

/** The text, the network and how it learns. */
final class LearnDrawer extends VBox {

    private static final List<String> NETWORK = List.of("level", "cell", "layers", "hidden", "embedding");
    private static final List<String> NETWORK_RARE = List.of("leastCount", "nonlinearity", "recurrentStart", "tied", "dropout", "lockedDropout", "weightDropout", "startWithin", "forgetBias");
    private static final List<String> TRAINING = List.of("epochs", "rate", "optimizer", "batch", "sequence");
    private static final List<String> SAMPLES = List.of("temperatures", "sampleEvery", "sampleLength");
    /** Settings that only count where another one has a value. */
    private static final Map<String, Map.Entry<String, String>> ONLY = Map.of("leastCount", Map.entry("level", "word"), "nonlinearity", Map.entry("cell", "rnn"),
            "recurrentStart", Map.entry("cell", "rnn"), "forgetBias", Map.entry("cell", "lstm"), "averageAfter", Map.entry("optimizer", "asgd"));

    private final LearnModel model;
    private final FormLayout layout = FormLayout.PLAIN.named("text-plan");

    LearnDrawer(LearnModel model, LearnFiles files) {
        this.model = model;
        setId("text-learn-drawer");
        getStyleClass().addAll("form", "text-learn-drawer");
        List<String> rest = model.form().fields().stream().map(each -> each.setting().key())
                .filter(key -> !NETWORK.contains(key) && !NETWORK_RARE.contains(key) && !TRAINING.contains(key) && !SAMPLES.contains(key)).toList();
        getChildren().setAll(text(files), line(), presets(),
                group("Network", NETWORK, NETWORK_RARE, "text-plan-more-network"), line(),
                group("Training", TRAINING, rest, "text-plan-more-training"), line(), group("Samples", SAMPLES, List.of(), ""));
    }

    private Node text(LearnFiles files) {
        Label title = new Label("Text");
        title.getStyleClass().add("section-title");
        Label name = new Label();
        name.setId("text-learn-title");
        name.setWrapText(true);
        Label facts = new Label();
        facts.setId("text-learn-facts");
        facts.getStyleClass().addAll("muted", "text-learn-small");
        facts.setWrapText(true);
        facts.setMinHeight(Region.USE_PREF_SIZE);
        model.openedProperty().subscribe(_ -> tell(name, facts));
        model.study().factsProperty().subscribe(_ -> tell(name, facts));
        Button open = new Button("Open...", new FontIcon(Material2OutlinedAL.FOLDER_OPEN));
        open.setId("text-learn-open-button");
        open.getStyleClass().add("small-button");
        open.setTooltip(new Tooltip("A text file in any encoding; or drop it on the window"));
        open.setOnAction(_ -> files.openText());
        Button tales = new Button("Tadpole tales", new FontIcon(Material2OutlinedMZ.MENU_BOOK));
        tales.setId("text-learn-tales");
        tales.getStyleClass().add("small-button");
        tales.setTooltip(new Tooltip("The tales that come with Tadpole"));
        tales.setOnAction(_ -> model.openTales());
        HBox buttons = new HBox(open, tales);
        buttons.getStyleClass().add("text-learn-buttons");
        VBox all = new VBox(title, name, facts, buttons);
        all.getStyleClass().add("form");
        return all;
    }

    private void tell(Label name, Label facts) {
        Optional<OpenedText> opened = model.openedProperty().get();
        name.setText(opened.map(OpenedText::title).orElse("No text is open."));
        String file = opened.map(each -> "%s · %s".formatted(each.encoding(), size(each.bytes()))).orElse("");
        facts.setText(model.study().factsProperty().get().map(now -> file + "\n" + words(now)).orElse(file));
        facts.setVisible(!facts.getText().isEmpty());
        facts.setManaged(facts.isVisible());
    }

    private static String words(TextFacts facts) {
        String many = facts.corpus().vocabulary().level().many();
        String unknown = facts.unknown() == 0 ? "" : String.format(Locale.ROOT, ", %.1f %% unknown", 100.0 * facts.unknown() / facts.tokens());
        return "%s %s, %s different%s%n%s to learn from, %s to judge by".formatted(FiguresCard.grouped(facts.tokens()), many, FiguresCard.grouped(facts.corpus().vocabulary().size()), unknown,
                FiguresCard.grouped(facts.corpus().train().length), FiguresCard.grouped(facts.corpus().validation().length));
    }

    private static String size(long bytes) {
        return bytes < 1_000_000 ? String.format(Locale.ROOT, "%.1f KB", bytes / 1e3) : String.format(Locale.ROOT, "%.2f MB", bytes / 1e6);
    }

    private Node presets() {
        ComboBox<Preset> choice = new ComboBox<>();
        choice.setId("text-learn-preset");
        choice.getStyleClass().add("choice");
        choice.setAccessibleText("Preset");
        choice.setTooltip(new Tooltip("Settings that belong together"));
        choice.setConverter(new ByLabel());
        choice.setPromptText("Your own");
        choice.getItems().setAll(LanguagePresets.ALL);
        model.form().settingsProperty().subscribe(_ -> {
            choice.setValue(model.preset().orElse(null));
            choice.getTooltip().setText(model.preset().map(Preset::help).orElse("Settings that belong together"));
        });
        choice.setOnAction(_ -> Optional.ofNullable(choice.getValue()).ifPresent(model::take));
        Label label = new Label("Preset");
        label.getStyleClass().add("field-label");
        label.setLabelFor(choice);
        label.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(label, space, choice);
        row.getStyleClass().add("row");
        return row;
    }

    private Node group(String title, List<String> keys, List<String> rare, String more) {
        Label heading = new Label(title);
        heading.getStyleClass().add("section-title");
        VBox all = new VBox(heading);
        all.getStyleClass().add("form");
        keys.forEach(key -> all.getChildren().add(field(key)));
        if (!rare.isEmpty()) {
            VBox folded = new VBox();
            folded.getStyleClass().add("form");
            rare.forEach(key -> folded.getChildren().add(field(key)));
            all.getChildren().addAll(unfolding(folded, more), folded);
        }
        return all;
    }

    private Node field(String key) {
        SettingField field = new SettingField(model.form().field(key), layout);
        Optional.ofNullable(ONLY.get(key)).ifPresent(only -> {
            field.visibleProperty().bind(model.form().settingsProperty().map((Settings now) -> now.choice(only.getKey()).equals(only.getValue())));
            field.managedProperty().bind(field.visibleProperty());
        });
        return field;
    }

    private static Hyperlink unfolding(VBox folded, String id) {
        Hyperlink link = new Hyperlink();
        link.setId(id);
        link.getStyleClass().add("link");
        folded.setVisible(false);
        folded.managedProperty().bind(folded.visibleProperty());
        link.textProperty().bind(folded.visibleProperty().map(open -> open ? "Less" : "More"));
        link.setOnAction(_ -> {
            folded.setVisible(!folded.isVisible());
            link.setVisited(false);
        });
        return link;
    }

    private static final class ByLabel extends StringConverter<Preset> {

        @Override
        public String toString(Preset preset) {
            return preset == null ? "" : preset.label();
        }

        @Override
        public Preset fromString(String label) {
            throw new UnsupportedOperationException("Presets are chosen, not typed.");
        }
    }

    private static Region line() {
        Region line = new Region();
        line.getStyleClass().add("hairline");
        return line;
    }
}
