package tadpole.app.xray;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import tadpole.app.chart.Digits;
import tadpole.engine.formula.Expr;

/** Puts a formula into boxes. */
final class Typesetter implements Press {

    private static final double SPACE = 7;
    private static final double BELOW = 4;
    private static final double RAISED = -6;
    private static final double AXIS = 4;
    /** What a fraction or a bracket takes of the room. */
    private static final double INNER = 30;

    private final FormulaView.Setting setting;
    private final FormulaView.Choices choices;
    private final Notation notation = new Notation(this);
    private Line line;
    private double room;

    Typesetter(FormulaView.Setting setting, FormulaView.Choices choices) {
        this.setting = setting;
        this.choices = choices;
        this.room = setting.room();
        this.line = new Line(room);
    }

    Line line(String prefix, Expr expr) {
        if (!prefix.isEmpty()) {
            line.add(word(prefix, "formula-text"));
            line.operator(new Text(), SPACE / 2, false);
        }
        notation.write(expr);
        return line;
    }

    private Line inner(Expr expr) {
        Line outer = line;
        room -= INNER;
        line = new Line(Math.max(120, room));
        notation.write(expr);
        Line made = line;
        room += INNER;
        line = outer;
        return made;
    }

    private static Text word(String text, String style) {
        Text word = new Text(text);
        word.getStyleClass().add(style);
        return word;
    }

    @Override
    public void word(String text) {
        line.add(word(text, "formula-text"));
    }

    @Override
    public void operator(String sign) {
        line.operator(word(sign, "formula-text"), SPACE, !sign.equals("·"));
    }

    @Override
    public void symbol(Expr.Symbol symbol) {
        line.add(word(symbol.name(), "formula-text"));
        if (!symbol.indices().isEmpty()) {
            line.shifted(word(String.join(",", symbol.indices()), "formula-script"), BELOW);
        }
    }

    @Override
    public void number(Expr.Number number, String text) {
        if (number.source().isEmpty()) {
            line.add(word(text, "formula-text"));
            return;
        }
        Label leaf = pressable(text, () -> choices.clicked(number.source().get()));
        leaf.getStyleClass().add("formula-source");
        leaf.setUserData(number.source().get());
        choices.mark(number).ifPresent(mark -> leaf.getStyleClass().add(mark.style()));
        leaf.setAccessibleText(text + ", shows where it comes from");
        leaf.setTooltip(new Tooltip(NumberText.exact(number.value()) + "\nClick to see where it comes from."));
        if (text.startsWith("- ")) {
            line.operator(leaf, SPACE / 2, true);
        } else {
            line.add(leaf);
        }
    }

    private static Label pressable(String text, Runnable run) {
        Label label = new Label(text);
        label.setMinWidth(Label.USE_PREF_SIZE);
        label.setFocusTraversable(true);
        label.setAccessibleRole(AccessibleRole.HYPERLINK);
        label.setOnMouseClicked(_ -> run.run());
        label.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) {
                key.consume();
                run.run();
            }
        });
        return label;
    }

    @Override
    public void fraction(Expr over, Expr under) {
        if (setting.fractions()) {
            line.opening(new Stacked(inner(over), inner(under), AXIS));
            return;
        }
        slashed(over);
        word("/");
        slashed(under);
    }

    private void slashed(Expr side) {
        if (side.parts().isEmpty()) {
            notation.write(side);
        } else {
            brackets(side);
        }
    }

    @Override
    public void exponent(Expr exponent) {
        Line raised = inner(exponent);
        raised.getStyleClass().add("formula-raised");
        line.shifted(raised, RAISED);
    }

    @Override
    public void root(Expr of) {
        line.add(Fenced.root(inner(of)));
    }

    @Override
    public void sumSign(String index) {
        line.opening(word("Σ", "formula-sum"));
        line.shifted(word(index, "formula-script"), BELOW);
        line.operator(new Text(), SPACE / 3, false);
    }

    @Override
    public void brackets(Expr inside) {
        if (setting.fractions() && Notation.isTall(inside)) {
            line.add(Fenced.brackets(inner(inside)));
            return;
        }
        word("(");
        notation.write(inside);
        word(")");
    }

    @Override
    public int shown(Expr.Sum sum) {
        return choices.shownOfNext();
    }

    @Override
    public void gap(Expr.Sum sum, int hidden) {
        Label more = pressable("... " + Digits.count(hidden) + " more", choices.openLast());
        more.getStyleClass().add("formula-more");
        more.setAccessibleText(Digits.count(hidden) + " more terms, opens them");
        more.setTooltip(new Tooltip(hidden > FormulaView.MORE ? "Shows " + FormulaView.MORE + " more of the terms." : "Shows them all."));
        line.add(more);
    }

    @Override
    public int digits() {
        return setting.digits();
    }
}
