package tadpole.app.pane.playground.points;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import tadpole.app.form.FieldModel;
import tadpole.app.form.FormLayout;
import tadpole.app.form.FormModel;
import tadpole.app.form.RecipeForm;
import tadpole.app.form.RecipePicker;
import tadpole.app.form.SettingField;
import tadpole.engine.dataset.PointSetMaker;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;

/** Which points, which network, how it learns. */
final class PointsDrawer extends VBox {

    private static final Map<String, String> SHORT = Map.of("checkerboard", "Checkers", OwnPoints.TYPE, "Draw own");
    private static final List<String> FEATURES = List.of("x1", "x2", "x1Squared", "x2Squared", "x1x2", "sinX1", "sinX2");
    private static final List<String> OFTEN = List.of("rate", "weightDecay");
    private static final FormLayout DATA = FormLayout.PLAIN.named("data").rare("More: points, seed of the data", "seed", "points", "gap", "turns");
    private static final FormLayout OWN = FormLayout.PLAIN.named("data").rare("All points as numbers", "points", "seed");
    private static final FormLayout PLAIN = FormLayout.PLAIN.named("play");

    private final PointsModel model;
    private final Map<String, RecipeForm> dataForms = new HashMap<>();

    PointsDrawer(PointsModel model, Runnable openTable) {
        this.model = model;
        setId("points-drawer");
        getStyleClass().addAll("form", "points-drawer");
        VBox data = new VBox();
        data.getStyleClass().add("form");
        model.forms().points().recipeProperty().subscribe(recipe -> data.getChildren().setAll(data(recipe)));
        RecipePicker<?> optimizer = new RecipePicker<>("Optimizer", model.forms().optimizer(), FormLayout.PLAIN.named("play")
                .effect("rate", "acts now").rare("More of the optimizer", rare()));
        getChildren().setAll(title("Points"), kinds(openTable), data, refusal(), line(), title("Network"), features(), activation(), optimizer,
                plan("batch"), new SettingField(model.forms().seed().field("seed"), PLAIN), more(), hint());
    }

    /** What of the optimizers is not changed often. */
    private static String[] rare() {
        return Optimizers.ALL.stream().flatMap(each -> each.settings().stream()).map(Setting::key).filter(key -> !OFTEN.contains(key)).distinct().toArray(String[]::new);
    }

    private GridPane kinds(Runnable openTable) {
        ToggleGroup group = new ToggleGroup();
        GridPane grid = new GridPane();
        grid.getStyleClass().add("kinds");
        int place = 0;
        for (Recipe<PointSetMaker> recipe : model.forms().points().all()) {
            ToggleButton button = new ToggleButton(SHORT.getOrDefault(recipe.type(), recipe.label()));
            button.setId("kind-" + recipe.type());
            button.setToggleGroup(group);
            button.getStyleClass().add("surface-button");
            button.setTooltip(new Tooltip(recipe.help()));
            button.setMaxWidth(Double.MAX_VALUE);
            model.forms().points().recipeProperty().subscribe(now -> button.setSelected(now == recipe));
            button.setOnAction(_ -> {
                button.setSelected(true);
                model.forms().points().pick(recipe);
            });
            grid.add(button, place % 2, place / 2);
            GridPane.setHgrow(button, Priority.ALWAYS);
            place++;
        }
        ToggleButton csv = new ToggleButton("From CSV...");
        csv.setId("kind-csv");
        csv.getStyleClass().add("surface-button");
        csv.setTooltip(new Tooltip("A table with x1, x2 and class in each line. One can drop it on the window too."));
        csv.setMaxWidth(Double.MAX_VALUE);
        csv.setOnAction(_ -> {
            csv.setSelected(false);
            openTable.run();
        });
        grid.add(csv, place % 2, place / 2);
        return grid;
    }

    private List<Node> data(Recipe<PointSetMaker> recipe) {
        boolean own = recipe.type().equals(OwnPoints.TYPE);
        RecipeForm form = dataForms.computeIfAbsent(recipe.type(), _ -> new RecipeForm(model.forms().points().form(recipe), own ? OWN : DATA));
        return own ? List.of(brushes(), form) : List.of(form);
    }

    private VBox brushes() {
        ToggleGroup group = new ToggleGroup();
        HBox row = new HBox();
        row.getStyleClass().add("brushes");
        for (int i = 0; i < PlayDraft.MOST_CLASSES; i++) {
            int label = i;
            ToggleButton button = new ToggleButton(ClassMark.letter(i));
            button.setId("brush-" + i);
            button.setToggleGroup(group);
            button.getStyleClass().addAll("surface-button", "brush", "brush-" + i);
            button.setSelected(model.own().brushProperty().get() == i);
            button.setOnAction(_ -> {
                button.setSelected(true);
                model.own().brushProperty().set(label);
            });
            row.getChildren().add(button);
        }
        Label how = new Label("Click the map to set a point of this class, drag it, right-click to delete it. Shift+click asks the network.");
        how.getStyleClass().add("muted");
        how.setWrapText(true);
        how.setMinHeight(USE_PREF_SIZE);
        return new VBox(6, row, how);
    }

    private Label refusal() {
        Label text = new Label();
        text.setId("points-refusal");
        text.getStyleClass().add("refusal");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.textProperty().bind(model.forms().refusalProperty());
        text.visibleProperty().bind(text.textProperty().isNotEmpty());
        text.managedProperty().bind(text.visibleProperty());
        return text;
    }

    private FlowPane features() {
        FlowPane row = new FlowPane();
        row.getStyleClass().add("features");
        FormModel form = model.forms().features();
        List<String> names = List.of("x₁", "x₂", "x₁²", "x₂²", "x₁x₂", "sin x₁", "sin x₂");
        for (int i = 0; i < FEATURES.size(); i++) {
            FieldModel field = form.field(FEATURES.get(i));
            ToggleButton button = new ToggleButton(names.get(i));
            button.setId("feature-" + FEATURES.get(i));
            button.getStyleClass().addAll("surface-button", "feature");
            button.setTooltip(new Tooltip(field.setting().help()));
            field.valueProperty().subscribe(on -> button.setSelected((Boolean) on));
            button.setOnAction(_ -> {
                field.take(button.isSelected());
                if (!model.forms().refusalProperty().get().isEmpty()) {
                    field.take(true);
                }
            });
            row.getChildren().add(button);
        }
        return row;
    }

    private HBox activation() {
        ComboBox<String> choice = new ComboBox<>();
        choice.setId("points-activation");
        choice.getStyleClass().add("choice");
        choice.getItems().setAll(LayerControls.activations());
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(String type) {
                return type == null ? "" : Wiring.label(type);
            }

            @Override
            public String fromString(String label) {
                return label;
            }
        });
        model.draftProperty().subscribe(now -> {
            choice.setValue(now.wiring().activation().orElse(null));
            choice.setPromptText(now.wiring().hidden().isEmpty() ? "no hidden layer" : "mixed");
            choice.setDisable(now.wiring().hidden().isEmpty());
        });
        choice.valueProperty().addListener((_, _, now) -> {
            if (now != null && !model.draft().wiring().activation().equals(Optional.of(now))) {
                model.forms().wire(model.draft().wiring().activated(now));
            }
        });
        return row("Activation", choice);
    }

    private static HBox row(String name, Node control) {
        Label label = new Label(name);
        label.getStyleClass().add("field-label");
        label.setLabelFor(control);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(label, space, control);
        row.getStyleClass().add("row");
        return row;
    }

    private SettingField plan(String key) {
        return new SettingField(model.forms().plan().field(key), key.equals("batch") ? PLAIN.effect("batch", "acts now") : PLAIN);
    }

    private VBox more() {
        VBox rare = new VBox(plan("l1"), plan("epochs"), plan("steps"), new SettingField(model.forms().features().field("k"), PLAIN));
        rare.getStyleClass().add("form");
        rare.setVisible(false);
        rare.managedProperty().bind(rare.visibleProperty());
        Hyperlink link = new Hyperlink("More: L1, epochs, steps, waves");
        link.setId("points-plan-more");
        link.getStyleClass().add("link");
        link.textProperty().bind(Bindings.when(rare.visibleProperty()).then("Less").otherwise("More: L1, epochs, steps, waves"));
        link.setOnAction(_ -> rare.setVisible(!rare.isVisible()));
        VBox all = new VBox(link, rare);
        all.getStyleClass().add("form");
        return all;
    }

    /** How fast it trains. */
    static HBox tempi(PointsModel model) {
        ToggleGroup group = new ToggleGroup();
        HBox row = new HBox();
        row.getStyleClass().add("tempi");
        for (Tempo each : Tempo.values()) {
            ToggleButton button = new ToggleButton(each.label());
            button.setId("tempo-" + each.name().toLowerCase(Locale.ROOT));
            button.setToggleGroup(group);
            button.getStyleClass().add("surface-button");
            button.setTooltip(new Tooltip(each == Tempo.FULL ? "As many steps as the machine makes." : "%d steps in a second.".formatted(each.steps())));
            model.tempoProperty().subscribe(now -> button.setSelected(now == each));
            button.setOnAction(_ -> {
                button.setSelected(true);
                model.tempoProperty().set(each);
            });
            row.getChildren().add(button);
        }
        return row;
    }

    private VBox hint() {
        Label head = title("Worth trying");
        head.setId("points-hint-title");
        Label text = new Label();
        text.setId("points-hint");
        text.getStyleClass().add("muted");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        Runnable show = () -> {
            head.setText(model.pointing().hoveredProperty().get().map(model.words()::title).orElse("Worth trying"));
            text.setText("Hover shows where a neuron fires; click a line to set its weight by hand; click again for its arithmetic. "
                    + "A click on the map sends a point through.");
        };
        model.pointing().hoveredProperty().subscribe(_ -> show.run());
        VBox hint = new VBox(4, head, text);
        hint.getStyleClass().add("hint");
        return hint;
    }

    private static Region line() {
        Region line = new Region();
        line.getStyleClass().add("hairline");
        return line;
    }

    private static Label title(String text) {
        Label title = new Label(text);
        title.getStyleClass().add("section-title");
        return title;
    }
}
