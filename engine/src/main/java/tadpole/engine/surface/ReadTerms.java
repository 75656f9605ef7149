package tadpole.engine.surface;

import tadpole.engine.formula.Explained;
import tadpole.engine.formula.Expr;

/** The numbers of a reading, each line's result a number in the next. */
record ReadTerms(Reading given) implements RuleTerms {

    @Override
    public Explained gradient() {
        return new Explained(Expr.symbol("g"), Expr.number(given.gradient()));
    }

    @Override
    public Explained before() {
        return new Explained(Expr.symbol("p"), Expr.number(given.before()));
    }

    @Override
    public Explained remembered(String key, String symbol, double beginning) {
        return new Explained(Expr.symbol(symbol), Expr.number(given.remembered(key, (float) beginning)));
    }

    @Override
    public Explained computed(String key, String symbol, Explained how, float value) {
        return new Explained(Expr.symbol(symbol), Expr.number(value));
    }
}
