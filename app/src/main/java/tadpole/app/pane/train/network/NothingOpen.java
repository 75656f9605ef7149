package tadpole.app.pane.train.network;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import tadpole.app.pane.train.Lab;

/** What stands here while there is no data set to build a network for. */
final class NothingOpen extends VBox {

    NothingOpen(NetworkModel model, Lab lab) {
        getStyleClass().add("network-nothing");
        Label words = new Label("A network is built for a data set: its shape goes in, its classes come out. Open one first.");
        words.getStyleClass().add("placeholder-text");
        words.setWrapText(true);
        Button open = new Button("Go to Data");
        open.setId("network-open-data");
        open.getStyleClass().add("main-button");
        open.setOnAction(_ -> lab.desk().navigator().open("data"));
        getChildren().setAll(words, open);
        visibleProperty().bind(model.drawingProperty().map(Optional::isEmpty));
    }
}
