package tadpole.app.pane.kernels.trained;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import tadpole.app.chart.Digits;
import tadpole.engine.convolution.TrainedLayer;

/** Which network, which of its layers, and what to try with the chosen filter. */
final class TrainedDrawer extends VBox {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final TrainedModel model;
    private final VBox layers = new VBox();
    private final Label facts = new Label();

    TrainedDrawer(TrainedModel model, List<Source.Weights> bundled, Runnable openFile) {
        this.model = model;
        setId("trained-drawer");
        getStyleClass().addAll("form", "trained-drawer");
        facts.setId("trained-facts");
        facts.getStyleClass().add("muted");
        facts.setWrapText(true);
        facts.setMinHeight(USE_PREF_SIZE);
        facts.managedProperty().bind(facts.textProperty().isNotEmpty());
        layers.getStyleClass().add("trained-choices");
        VBox sources = new VBox();
        sources.getStyleClass().add("trained-choices");
        Source.Session session = new Source.Session();
        Button mine = choice("trained-session", "Trained in this session", "What Train made last, or what was kept here", () -> model.open(session));
        model.desk().workspace().trainedProperty().subscribe(now -> mine.setDisable(now.isEmpty()));
        model.sourceProperty().subscribe(now -> mine.pseudoClassStateChanged(CHOSEN, now.filter(session::equals).isPresent()));
        sources.getChildren().add(mine);
        for (Source.Weights each : bundled) {
            Button button = choice("trained-open-" + each.name(), each.name(), "Comes with Tadpole", () -> model.open(each));
            model.sourceProperty().subscribe(now -> button.pseudoClassStateChanged(CHOSEN, now.filter(each::equals).isPresent()));
            sources.getChildren().add(button);
        }
        Button file = choice("trained-open-file", "Weights file...", "A safetensors file that Train or tadpole run saved", openFile);
        model.sourceProperty().subscribe(now -> {
            Optional<Source.Weights> own = now.filter(Source.Weights.class::isInstance).map(Source.Weights.class::cast).filter(each -> !each.bundled());
            file.pseudoClassStateChanged(CHOSEN, own.isPresent());
            file.setText(own.map(each -> each.file().getFileName().toString()).orElse("Weights file..."));
        });
        sources.getChildren().add(file);
        BooleanBinding idle = Bindings.createBooleanBinding(() -> model.version().isPresent() && !model.trials().stateProperty().get().isGoingOn(),
                model.trials().versionProperty(), model.trials().stateProperty());
        BooleanBinding changed = Bindings.createBooleanBinding(() -> idle.get() && model.version().filter(now -> !now.exchanges().isEmpty()).isPresent(), idle,
                model.trials().versionProperty());
        VBox tries = new VBox(
                button("trained-off", "Switch this filter off", Material2OutlinedMZ.POWER_SETTINGS_NEW,
                        "All its weights and its bias become 0, and the network is tried without it", idle, model::switchOff),
                button("trained-each-off", "Switch each off in turn", Material2OutlinedAL.LEADERBOARD,
                        "Which filter of this layer matters most? Each is left out alone, and all images are tried", idle, model::switchEachOff),
                button("trained-restore", "Restore all filters", Material2OutlinedAL.HISTORY, "The network as it was opened", changed, model.trials()::restore),
                button("trained-keep", "Keep as trained network", Material2OutlinedAL.CHECK,
                        "The network with its changed filters becomes the trained one of this session, for other panes too", changed, model::keep));
        tries.getStyleClass().add("trained-choices");
        Region line = new Region();
        line.getStyleClass().add("hairline");
        Label layerTitle = title("Layer");
        getChildren().setAll(title("Network"), sources, facts, layerTitle, layers, line, title("Try"), tries);
        model.trials().versionProperty().subscribe(_ -> list());
        model.layerProperty().subscribe(_ -> mark());
    }

    private static Label title(String text) {
        Label title = new Label(text);
        title.getStyleClass().add("section-title");
        return title;
    }

    private static Button choice(String id, String text, String tip, Runnable run) {
        Button button = new Button(text);
        button.setId(id);
        button.getStyleClass().add("trained-choice");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setTooltip(new Tooltip(tip));
        button.setOnAction(_ -> run.run());
        return button;
    }

    private static Button button(String id, String text, Ikon icon, String tip, BooleanBinding enabled, Runnable run) {
        Button button = choice(id, text, tip, run);
        button.setGraphic(new FontIcon(icon));
        button.disableProperty().bind(enabled.not());
        return button;
    }

    private void list() {
        if (model.version().isEmpty()) {
            return;
        }
        OpenNetwork network = model.version().get().network();
        facts.setText("%s · %s weights · tried on %s".formatted(network.trained().dataset().title(), Digits.count(network.trained().network().parameterCount()),
                Words.images(network.trained().samples().size(), network.trained().part())));
        List<Button> rows = new ArrayList<>();
        List<TrainedLayer> all = network.filters().layers();
        for (int i = 0; i < all.size(); i++) {
            TrainedLayer layer = all.get(i);
            int number = i;
            Button row = choice("trained-layer-" + i, "", layer.refusal().orElse("%d filters, each with %d kernels of %d×%d".formatted(layer.filters(), layer.depth(),
                    layer.height(), layer.width())), () -> model.chooseLayer(number));
            Label name = new Label(layer.name());
            Label shape = new Label("%d × %d × %d×%d → %s".formatted(layer.filters(), layer.depth(), layer.height(), layer.width(), layer.stage().output().toString().replace("×", " × ")));
            shape.getStyleClass().addAll("muted", "mono");
            row.setGraphic(new VBox(name, shape));
            row.getStyleClass().add("trained-layer");
            rows.add(row);
        }
        layers.getChildren().setAll(rows);
        mark();
    }

    private void mark() {
        for (int i = 0; i < layers.getChildren().size(); i++) {
            layers.getChildren().get(i).pseudoClassStateChanged(CHOSEN, i == model.layerProperty().get());
        }
    }
}
