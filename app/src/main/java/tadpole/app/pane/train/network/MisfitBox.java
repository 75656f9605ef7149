package tadpole.app.pane.train.network;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import tadpole.engine.design.Misfit;
import tadpole.engine.design.Repair;

/** What does not fit, the formula with its numbers, and a button for each way to mend it. */
final class MisfitBox extends VBox {

    MisfitBox(Misfit misfit, Consumer<Repair> repair) {
        getStyleClass().addAll("misfit", misfit.refused() ? "misfit-wrong" : "misfit-odd");
        Label sentence = new Label(misfit.sentence(), new FontIcon(misfit.refused() ? Material2OutlinedAL.ERROR_OUTLINE : Material2OutlinedAL.INFO));
        sentence.getStyleClass().addAll("misfit-sentence", misfit.refused() ? "wrong-mark" : "caution-mark");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        getChildren().add(sentence);
        if (!misfit.formula().isEmpty()) {
            Label formula = new Label(misfit.formula());
            formula.getStyleClass().addAll("mono", "misfit-formula");
            formula.setWrapText(true);
            formula.setMinHeight(USE_PREF_SIZE);
            getChildren().add(formula);
        }
        if (!misfit.repairs().isEmpty()) {
            FlowPane buttons = new FlowPane(6, 6);
            for (int i = 0; i < misfit.repairs().size(); i++) {
                buttons.getChildren().add(button(misfit.repairs().get(i), i, repair));
            }
            getChildren().add(buttons);
        }
    }

    private static Button button(Repair repair, int index, Consumer<Repair> run) {
        Button button = new Button(repair.label());
        button.getStyleClass().addAll("small-button", "repair");
        button.setId("repair-" + index);
        button.setOnAction(_ -> run.accept(repair));
        // The card it stands on takes the focus when pressed, and drags.
        button.addEventHandler(MouseEvent.ANY, MouseEvent::consume);
        return button;
    }
}
