package tadpole.app.pane.kernels.stack;

import java.util.List;
import javafx.scene.layout.VBox;
import tadpole.app.form.FormLayout;
import tadpole.app.form.FormModel;
import tadpole.app.form.RecipeForm;
import tadpole.engine.convolution.StackStage.Pooled;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Settings;

/** The settings of a chosen pooling. */
final class PoolingForm extends VBox {

    private static final String MAX = "max";
    private static final List<Setting> SETTINGS = List.of(
            new Setting.Choice("kind", "Takes", MAX, List.of(new Setting.Option(MAX, "The largest"), new Setting.Option("average", "The mean")),
                    "The largest number of a window keeps the strongest sign; the mean smooths."),
            new Setting.Whole("window", "Window", 2L, 1, 64, "pixels", "How high and wide a window is. Default 2."),
            new Setting.Whole("stride", "Stride", 2L, 1, 64, "pixels", "How far it is from window to window. Default 2: windows that touch and halve the picture."),
            new Setting.Whole("padding", "Padding", 0L, 0, 32, "pixels",
                    "How far windows reach over the edge, at most half a window: never the largest, zeros of the mean. Default 0."));

    private final StackModel model;
    private final FormModel form = FormModel.of(SETTINGS);
    private boolean following;

    PoolingForm(StackModel model) {
        this.model = model;
        getChildren().add(new RecipeForm(form, FormLayout.PLAIN.named("pooling")));
        model.chosenProperty().subscribe(_ -> follow());
        model.draftProperty().subscribe(_ -> follow());
        form.settingsProperty().addListener((_, _, now) -> {
            if (!following) {
                model.set(pooled(now), "");
            }
        });
    }

    private void follow() {
        if (model.chosenStage().orElse(null) instanceof Pooled pooled && !following) {
            following = true;
            take("kind", pooled.kind() == Pooled.Kind.MAX ? MAX : "average");
            take("window", (long) pooled.window());
            take("stride", (long) pooled.stride());
            take("padding", (long) pooled.padding());
            following = false;
        }
    }

    private void take(String key, Object value) {
        if (!form.field(key).value().equals(value) || !form.field(key).refusalProperty().get().isEmpty()) {
            form.field(key).take(value);
        }
    }

    private static Pooled pooled(Settings now) {
        return new Pooled(now.choice("kind").equals(MAX) ? Pooled.Kind.MAX : Pooled.Kind.AVERAGE, now.whole("window"), now.whole("stride"), now.whole("padding"));
    }
}
