package tadpole.app.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** A pane for the tests of the shell: a card, some tools, actions that write down that they ran. */
final class DemoPane implements PaneView {

    /** The entries of three panes, and the panes that were made from them. */
    static final class Made {

        private final Map<String, DemoPane> views = new LinkedHashMap<>();
        private int count;
        private boolean refusing;

        List<PaneEntry> entries() {
            return List.of(
                    entry("data", "Data", Material2OutlinedAL.APPS, PaneEntry.Group.LOOK),
                    entry("train", "Train", Material2OutlinedMZ.SHOW_CHART, PaneEntry.Group.LEARN),
                    entry("gradients", "Gradients", Material2OutlinedAL.FUNCTIONS, PaneEntry.Group.UNDERSTAND));
        }

        Map<String, DemoPane> views() {
            return views;
        }

        void refuseFiles() {
            refusing = true;
        }

        int count() {
            return count;
        }

        private PaneEntry entry(String id, String label, Ikon icon, PaneEntry.Group group) {
            return new PaneEntry(id, label, icon, group, _ -> {
                DemoPane pane = new DemoPane(id, label, () -> !refusing);
                views.put(id, pane);
                count++;
                return pane;
            });
        }
    }

    final List<String> ran = new ArrayList<>();
    final List<Path> opened = new ArrayList<>();
    final SimpleBooleanProperty startable = new SimpleBooleanProperty(true);

    private final String id;
    private final String label;
    private final BooleanSupplier takesFiles;
    private final VBox stage = new VBox(16);

    private DemoPane(String id, String label, BooleanSupplier takesFiles) {
        this.takesFiles = takesFiles;
        this.id = id;
        this.label = label;
        Label title = new Label("A card of " + label);
        title.getStyleClass().add("section-title");
        Label words = new Label("Muted words beside it, 5 000 images");
        words.getStyleClass().add("muted");
        Label figure = new Label("0.2212");
        figure.getStyleClass().add("figure");
        VBox card = new VBox(8, title, words, figure);
        card.getStyleClass().add("card");
        card.setStyle("-fx-padding: 12; -fx-min-height: 300");
        FlowPane chips = new FlowPane(8, 8, chip("all"), chip("airplane"), chip("frog"));
        stage.setStyle("-fx-padding: 16 24 16 24");
        stage.getChildren().addAll(chips, card);
    }

    private static ToggleButton chip(String text) {
        ToggleButton chip = new ToggleButton(text);
        chip.getStyleClass().add("chip");
        chip.setSelected(text.equals("frog"));
        return chip;
    }

    @Override
    public Node stage() {
        return stage;
    }

    @Override
    public Optional<Node> drawer() {
        return id.equals("gradients") ? Optional.empty() : Optional.of(new DemoDrawer());
    }

    @Override
    public ObservableValue<String> subtitle() {
        return new SimpleStringProperty("CIFAR-10 · 50 000 training, 10 000 test images · 3×32×32");
    }

    @Override
    public List<Node> tools() {
        Button main = new Button("Open data", new FontIcon(Material2OutlinedAL.FOLDER_OPEN));
        main.getStyleClass().add("main-button");
        main.setId("demo-main");
        main.setOnAction(_ -> ran.add("main"));
        Button tool = new Button("Get data sets", new FontIcon(Material2OutlinedAL.GET_APP));
        tool.getStyleClass().add("tool-button");
        tool.setId("demo-tool");
        Button icon = new Button("More", new FontIcon(Material2OutlinedMZ.MORE_VERT));
        icon.getStyleClass().addAll("tool-button", "icon-button");
        return List.of(main, tool, icon);
    }

    @Override
    public List<Action> actions() {
        return List.of(
                Action.of("Start " + label, "Space", startable, () -> ran.add("start")),
                Action.of("Step", "S", startable, () -> ran.add("step")),
                Action.of("Stop", "Esc", startable, () -> ran.add("stop")),
                Action.of("Open a file of " + label, "Shortcut+O", startable, () -> ran.add("open")));
    }

    @Override
    public boolean open(List<Path> files) {
        return takesFiles.getAsBoolean() && id.equals("data") && opened.addAll(files);
    }
}
