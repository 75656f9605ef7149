package tadpole.app.xray;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.StackPane;
import tadpole.engine.formula.Address;
import tadpole.engine.formula.Expr;

/**
 * A formula as one writes it by hand: fractions with a bar, indices below, exponents above. Numbers that stand somewhere are softly
 * marked and can be clicked, or reached by Tab and pressed with Enter. Terms in the middle of a long sum are left out until one asks.
 */
public final class FormulaView extends StackPane {

    /** So many more terms of a sum at each click. */
    static final int MORE = 250;

    /**
     * How formulas are set.
     *
     * @param digits    significant digits of the numbers
     * @param room      how wide a line may become, in pixels
     * @param fractions whether these have a bar; else a slash, as in a title
     */
    public record Setting(int digits, double room, boolean fractions) {}

    private final Expr expr;
    private final Setting setting;
    private final Lit lit;
    private final Consumer<Address> whenClicked;
    private final Map<Integer, Integer> shown = new HashMap<>();

    /**
     * @param prefix      stands before it, such as "="; may be empty
     * @param lit         how the sources are marked
     * @param whenClicked is told the place of a number that was clicked
     */
    public FormulaView(String prefix, Expr expr, Setting setting, Lit lit, Consumer<Address> whenClicked) {
        this.expr = expr;
        this.setting = setting;
        this.lit = lit;
        this.whenClicked = whenClicked;
        getStyleClass().add("formula");
        setAccessibleRole(AccessibleRole.TEXT);
        set(prefix);
    }

    private void set(String prefix) {
        Typesetter typesetter = new Typesetter(setting, new Choices(prefix));
        getChildren().setAll(typesetter.line(prefix, expr));
        setAccessibleText((prefix + " " + text()).strip());
    }

    /** In one line of text, with the terms that are shown now. */
    public String text() {
        int[] sum = {0};
        return new FormulaText(setting.digits(), _ -> shown(sum[0]++)).written(expr);
    }

    private int shown(int sum) {
        return shown.getOrDefault(sum, Notation.BEFORE_THE_GAP);
    }

    /** What the typesetter has to ask while it goes through the formula from the left. */
    final class Choices {

        private final String prefix;
        private int sums;

        private Choices(String prefix) {
            this.prefix = prefix;
        }

        /** Terms before the gap of the next sum, which then is the last. */
        int shownOfNext() {
            return shown(sums++);
        }

        Runnable openLast() {
            int sum = sums - 1;
            return () -> {
                shown.put(sum, shown(sum) + MORE);
                set(prefix);
            };
        }

        Optional<Mark> mark(Expr.Number number) {
            return number.source().map(source -> lit.at(source).orElse(Mark.FIRST));
        }

        void clicked(Address address) {
            whenClicked.accept(address);
        }
    }
}
