package tadpole.app.pane.playground.descent;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tadpole.app.form.FormLayout;
import tadpole.app.form.RecipePicker;
import tadpole.app.form.SettingField;

/** Which curve, from where, who walks and how fast. */
final class DescentDrawer extends VBox {

    private static final FormLayout WALK = FormLayout.PLAIN.named("descent");
    private static final FormLayout OPTIMIZER = FormLayout.PLAIN.named("descent-optimizer").slider("rate", 1e-3, 10)
            .rare("More", "weightDecay", "decayBiases", "dampening", "rateInside", "epsPlace", "eps", "amsgrad", "centered");

    DescentDrawer(DescentModel model) {
        setId("descent-drawer");
        getStyleClass().addAll("form", "descent-drawer");
        Label about = new Label();
        about.setId("descent-about");
        about.getStyleClass().add("muted");
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        model.shownProperty().subscribe(shown -> about.setText(shown.curve().about()));
        Label formula = new Label();
        formula.setId("descent-formula");
        formula.getStyleClass().add("mono");
        model.shownProperty().subscribe(shown -> formula.setText(shown.curve().formula()));
        SettingField curvature = field(model, "curvature");
        curvature.visibleProperty().bind(model.shownProperty().map(shown -> DescentModel.hasCurvature(shown.plan())));
        curvature.managedProperty().bind(curvature.visibleProperty());
        Region line = new Region();
        line.getStyleClass().add("hairline");
        VBox hint = new VBox(4, title("Worth noticing"), about);
        hint.getStyleClass().add("hint");
        getChildren().addAll(title("Curve"), field(model, "curve"), formula, curvature, field(model, "start"), field(model, "steps"), line,
                title("Who walks"), new RecipePicker<>("Optimizer", model.optimizer(), OPTIMIZER), hint);
    }

    private static SettingField field(DescentModel model, String key) {
        return new SettingField(model.form().field(key), WALK);
    }

    private static Label title(String text) {
        Label title = new Label(text);
        title.getStyleClass().add("section-title");
        return title;
    }
}
