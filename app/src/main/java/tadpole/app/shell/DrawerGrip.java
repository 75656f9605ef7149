package tadpole.app.shell;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** The small tab on the drawer's edge that folds and unfolds it. */
final class DrawerGrip extends Button {

    private final FontIcon icon = new FontIcon();

    DrawerGrip(Drawer drawer) {
        super("", null);
        setGraphic(icon);
        setId("drawer-grip");
        getStyleClass().setAll("drawer-grip");
        visibleProperty().bind(drawer.filledProperty());
        setOnAction(_ -> drawer.unfoldedProperty().set(!drawer.unfoldedProperty().get()));
        setTooltip(new Tooltip());
        drawer.unfoldedProperty().subscribe(this::show);
    }

    private void show(boolean unfolded) {
        icon.setIconCode(unfolded ? Material2OutlinedAL.CHEVRON_RIGHT : Material2OutlinedAL.CHEVRON_LEFT);
        getTooltip().setText(unfolded ? "Hide the settings (F9)" : "Show the settings (F9)");
        setAccessibleText(getTooltip().getText());
    }
}
