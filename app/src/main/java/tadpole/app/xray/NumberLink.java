package tadpole.app.xray;

import java.util.Arrays;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import tadpole.engine.formula.Address;

/** A number that leads to where it comes from: it looks as any other, and is underlined when one points at it. */
public final class NumberLink extends Label {

    /** What one reads when pointing at it. */
    public static final String INVITATION = "Show where this comes from";

    private final Tooltip tip = new Tooltip(INVITATION);

    /** @param open opens its arithmetic */
    public NumberLink(Runnable open) {
        getStyleClass().add("number-link");
        setAccessibleRole(AccessibleRole.BUTTON);
        setFocusTraversable(true);
        setTooltip(tip);
        setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.PRIMARY) {
                open.run();
                click.consume();
            }
        });
        setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                open.run();
                key.consume();
            }
        });
    }

    /** @param exact with all its digits */
    public void show(String written, String exact) {
        setText(written);
        tip.setText(exact + "\n" + INVITATION);
    }

    /** Marks it where it is the open number or one of its sources. */
    public void light(Lit lit, Optional<Address> at) {
        getStyleClass().removeAll(Arrays.stream(Mark.values()).map(Mark::style).toList());
        at.flatMap(lit::at).ifPresent(mark -> getStyleClass().add(mark.style()));
    }
}
