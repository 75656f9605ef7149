package tadpole.app.shell;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** What went wrong, above the stage: each stays until it is closed, or something succeeded. */
final class Banners extends VBox {

    private final Messages messages;

    Banners(Messages messages) {
        this.messages = messages;
        setId("banners");
        messages.failures().subscribe(this::show);
        show();
    }

    private void show() {
        getChildren().setAll(messages.failures().stream().map(this::banner).toList());
    }

    private HBox banner(String text) {
        FontIcon icon = new FontIcon(Material2OutlinedAL.ERROR_OUTLINE);
        icon.getStyleClass().add("wrong-mark");
        Label sentence = new Label(text);
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        HBox banner = new HBox(icon, sentence);
        Button close = Icons.button(Material2OutlinedAL.CLOSE, "Close", () -> messages.close(text));
        close.setId("banner-close");
        close.setMinWidth(USE_PREF_SIZE);
        banner.getChildren().add(close);
        banner.getStyleClass().add("banner");
        return banner;
    }
}
