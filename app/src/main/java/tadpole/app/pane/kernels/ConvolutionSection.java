package tadpole.app.pane.kernels;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import tadpole.app.form.FormLayout;
import tadpole.app.form.SettingField;
import tadpole.engine.convolution.Border;

/** The drawer's section on how the kernel goes over the picture: channels, filters, stride, padding, dilation. */
final class ConvolutionSection extends VBox {

    private static final FormLayout LAYOUT = FormLayout.PLAIN.named("kernels");

    private final ConvolutionForm form;

    ConvolutionSection(KernelsModel model) {
        this.form = new ConvolutionForm(model);
        getStyleClass().add("form");
        Label title = new Label("Convolution");
        title.getStyleClass().add("section-title");
        SettingField pixels = field("pixels");
        form.form().settingsProperty().subscribe(now -> show(pixels, ConvolutionForm.isByPixels(now)));
        Label example = new Label();
        example.setId("kernels-border-example");
        example.getStyleClass().addAll("border-example", "mono");
        VBox border = new VBox(field("border"), example);
        border.getStyleClass().add("border-field");
        model.planProperty().subscribe(plan -> {
            example.setText(ConvolutionForm.example(plan.padding().border()));
            boolean pads = plan.padding().before(plan.height(), plan.dilation()) + plan.padding().after(plan.height(), plan.dilation())
                    + plan.padding().before(plan.width(), plan.dilation()) + plan.padding().after(plan.width(), plan.dilation()) > 0;
            border.setDisable(!pads && plan.padding().border() == Border.ZEROS);
        });
        getChildren().addAll(title, field("channels"), new FilterRow(model), field("stride"), field("padding"), pixels, border, field("dilation"), refusal(model));
    }

    private SettingField field(String key) {
        return new SettingField(form.form().field(key), LAYOUT);
    }

    private static void show(SettingField field, boolean visible) {
        field.setVisible(visible);
        field.setManaged(visible);
    }

    private static Label refusal(KernelsModel model) {
        Label sentence = new Label("", new FontIcon(Material2OutlinedAL.ERROR_OUTLINE));
        sentence.setId("kernels-refusal");
        sentence.getStyleClass().add("refusal");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        sentence.textProperty().bind(model.refusalProperty());
        sentence.visibleProperty().bind(model.refusalProperty().isNotEmpty());
        sentence.managedProperty().bind(sentence.visibleProperty());
        return sentence;
    }
}
