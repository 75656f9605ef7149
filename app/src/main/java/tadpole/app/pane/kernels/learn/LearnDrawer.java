package tadpole.app.pane.kernels.learn;

import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import tadpole.app.form.FormLayout;
import tadpole.app.form.RecipeForm;
import tadpole.app.form.RecipePicker;

/** What is wanted, and how it is searched. */
final class LearnDrawer extends VBox {

    private static final FormLayout SEARCH = FormLayout.PLAIN.named("learn").rare("More", "enough", "seed", "bias");
    private static final FormLayout OPTIMIZER = FormLayout.PLAIN.named("learn-optimizer").rare("More", "weightDecay", "decayBiases", "dampening",
            "rateInside", "epsPlace", "eps", "amsgrad", "centered", "historySize", "maxIter", "maxEval", "toleranceGrad", "toleranceChange", "lineSearch");

    /** @param open asks for a file */
    LearnDrawer(LearnModel model, Runnable open) {
        setId("learn-drawer");
        getStyleClass().addAll("form", "learn-drawer");
        VBox goals = new VBox();
        goals.getStyleClass().add("learn-goals");
        ToggleGroup group = new ToggleGroup();
        for (Goal goal : Goal.values()) {
            RadioButton button = new RadioButton(goal.label());
            button.setId("learn-goal-" + goal.name().toLowerCase(Locale.ROOT));
            button.setToggleGroup(group);
            button.setTooltip(new Tooltip(goal.help()));
            button.setOnAction(_ -> model.goalProperty().set(goal));
            model.goalProperty().subscribe(now -> button.setSelected(now == goal));
            button.disableProperty().bind(model.stateProperty().map(state -> state.isGoingOn()));
            goals.getChildren().add(button);
        }
        Button again = small("learn-draw", "Another one", Material2OutlinedAL.CASINO, "Hides another preset", model::drawAgain);
        Button file = small("learn-open", "Open...", Material2OutlinedAL.FOLDER_OPEN, "As large as the output of this convolution", open);
        HBox buttons = new HBox(again, file);
        buttons.getStyleClass().add("learn-buttons");
        Label hint = new Label("Only the numbers of the kernel are searched. Size, stride, padding, dilation, turning and ReLU are those of the view Sliding window.");
        hint.getStyleClass().add("muted");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        VBox worth = new VBox(hint);
        worth.getStyleClass().add("hint");
        getChildren().setAll(title("Which output is wanted"), goals, buttons, line(), title("Search"), new RecipeForm(model.form(), SEARCH), line(),
                title("Who goes down"), new RecipePicker<>("Optimizer", model.optimizer(), OPTIMIZER), worth);
    }

    private static Button small(String id, String text, Ikon icon, String tip, Runnable run) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().add("small-button");
        button.setTooltip(new Tooltip(tip));
        button.setOnAction(_ -> run.run());
        return button;
    }

    private static Label title(String text) {
        Label title = new Label(text);
        title.getStyleClass().add("section-title");
        return title;
    }

    private static Region line() {
        Region line = new Region();
        line.getStyleClass().add("hairline");
        return line;
    }
}
