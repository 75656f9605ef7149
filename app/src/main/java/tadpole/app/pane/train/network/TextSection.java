package tadpole.app.pane.train.network;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** The network as text that one can edit, copy and paste; the picture follows every line that can be read. */
final class TextSection extends VBox {

    private final NetworkTextModel model;
    private final TextArea area = new TextArea();
    private final Label fault = new Label("", new FontIcon(Material2OutlinedAL.ERROR_OUTLINE));
    private final Button giveUp = new Button("Take the network's text");
    private boolean showing;

    TextSection(NetworkTextModel model) {
        this.model = model;
        setId("text-section");
        getStyleClass().add("form");
        VBox.setVgrow(area, Priority.ALWAYS);
        area.setId("network-text");
        area.getStyleClass().addAll("mono", "network-text");
        area.setWrapText(true);
        area.setAccessibleText("The network as text");
        area.textProperty().addListener((_, _, text) -> {
            if (!showing) {
                model.type(text);
            }
        });
        area.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                model.leave();
            }
        });
        fault.setId("network-text-fault");
        fault.getStyleClass().add("refusal");
        fault.setWrapText(true);
        fault.setMinHeight(USE_PREF_SIZE);
        giveUp.setId("network-text-give-up");
        giveUp.getStyleClass().add("small-button");
        giveUp.setTooltip(new Tooltip("Gives up what cannot be read"));
        giveUp.setOnAction(_ -> model.giveUp());
        Label about = new Label("One layer a line, in PyTorch's words. What cannot be read changes nothing.");
        about.getStyleClass().add("muted");
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        getChildren().setAll(head(), about, area, fault, giveUp);
        model.textProperty().subscribe(this::show);
        model.faultProperty().subscribe(this::mark);
    }

    private HBox head() {
        Label title = new Label("As text");
        title.getStyleClass().add("section-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button copy = new Button("Copy", new FontIcon(Material2OutlinedAL.CONTENT_COPY));
        copy.setId("network-text-copy");
        copy.getStyleClass().add("small-button");
        copy.setOnAction(_ -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(area.getText());
            Clipboard.getSystemClipboard().setContent(content);
        });
        HBox head = new HBox(8, title, space, copy);
        head.getStyleClass().add("layer-head");
        return head;
    }

    private void show(String text) {
        if (!text.equals(area.getText())) {
            showing = true;
            area.setText(text);
            showing = false;
        }
    }

    /** Why the text is not taken, and its line marked. */
    private void mark(Optional<NetworkTextModel.Fault> wrong) {
        fault.setText(wrong.map(NetworkTextModel.Fault::sentence).orElse(""));
        for (Region node : new Region[] {fault, giveUp}) {
            node.setVisible(wrong.isPresent());
            node.setManaged(wrong.isPresent());
        }
        area.getStyleClass().remove("refused");
        wrong.ifPresent(_ -> area.getStyleClass().add("refused"));
    }
}
