package tadpole.app.pane.train.network;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tadpole.engine.design.Design;
import tadpole.engine.design.Part;
import tadpole.engine.layer.Conv2d;
import tadpole.engine.layer.ResidualBlock;
import tadpole.engine.recipe.Settings;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Shape;

/** What a residual block is made of: its body, and what goes around it. */
final class InnerLayers extends VBox {

    InnerLayers(Settings settings, Shape input) {
        getStyleClass().addAll("hint", "inner-layers");
        setId("inner-layers");
        add("Inside: body", ResidualBlock.body(settings), input);
        List<Spec> shortcut = ResidualBlock.shortcut(settings, input);
        if (shortcut.isEmpty()) {
            Label beside = new Label(ResidualBlock.addsZeros(settings, input)
                    ? "Shortcut: %s, and channels of zeros".formatted(taken(settings.whole("stride")))
                    : "Shortcut: what came in, as it is");
            beside.getStyleClass().add("inner-title");
            beside.setWrapText(true);
            beside.setMinHeight(USE_PREF_SIZE);
            getChildren().add(beside);
        } else {
            add("Shortcut", shortcut, input);
        }
        Label sum = new Label("The two are added, then a ReLU.");
        sum.getStyleClass().add("layer-unit");
        getChildren().add(sum);
    }

    private static String taken(int stride) {
        return stride == 1 ? "what came in" : stride == 2 ? "every second pixel" : "one of %d×%d pixels".formatted(stride, stride);
    }

    private void add(String title, List<Spec> layers, Shape input) {
        Label label = new Label(title);
        label.getStyleClass().add("inner-title");
        getChildren().add(label);
        for (Part part : Design.of(input, layers, 1).parts()) {
            getChildren().add(line(part));
        }
    }

    private static HBox line(Part part) {
        Label name = new Label(LayerForm.recipe(part.spec().type()).label() + words(part.spec()));
        name.getStyleClass().add("inner-name");
        name.setWrapText(true);
        name.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(name, Priority.ALWAYS);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label shape = new Label(part.output().map(Shape::toString).orElse("?"));
        shape.getStyleClass().addAll("mono", "inner-shape");
        shape.setMinWidth(USE_PREF_SIZE);
        return new HBox(6, name, space, shape);
    }

    /** The shape beside it says the rest. */
    private static String words(Spec spec) {
        if (!spec.type().equals(Conv2d.RECIPE.type())) {
            return "";
        }
        int kernel = spec.settings().whole("kernel");
        int stride = spec.settings().whole("stride");
        return " %d×%d%s".formatted(kernel, kernel, stride == 1 ? "" : ", stride " + stride);
    }
}
