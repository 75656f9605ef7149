package tadpole.app.pane.gradients.softmax;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import tadpole.app.chart.Digits;
import tadpole.app.xray.XRayLayer;
import tadpole.engine.formula.Address;
import tadpole.engine.inspect.SoftmaxNumbers;

/** One class: whether it is the right one, its logit as a slider and a field, its probability as a bar and a number. */
final class LogitRow {

    private static final int STEPS = 1000;

    private final SoftmaxRoomModel model;
    private final int index;
    private final ToggleButton name = new ToggleButton();
    private final Slider slider = new Slider(-10, 10, 0);
    private final TextField field = new TextField();
    private final ShareBar bar = new ShareBar();
    private final OpenNumber probability;
    private final Tooltip range = new Tooltip();
    private boolean following;

    LogitRow(SoftmaxRoomModel model, XRayLayer xray, int index) {
        this.model = model;
        this.index = index;
        this.probability = new OpenNumber(xray, new Address.Probability(0, index)).named("p-" + index);
        name.setId("right-" + index);
        name.setText("class " + index);
        name.getStyleClass().add("right-button");
        name.setTooltip(new Tooltip("Click to make it the right class."));
        name.setOnAction(_ -> {
            name.setSelected(true);
            model.setRight(index);
        });
        slider.setId("logit-" + index);
        slider.setAccessibleText("Logit of class " + index);
        slider.valueProperty().addListener(_ -> slide());
        slider.valueChangingProperty().subscribe(_ -> model.undo().endMove());
        slider.setTooltip(range);
        field.setId("logit-text-" + index);
        field.getStyleClass().addAll("mono", "logit-field");
        field.setOnAction(_ -> enter());
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                enter();
            }
        });
        GridPane.setHgrow(slider, Priority.ALWAYS);
        GridPane.setHgrow(bar, Priority.ALWAYS);
    }

    Node[] nodes() {
        return new Node[] {name, slider, field, bar, probability};
    }

    private void slide() {
        if (!following) {
            double step = slider.getMax() / STEPS;
            model.slideLogit(index, Math.rint(slider.getValue() / step) * step);
        }
    }

    private void enter() {
        if (!following && !field.getText().equals(text(model.numbersProperty().get()))) {
            if (!model.enterLogit(index, field.getText())) {
                field.setText(text(model.numbersProperty().get()));
            }
        }
    }

    private String text(SoftmaxNumbers numbers) {
        return index < numbers.classes() ? written(numbers, index) : "";
    }

    /** All with as many digits after the point as the one that needs most, so that they stand under each other. */
    static String written(SoftmaxNumbers numbers, int index) {
        List<String> all = IntStream.range(0, numbers.classes()).mapToObj(i -> Digits.shortest(numbers.logit(i))).toList();
        if (all.stream().anyMatch(each -> each.contains("e"))) {
            return all.get(index);
        }
        int decimals = all.stream().mapToInt(each -> each.contains(".") ? each.length() - each.indexOf('.') - 1 : 0).max().orElse(0);
        return new BigDecimal(all.get(index).replace('−', '-')).setScale(decimals).toString();
    }

    void show(SoftmaxNumbers numbers) {
        following = true;
        boolean right = numbers.right() == index;
        name.setSelected(right);
        name.setGraphic(right ? new FontIcon(Material2OutlinedAL.CHECK) : null);
        double reach = model.reach();
        slider.setMin(-reach);
        slider.setMax(reach);
        slider.setBlockIncrement(reach / 100);
        range.setText("From %s to %s; a number beyond that goes into the field.".formatted(Digits.shortest(-reach), Digits.shortest(reach)));
        slider.setValue(numbers.logit(index));
        field.setText(text(numbers));
        bar.show(numbers.probability(index), right);
        probability.show(numbers.probability(index));
        following = false;
    }
}
