package tadpole.app.pane.text.inside;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import tadpole.engine.language.LanguageModel;
import tadpole.engine.language.RecurrentStages;
import tadpole.engine.language.UnitSearch;
import tadpole.engine.layer.Network;

/** Chooses any unit by hand: the layer and what it keeps, and which number of it. */
final class UnitPicker extends VBox {

    /** One of the things that a layer keeps in mind. */
    private record Place(String stage, String which, int hidden) {

        @Override
        public String toString() {
            return stage + " " + which;
        }
    }

    private final InsideModel model;
    private final ComboBox<Place> place = new ComboBox<>();
    private final IntegerSpinnerValueFactory numbers = new IntegerSpinnerValueFactory(0, 0, 0);
    private boolean following;

    UnitPicker(InsideModel model) {
        this.model = model;
        getStyleClass().add("form");
        Label title = new Label("Any unit");
        title.getStyleClass().add("section-title");
        place.setId("text-inside-place");
        place.getStyleClass().add("choice");
        place.setAccessibleText("Layer and what it keeps");
        Spinner<Integer> number = new Spinner<>(numbers);
        number.setId("text-inside-number");
        number.setEditable(true);
        number.getStyleClass().add("text-inside-spinner");
        number.setAccessibleText("Unit");
        HBox row = new HBox(place, number);
        row.getStyleClass().add("text-inside-pick");
        getChildren().setAll(title, row);
        model.shared().modelProperty().subscribe(now -> {
            following = true;
            place.getItems().setAll(now.map(UnitPicker::places).orElse(List.of()));
            following = false;
            follow();
        });
        model.shared().unitProperty().subscribe(_ -> follow());
        place.setOnAction(_ -> pick());
        numbers.valueProperty().subscribe(_ -> pick());
    }

    private static List<Place> places(LanguageModel of) {
        return RecurrentStages.of(of.network()).stream().flatMap(stage -> kept(stage).stream()).toList();
    }

    private static List<Place> kept(Network.Stage stage) {
        return RecurrentStages.kept(stage).stream().map(which -> new Place(stage.name(), which, RecurrentStages.hidden(stage))).toList();
    }

    private void follow() {
        following = true;
        model.unit().ifPresent(unit -> place.getItems().stream().filter(each -> each.stage().equals(unit.stage()) && each.which().equals(unit.which())).findFirst().ifPresent(each -> {
            place.setValue(each);
            numbers.setMax(each.hidden() - 1);
            numbers.setValue(unit.index());
        }));
        following = false;
    }

    private void pick() {
        Place now = place.getValue();
        if (following || now == null || numbers.getValue() == null) {
            return;
        }
        model.matchProperty().set(Optional.empty());
        model.choose(new UnitSearch.Unit(now.stage(), now.which(), Math.clamp(numbers.getValue(), 0, now.hidden() - 1)));
    }
}
