package tadpole.app.shell;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import tadpole.app.form.FormLayout;
import tadpole.app.form.FormModel;
import tadpole.app.form.RecipeForm;
import tadpole.app.form.RecipePicker;
import tadpole.app.form.RecipePickerModel;
import tadpole.engine.dataset.Samplers;
import tadpole.engine.loss.Losses;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.recipe.Setting;

/** Forms as the drawer of a training pane has them. */
final class DemoDrawer extends VBox {

    private static final List<Setting> RUN = List.of(
            new Setting.Whole("batchSize", "Batch size", 64L, 1, 60_000, "", "How many samples make one step."),
            new Setting.Whole("epochs", "Epochs", 10L, 1, 10_000, "", "How often all samples are seen."),
            new Setting.Whole("seed", "Seed", 7L, 0, Long.MAX_VALUE, "", "Where chance begins: same seed, same result."),
            new Setting.Choice("order", "Order", "shuffled",
                    List.of(new Setting.Option("shuffled", "Shuffled"), new Setting.Option("inOrder", "In order")), "The order of the samples."),
            new Setting.Decimals("mean", "Mean", List.of(0.1307), -1e6, 1e6, "", "One number, or one for each channel."),
            new Setting.Switch("keepBest", "Keep the best", true, "Whether the best weights are kept."),
            new Setting.Decimal("rare", "Clip at", 1.0, 0, 100, "", "The longest gradient."));

    DemoDrawer() {
        Label title = new Label("Experiment");
        title.getStyleClass().add("section-title");
        setSpacing(12);
        getChildren().addAll(
                title,
                new RecipePicker<>("Loss", new RecipePickerModel<>(Losses.ALL), FormLayout.PLAIN.named("loss")),
                new RecipePicker<>("Optimizer", new RecipePickerModel<>(Optimizers.ALL), FormLayout.PLAIN.named("optimizer")
                        .effect("rate", "acts now").slider("rate", 1e-4, 1e-1).rare("More: L2", "weightDecay", "decayBiases")),
                new RecipePicker<>("Sampler", new RecipePickerModel<>(Samplers.ALL), FormLayout.PLAIN.named("sampler")),
                new RecipeForm(FormModel.of(RUN), FormLayout.PLAIN.named("run").effect("batchSize", "next step").rare("More: clipping", "rare")));
    }
}
