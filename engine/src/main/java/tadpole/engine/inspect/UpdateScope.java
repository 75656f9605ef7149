package tadpole.engine.inspect;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tadpole.engine.formula.Address;
import tadpole.engine.formula.Explained;
import tadpole.engine.formula.Expr;
import tadpole.engine.formula.Function;
import tadpole.engine.surface.Reading;
import tadpole.engine.surface.RuleSheet;
import tadpole.engine.surface.RuleTerms;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.training.GradientTreatment;
import tadpole.engine.twin.DoubleTensor;

/** How the optimizer's rule made the new values of one parameter, and what it remembers of it. */
final class UpdateScope {

    private final StepTrace trace;
    private final Names names;

    UpdateScope(StepTrace trace, Names names) {
        this.trace = trace;
        this.names = names;
    }

    Explained updated(Address.Updated at) {
        Terms terms = new Terms(trace.parameter(at.parameter()), at.index(), false);
        return terms.written();
    }

    Explained memory(Address.Memory at) {
        Terms terms = new Terms(trace.parameter(at.parameter()), at.index(), false);
        terms.written();
        return Optional.ofNullable(terms.remembering.get(at.name())).map(how -> how.note().isEmpty() ? how.with(terms.treatmentNote()) : how)
                .orElseGet(() -> new Explained(names.of(at), Expr.number(trace.value(at), at), "Remembered for all weights together: one alone has no rule."));
    }

    /** The parameter as its rule moves it in double. */
    static StepTrace.Moved moved(StepTrace trace, StepTrace.Moved parameter) {
        UpdateScope scope = new UpdateScope(trace, new Names(trace));
        DoubleTensor after = DoubleTensor.zeros(parameter.shape());
        Map<String, DoubleTensor> memory = new LinkedHashMap<>(parameter.memoryAfter());
        memory.replaceAll((_, _) -> DoubleTensor.zeros(parameter.shape()));
        for (int i = 0; i < after.size(); i++) {
            Terms terms = scope.new Terms(parameter, i, true);
            after.set(i, terms.written().numbers().value());
            for (Map.Entry<String, DoubleTensor> each : memory.entrySet()) {
                each.getValue().set(i, terms.results.getOrDefault(each.getKey(), parameter.memoryAfter().get(each.getKey()).at(i)));
            }
        }
        return new StepTrace.Moved(parameter.name(), parameter.role(), parameter.before(), parameter.gradient(), parameter.treated(), after,
                parameter.memoryBefore(), memory);
    }

    /** One number of a parameter in the rule: what is remembered after the step leads to its own arithmetic, the rest is written out. */
    private final class Terms implements RuleTerms {

        private final StepTrace.Moved parameter;
        private final int index;
        private final boolean computing;
        private final Map<String, Explained> remembering = new HashMap<>();
        private final Map<String, Double> results = new HashMap<>();

        /** @param computing whether what is remembered after the step is not known yet */
        private Terms(StepTrace.Moved parameter, int index, boolean computing) {
            this.parameter = parameter;
            this.index = index;
            this.computing = computing;
        }

        private Explained written() {
            RuleSheet sheet = new RuleSheet(reading(), this);
            sheet.write();
            return sheet.steps().getLast().how().orElseThrow().with(sheet.note().isEmpty() && remembering.isEmpty() ? treatmentNote() : sheet.note());
        }

        private Reading reading() {
            Map<String, Float> before = new HashMap<>();
            parameter.memoryBefore().forEach((key, tensor) -> before.put(key, (float) tensor.at(index)));
            return new Reading(trace.step().optimizer(), parameter.name(), parameter.role() == Parameter.Role.BIAS, trace.step().number(),
                    trace.step().rate(), trace.step().momentum(), (float) parameter.treated().at(index), (float) parameter.before().at(index),
                    (float) parameter.after().at(index), before, Map.of());
        }

        @Override
        public Explained before() {
            Address at = new Address.Weight(parameter.name(), index);
            return new Explained(names.of(at), Expr.number(parameter.before().at(index), at));
        }

        @Override
        public Explained gradient() {
            Address at = new Address.WeightGradient(parameter.name(), index);
            Expr symbols = names.of(at);
            Expr numbers = Expr.number(parameter.gradient().at(index), at);
            GradientTreatment treatment = trace.step().treatment();
            if (treatment.sum() && trace.batch() > 1) {
                symbols = Expr.product(Expr.symbol("N"), symbols);
                numbers = Expr.product(Expr.number(trace.batch()), numbers);
            }
            if (treatment.l1() > 0 && parameter.role() == Parameter.Role.WEIGHT) {
                Expr l1 = Expr.number(treatment.l1());
                symbols = Expr.sum(symbols, Expr.product(l1, Expr.call(Function.SIGN, before().symbols())));
                numbers = Expr.sum(numbers, Expr.product(l1, Expr.call(Function.SIGN, before().numbers())));
            }
            if (treatment.clipValue() > 0 && Math.abs(numbers.value()) > treatment.clipValue()) {
                Expr most = Expr.number(treatment.clipValue());
                symbols = Expr.product(most, Expr.call(Function.SIGN, symbols));
                numbers = Expr.product(most, Expr.call(Function.SIGN, numbers));
            }
            if (trace.clippingFactor() != 1) {
                symbols = Expr.product(Expr.symbol("shortening"), symbols);
                numbers = Expr.product(Expr.number(trace.clippingFactor()), numbers);
            }
            return new Explained(symbols, numbers);
        }

        private String treatmentNote() {
            return trace.clippingFactor() == 1 ? "" : "All gradients together are shortened to the length %s.".formatted(trace.step().treatment().clipNorm());
        }

        @Override
        public Explained remembered(String key, String symbol, double beginning) {
            DoubleTensor before = parameter.memoryBefore().get(key);
            return new Explained(Expr.symbol(symbol + " before"), Expr.number(before == null ? beginning : before.at(index)));
        }

        @Override
        public Explained computed(String key, String symbol, Explained how, float value) {
            if (key.isEmpty()) {
                return how;
            }
            remembering.put(key, how);
            if (computing) {
                results.put(key, how.numbers().value());
                return new Explained(Expr.symbol(symbol), Expr.number(results.get(key)));
            }
            Address at = new Address.Memory(parameter.name(), index, key);
            return new Explained(names.of(at), Expr.number(trace.value(at), at));
        }
    }
}
