package tadpole.app.shell;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/** Buttons that show an icon and say in a tip what they do. */
final class Icons {

    private Icons() {}

    static Button button(Ikon icon, String tip, Runnable run) {
        Button button = new Button(tip, new FontIcon(icon));
        button.getStyleClass().addAll("icon-button", "plain-button");
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleText(tip);
        button.setOnAction(_ -> run.run());
        return button;
    }
}
