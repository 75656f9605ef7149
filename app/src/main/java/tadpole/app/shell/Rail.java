package tadpole.app.shell;

import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The bar at the left: every pane by icon and name; search and settings at its foot. */
final class Rail extends VBox {

    private final FrontPane front;
    private final ToggleGroup panes = new ToggleGroup();

    Rail(FrontPane front, Runnable search, Runnable settings) {
        this.front = front;
        getStyleClass().add("rail");
        setId("rail");
        addPanes();
        addSpace();
        getChildren().add(button("rail-search", "Search", new FontIcon(Material2OutlinedMZ.SEARCH), "Every action by name (Ctrl+K)", search));
        getChildren().add(button("rail-settings", "Settings", new FontIcon(Material2OutlinedMZ.SETTINGS), "Theme and type size", settings));
        front.entryProperty().subscribe(this::select);
    }

    private void addPanes() {
        Optional<PaneEntry> before = Optional.empty();
        int number = 1;
        for (PaneEntry entry : front.entries()) {
            if (before.isPresent() && standApart(before.get().group(), entry.group())) {
                addHairline();
            }
            getChildren().add(toggle(entry, number++));
            before = Optional.of(entry);
        }
    }

    /** Data stands with what one trains: no line between the first two groups. */
    private static boolean standApart(PaneEntry.Group above, PaneEntry.Group below) {
        return above != below && above != PaneEntry.Group.LOOK;
    }

    private void addHairline() {
        Region line = new Region();
        line.getStyleClass().add("hairline");
        VBox.setMargin(line, new Insets(7, 10, 6, 10));
        getChildren().add(line);
    }

    private void addSpace() {
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        getChildren().add(space);
    }

    private ToggleButton toggle(PaneEntry entry, int number) {
        ToggleButton toggle = new ToggleButton(entry.label(), new FontIcon(entry.icon()));
        toggle.setId("rail-" + entry.id());
        toggle.setUserData(entry);
        toggle.setToggleGroup(panes);
        toggle.setTooltip(new Tooltip(number <= 9 ? entry.label() + " (Ctrl+" + number + ")" : entry.label()));
        toggle.setOnAction(_ -> {
            toggle.setSelected(true);
            front.open(entry.id());
        });
        return toggle;
    }

    private static Button button(String id, String label, FontIcon icon, String tip, Runnable run) {
        Button button = new Button(label, icon);
        button.setId(id);
        button.setTooltip(new Tooltip(tip));
        button.setOnAction(_ -> run.run());
        return button;
    }

    private void select(Optional<PaneEntry> entry) {
        panes.getToggles().stream()
                .filter(toggle -> entry.filter(toggle.getUserData()::equals).isPresent())
                .forEach(panes::selectToggle);
    }
}
