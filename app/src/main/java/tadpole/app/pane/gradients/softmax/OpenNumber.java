package tadpole.app.pane.gradients.softmax;

import java.util.Arrays;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import tadpole.app.chart.Digits;
import tadpole.app.xray.Mark;
import tadpole.app.xray.XRayLayer;
import tadpole.engine.formula.Address;

/** A number that opens the X-ray: four digits, all of them on hover, lit while it is a source of the open one. */
final class OpenNumber extends Label {

    private final XRayLayer xray;
    private final Address address;
    private final Tooltip tip = new Tooltip();

    OpenNumber(XRayLayer xray, Address address) {
        this.xray = xray;
        this.address = address;
        getStyleClass().addAll("mono", "open-number");
        setAccessibleRole(AccessibleRole.BUTTON);
        setFocusTraversable(true);
        setMinWidth(USE_PREF_SIZE);
        setTooltip(tip);
        setOnMouseClicked(event -> {
            open();
            event.consume();
        });
        setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                open();
                key.consume();
            }
        });
        xray.model().litProperty().addListener(_ -> light());
    }

    OpenNumber named(String id) {
        setId(id);
        return this;
    }

    OpenNumber styled(String... styles) {
        getStyleClass().addAll(styles);
        return this;
    }

    void show(double value) {
        show(value, Digits.shortest(value));
    }

    /** @param words how it is written here */
    void show(double value, String words) {
        setText(words);
        tip.setText(value + ". Click to see its arithmetic.");
    }

    private void open() {
        xray.open(address, this);
    }

    private void light() {
        getStyleClass().removeAll(Arrays.stream(Mark.values()).map(Mark::style).toList());
        xray.model().litProperty().get().at(address).ifPresent(mark -> getStyleClass().add(mark.style()));
    }
}
