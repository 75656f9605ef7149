package tadpole.app.pane.finder;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
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
import javafx.scene.shape.Circle;
import javafx.util.StringConverter;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import tadpole.app.chart.Digits;
import tadpole.app.form.FormLayout;
import tadpole.app.form.RecipeForm;
import tadpole.engine.recipe.Preset;
import tadpole.engine.training.Suggestion;
import tadpole.engine.training.Sweep;
import tadpole.engine.training.SweepPlan;

/** The chosen rate in large type, what the rules say, how the sweep is made, and the proof that nothing was changed. */
final class FinderDrawer extends VBox {

    private static final List<String> RULES = List.of("steepest", "valley", "minimum ÷ 10", "slide");

    private static final double TIP_WIDTH = 340;

    private final FinderPaneModel model;
    private final VBox rules = new VBox();
    private final Label difference = new Label();

    FinderDrawer(FinderPaneModel model) {
        this.model = model;
        setId("finder-drawer");
        getStyleClass().addAll("form", "finder-drawer");
        getChildren().setAll(title("Chosen rate"), chosen(), use(), hairline(), title("Four rules, and why they differ"), rules, difference,
                hairline(), title("Sweep"), presets(), changes(),
                new RecipeForm(model.form().fields(), FormLayout.PLAIN.named("sweep").rare("More: spacing, steps, smoothing", "spacing", "steps", "beta", "skipFirst", "skipLast")),
                unchanged());
        rules.getStyleClass().add("rules");
        difference.getStyleClass().add("muted");
        difference.setId("rule-difference");
        difference.setWrapText(true);
        difference.setMinHeight(USE_PREF_SIZE);
        difference.managedProperty().bind(difference.textProperty().isNotEmpty());
        model.sweepProperty().subscribe(_ -> showRules());
    }

    private Label chosen() {
        Label chosen = new Label();
        chosen.getStyleClass().addAll("figure-large", "chosen-rate");
        chosen.setId("chosen-rate");
        chosen.textProperty().bind(model.chosenProperty().map(rate -> rate.map(Digits::two).orElse("–")));
        return chosen;
    }

    private Button use() {
        Button use = new Button("Use it in Train", new FontIcon(Material2OutlinedMZ.SHOW_CHART));
        use.setId("use-in-train");
        use.getStyleClass().add("main-button");
        use.setMaxWidth(Double.MAX_VALUE);
        use.setTooltip(new Tooltip("Sets the learning rate of the experiment in Train; a run that goes on takes it at its next step."));
        use.setOnAction(_ -> model.useInTrain());
        use.disableProperty().bind(model.chosenProperty().map(Optional::isEmpty));
        return use;
    }

    private void showRules() {
        List<Suggestion> all = model.suggestions();
        rules.getChildren().clear();
        for (int i = 0; i < RULES.size(); i++) {
            String name = RULES.get(i);
            rules.getChildren().add(rule(name, i + 1, all.stream().filter(each -> each.name().equals(name)).findFirst()));
        }
        boolean few = all.isEmpty() && model.sweepProperty().get().isPresent();
        difference.setText(few ? "Too few steps for the rules. Take more steps, or wait longer before you stop." : RuleWords.difference(all));
    }

    /** A click on it chooses its rate. */
    private Node rule(String name, int hue, Optional<Suggestion> suggestion) {
        Circle dot = new Circle(4.5);
        dot.getStyleClass().add("hue-" + hue);
        Label named = new Label(name);
        named.getStyleClass().add("section-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label rate = new Label(suggestion.map(each -> Digits.two(each.rate())).orElse("–"));
        rate.getStyleClass().add("mono");
        HBox head = new HBox(8, dot, named, space, rate);
        head.setAlignment(Pos.CENTER_LEFT);
        VBox row = new VBox(head);
        row.getStyleClass().add("rule");
        suggestion.ifPresent(each -> {
            Label about = new Label(RuleWords.about(each));
            about.getStyleClass().addAll("muted", "rule-about");
            row.getChildren().add(about);
            row.setId("rule-" + name.split(" ")[0]);
            Tooltip reading = new Tooltip(RuleWords.reading(each) + " Click to choose this rate.");
            reading.setWrapText(true);
            reading.setMaxWidth(TIP_WIDTH);
            Tooltip.install(row, reading);
            row.setOnMouseClicked(_ -> {
                model.choose(each.rate());
                model.settle();
            });
        });
        return row;
    }

    private HBox presets() {
        Label name = new Label("Preset");
        name.getStyleClass().add("field-label");
        ComboBox<Preset> box = new ComboBox<>();
        box.setId("sweep-preset");
        box.getStyleClass().add("choice");
        box.getItems().setAll(SweepPlan.PRESETS);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(Preset preset) {
                return preset == null ? "" : preset.label();
            }

            @Override
            public Preset fromString(String label) {
                return SweepPlan.PRESETS.stream().filter(each -> each.label().equals(label)).findFirst().orElseThrow();
            }
        });
        model.form().presetProperty().subscribe(box::setValue);
        box.valueProperty().subscribe(preset -> {
            if (preset != null && preset != model.form().presetProperty().get()) {
                model.form().show(preset);
            }
        });
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(name, space, box);
        row.getStyleClass().add("row");
        return row;
    }

    /** What differs from the preset, and the way back to it. */
    private HBox changes() {
        Label words = new Label();
        words.setId("sweep-changes");
        words.getStyleClass().add("muted");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.textProperty().bind(model.form().changesProperty());
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        Hyperlink undo = new Hyperlink("Undo");
        undo.setId("sweep-undo");
        undo.getStyleClass().add("link");
        undo.setMinWidth(USE_PREF_SIZE);
        undo.setTooltip(new Tooltip("Takes the preset's own settings again."));
        undo.setOnAction(_ -> {
            model.form().show(model.form().presetProperty().get());
            undo.setVisited(false);
        });
        HBox row = new HBox(8, words, undo);
        row.setAlignment(Pos.BASELINE_LEFT);
        row.visibleProperty().bind(model.form().changesProperty().isNotEmpty());
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    private VBox unchanged() {
        Label title = new Label("", new FontIcon(Material2OutlinedAL.CHECK));
        title.setId("unchanged");
        Label sums = new Label();
        sums.getStyleClass().addAll("muted", "mono");
        sums.setId("checksums");
        Tooltip.install(title, new Tooltip("The first eight digits of SHA-256 over weights, buffers and what the optimizer remembers."));
        VBox card = new VBox(2, title, sums);
        card.getStyleClass().addAll("hint", "unchanged-card");
        card.managedProperty().bind(card.visibleProperty());
        model.sweepProperty().subscribe(sweep -> {
            card.setVisible(sweep.isPresent());
            sweep.ifPresent(now -> show(now, title, sums));
        });
        return card;
    }

    private static void show(Sweep sweep, Label title, Label sums) {
        title.setText(sweep.isRestored() ? "Nothing was changed" : "Something was changed: please report this");
        title.getStyleClass().setAll("label", "section-title", sweep.isRestored() ? "right-mark" : "wrong-mark");
        sums.setText("before %s · after %s".formatted(sweep.before(), sweep.after()));
    }

    private static Label title(String text) {
        Label title = new Label(text);
        title.getStyleClass().add("section-title");
        return title;
    }

    private static Region hairline() {
        Region line = new Region();
        line.getStyleClass().add("hairline");
        return line;
    }
}
