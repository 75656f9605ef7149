package tadpole.engine.inspect;

import tadpole.engine.formula.Address;
import tadpole.engine.formula.Explained;
import tadpole.engine.formula.Expr;
import tadpole.engine.surface.Reading;
import tadpole.engine.surface.RuleSheet;
import tadpole.engine.surface.RuleTerms;
import tadpole.engine.training.Weight;

/** The arithmetic of an optimizer's rule in one step of one weight: each line leads to the lines before it. */
public final class RuleExplainer implements Explainer {

    private static final String GIVEN = "The gradient, as the optimizer is given it.";

    private final Reading reading;
    private final Weight weight;
    private final RuleSheet sheet;
    private int lines = 1;

    public RuleExplainer(Reading reading, Weight weight) {
        this.reading = reading;
        this.weight = weight;
        this.sheet = new RuleSheet(reading, new Terms());
        sheet.write();
    }

    /** What a line of the rule gives, counted from 0 as in {@link tadpole.engine.surface.UpdateRule}. */
    public Address line(int line) {
        return new Address.RuleLine(weight.parameter(), weight.index(), line);
    }

    private Address before() {
        return new Address.Weight(weight.parameter(), weight.index());
    }

    @Override
    public Arithmetic explain(Address address) {
        if (address.equals(before())) {
            return new Arithmetic(address, Expr.symbol("p"), Expr.symbol("p"), Expr.number(reading.before(), address), reading.before(),
                    "The number before this step.");
        }
        if (!(address instanceof Address.RuleLine at) || at.line() < 0 || at.line() >= sheet.steps().size() || !address.equals(line(at.line()))) {
            throw new IllegalArgumentException("This step has no number at " + address + ".");
        }
        RuleSheet.Step step = sheet.steps().get(at.line());
        Expr name = Expr.symbol(step.name());
        Explained how = step.how().map(each -> each.with(at.line() == sheet.steps().size() - 1 ? sheet.note() : ""))
                .orElseGet(() -> new Explained(name, Expr.number(step.value(), address), GIVEN));
        return new Arithmetic(address, name, how.symbols(), how.numbers(), step.value(), how.note());
    }

    private final class Terms implements RuleTerms {

        @Override
        public Explained gradient() {
            return new Explained(Expr.symbol("g"), Expr.number(reading.gradient(), line(0)));
        }

        @Override
        public Explained before() {
            return new Explained(Expr.symbol("p"), Expr.number(reading.before(), RuleExplainer.this.before()));
        }

        @Override
        public Explained remembered(String key, String symbol, double beginning) {
            return new Explained(Expr.symbol(symbol), Expr.number(reading.stateBefore().getOrDefault(key, (float) beginning)));
        }

        @Override
        public Explained computed(String key, String symbol, Explained how, float value) {
            return new Explained(Expr.symbol(symbol), Expr.number(value, line(lines++)));
        }
    }
}
