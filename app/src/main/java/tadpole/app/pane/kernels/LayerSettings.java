package tadpole.app.pane.kernels;

import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import tadpole.engine.convolution.ConvolutionPlan;
import tadpole.resources.Resources;

/** All settings of a convolution in one column, the numbers of its kernel with them: for one that stands beside the pane's own. */
public final class LayerSettings extends VBox {

    private final KernelsModel model;
    private final FlowPane channels = new FlowPane();

    public LayerSettings(KernelsModel model) {
        this.model = model;
        setId("layer-settings");
        getStyleClass().addAll("form", "kernels-drawer");
        getStylesheets().add(Resources.url("css/pane-kernels.css").toExternalForm());
        Label name = new Label("Channel");
        name.getStyleClass().add("field-label");
        channels.getStyleClass().addAll("filter-chips");
        VBox which = new VBox(name, channels);
        which.getStyleClass().add("filter-row");
        which.managedProperty().bind(which.visibleProperty());
        getChildren().addAll(which, new KernelCard(model), new KernelSection(model), new ConvolutionSection(model));
        model.planProperty().subscribe(plan -> {
            which.setVisible(kernels(plan) > 1);
            show(plan);
        });
        model.channelProperty().subscribe(_ -> show(model.planProperty().get()));
    }

    private static int kernels(ConvolutionPlan plan) {
        return plan.filters().getFirst().kernels().size();
    }

    private void show(ConvolutionPlan plan) {
        channels.getChildren().setAll(IntStream.range(0, kernels(plan)).mapToObj(this::chip).toList());
    }

    private ToggleButton chip(int channel) {
        ToggleButton chip = new ToggleButton(Integer.toString(channel + 1));
        chip.setId("layer-channel-" + channel);
        chip.getStyleClass().add("filter-chip");
        chip.setSelected(channel == model.channelProperty().get());
        chip.setOnAction(_ -> {
            chip.setSelected(true);
            model.channelProperty().set(channel);
        });
        return chip;
    }
}
