package tadpole.app.pane.kernels;

import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import tadpole.engine.convolution.ConvolutionPlan;
import tadpole.engine.convolution.Mixing;

/** The filters of the layer: which one is edited, one more, one less. */
final class FilterRow extends VBox {

    private final KernelsModel model;
    private final FlowPane chips = new FlowPane();
    private final Button add;
    private final Button copy;
    private final Button remove;

    FilterRow(KernelsModel model) {
        this.model = model;
        getStyleClass().add("filter-row");
        add = button("kernels-filter-add", Material2OutlinedAL.ADD, "One more filter: one more output channel", model::addFilter);
        copy = button("kernels-filter-copy", Material2OutlinedAL.CONTENT_COPY, "A copy of the chosen filter", model::copyFilter);
        remove = button("kernels-filter-remove", Material2OutlinedMZ.REMOVE, "Without the chosen filter", model::removeFilter);
        chips.getStyleClass().add("filter-chips");
        Label name = new Label("Filters");
        name.getStyleClass().add("field-label");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(name, space, remove, copy, add);
        row.getStyleClass().addAll("row", "filter-buttons");
        getChildren().addAll(row, chips);
        model.planProperty().subscribe(this::show);
        model.filterProperty().subscribe(_ -> show(model.planProperty().get()));
    }

    private void show(ConvolutionPlan plan) {
        int count = plan.filters().size();
        boolean each = plan.mixing() == Mixing.EACH;
        add.setDisable(each || count >= PlanEdits.MOST_FILTERS);
        copy.setDisable(each || count >= PlanEdits.MOST_FILTERS);
        remove.setDisable(each || count == 1);
        chips.getChildren().setAll(IntStream.range(0, each ? 1 : count).mapToObj(this::chip).toList());
        chips.setVisible(count > 1 && !each);
        chips.setManaged(chips.isVisible());
    }

    private ToggleButton chip(int filter) {
        ToggleButton chip = new ToggleButton(Integer.toString(filter + 1));
        chip.setId("kernels-filter-" + filter);
        chip.getStyleClass().add("filter-chip");
        chip.setSelected(filter == model.filterProperty().get());
        chip.setOnAction(_ -> {
            chip.setSelected(true);
            model.filterProperty().set(filter);
        });
        return chip;
    }

    private static Button button(String id, Ikon icon, String tip, Runnable run) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll("icon-button", "small-button");
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleText(tip);
        button.setOnAction(_ -> run.run());
        return button;
    }
}
