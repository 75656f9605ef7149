package tadpole.app.pane.data;

import java.util.OptionalInt;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;

/** A chip for all images and one for each class, with how many there are: one click shows them alone. */
final class ClassChips extends StackPane {

    /** More classes than these scroll, so that the wall keeps its room. */
    private static final int MOST_IN_SIGHT = 40;
    private static final double SCROLLED_HEIGHT = 88;

    private final DataPaneModel model;
    private final FlowPane chips = new FlowPane();

    ClassChips(DataPaneModel model) {
        this.model = model;
        setId("class-chips");
        chips.getStyleClass().add("class-chips");
        visibleProperty().bind(model.enlargedProperty().not());
        managedProperty().bind(visibleProperty());
        model.countsProperty().subscribe(this::fill);
        model.labelProperty().subscribe(this::select);
    }

    private void fill() {
        ClassCounts counts = model.countsProperty().get();
        if (counts.classes().isEmpty()) {
            getChildren().clear();
            return;
        }
        chips.getChildren().setAll(chip("all", counts.all(), OptionalInt.empty()));
        for (int label = 0; label < counts.classes().size(); label++) {
            chips.getChildren().add(chip(counts.classes().get(label), counts.counts().get(label), OptionalInt.of(label)));
        }
        if (counts.classes().size() <= MOST_IN_SIGHT) {
            getChildren().setAll(chips);
            return;
        }
        ScrollPane scroll = new ScrollPane(chips);
        scroll.setFitToWidth(true);
        scroll.setMinHeight(SCROLLED_HEIGHT);
        scroll.setPrefHeight(SCROLLED_HEIGHT);
        getChildren().setAll(scroll);
    }

    private ToggleButton chip(String name, int count, OptionalInt label) {
        Label number = new Label(Words.count(count));
        number.getStyleClass().addAll("mono", "chip-count");
        ToggleButton chip = new ToggleButton(name, number);
        chip.setContentDisplay(ContentDisplay.RIGHT);
        chip.getStyleClass().add("chip");
        chip.setId("chip-" + name);
        chip.setMinWidth(USE_PREF_SIZE);
        chip.setUserData(label);
        chip.setSelected(model.labelProperty().get().equals(label));
        chip.setOnAction(_ -> {
            chip.setSelected(true);
            label.ifPresentOrElse(model::showClass, model::showAll);
        });
        return chip;
    }

    private void select(OptionalInt label) {
        chips.getChildren().forEach(node -> ((ToggleButton) node).setSelected(label.equals(node.getUserData())));
    }
}
