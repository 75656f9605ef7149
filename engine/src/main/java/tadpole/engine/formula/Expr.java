package tadpole.engine.formula;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;

/**
 * A formula as a tree: with {@link Symbol}s it is read, with {@link Number}s it can be computed too, and every number in it leads to
 * where it stands. What is drawn and what is computed are the same tree.
 */
public sealed interface Expr {

    /** Computed in double. @throws IllegalStateException where it holds symbols: those have no number */
    double value();

    /** What it is made of, from the left. */
    List<Expr> parts();

    /** @param source where the number stands; empty for constants such as 2 or the size of the batch */
    record Number(double value, Optional<Address> source) implements Expr {

        @Override
        public List<Expr> parts() {
            return List.of();
        }
    }

    /** @param indices drawn below the line: W with o and i */
    record Symbol(String name, List<String> indices) implements Expr {

        public Symbol {
            indices = List.copyOf(indices);
        }

        @Override
        public double value() {
            throw new IllegalStateException("The symbol " + name + " has no number.");
        }

        @Override
        public List<Expr> parts() {
            return List.of();
        }
    }

    /** In order; a {@link Negative} term is drawn with a minus. None is 0. */
    record Sum(List<Expr> parts) implements Expr {

        public Sum {
            parts = List.copyOf(parts);
        }

        @Override
        public double value() {
            double sum = 0;
            for (Expr part : parts) {
                sum += part.value();
            }
            return sum;
        }
    }

    record Negative(Expr of) implements Expr {

        @Override
        public double value() {
            return -of.value();
        }

        @Override
        public List<Expr> parts() {
            return List.of(of);
        }
    }

    record Product(List<Expr> parts) implements Expr {

        public Product {
            parts = List.copyOf(parts);
        }

        @Override
        public double value() {
            double product = 1;
            for (Expr part : parts) {
                product *= part.value();
            }
            return product;
        }
    }

    record Quotient(Expr over, Expr under) implements Expr {

        @Override
        public double value() {
            return over.value() / under.value();
        }

        @Override
        public List<Expr> parts() {
            return List.of(over, under);
        }
    }

    record Power(Expr base, Expr exponent) implements Expr {

        @Override
        public double value() {
            return Math.pow(base.value(), exponent.value());
        }

        @Override
        public List<Expr> parts() {
            return List.of(base, exponent);
        }
    }

    /** A function by its name, such as ln(x) or max(0, x). */
    record Call(Function function, List<Expr> parts) implements Expr {

        public Call {
            parts = List.copyOf(parts);
        }

        @Override
        public double value() {
            return function.of(parts.stream().mapToDouble(Expr::value).toArray());
        }
    }

    /** Iverson's bracket: 1 where left is so to right, else 0. */
    record Holds(Expr left, Relation relation, Expr right) implements Expr {

        @Override
        public double value() {
            return relation.holds(left.value(), right.value()) ? 1 : 0;
        }

        @Override
        public List<Expr> parts() {
            return List.of(left, right);
        }
    }

    /** The sum sign, over an index; only in formulas of symbols. */
    record SumOver(String index, Expr of) implements Expr {

        @Override
        public double value() {
            throw new IllegalStateException("A sum over " + index + " has no number.");
        }

        @Override
        public List<Expr> parts() {
            return List.of(of);
        }
    }

    static Expr number(double value) {
        return new Number(value, Optional.empty());
    }

    static Expr number(double value, Address source) {
        return new Number(value, Optional.of(source));
    }

    static Expr symbol(String name, String... indices) {
        return new Symbol(name, List.of(indices));
    }

    static Expr sum(Expr... terms) {
        return new Sum(List.of(terms));
    }

    static Expr minus(Expr from, Expr what) {
        return new Sum(List.of(from, new Negative(what)));
    }

    static Expr product(Expr... factors) {
        return new Product(List.of(factors));
    }

    static Expr over(Expr over, Expr under) {
        return new Quotient(over, under);
    }

    static Expr power(Expr base, Expr exponent) {
        return new Power(base, exponent);
    }

    static Expr call(Function function, Expr... arguments) {
        return new Call(function, List.of(arguments));
    }

    /** The same with every number as it is printed, rounded to so many significant digits. */
    default Expr rounded(int digits) {
        return switch (this) {
            case Number number -> new Number(Digits.rounded(number.value(), digits), number.source());
            case Symbol symbol -> symbol;
            case Sum sum -> new Sum(rounded(sum.parts(), digits));
            case Negative negative -> new Negative(negative.of().rounded(digits));
            case Product product -> new Product(rounded(product.parts(), digits));
            case Quotient quotient -> new Quotient(quotient.over().rounded(digits), quotient.under().rounded(digits));
            case Power power -> new Power(power.base().rounded(digits), power.exponent().rounded(digits));
            case Call call -> new Call(call.function(), rounded(call.parts(), digits));
            case Holds holds -> new Holds(holds.left().rounded(digits), holds.relation(), holds.right().rounded(digits));
            case SumOver over -> new SumOver(over.index(), over.of().rounded(digits));
        };
    }

    private static List<Expr> rounded(List<Expr> parts, int digits) {
        return parts.stream().map(part -> part.rounded(digits)).toList();
    }

    /** Where its numbers stand, from the left, each as often as it occurs. */
    default Stream<Address> sources() {
        return this instanceof Number number ? number.source().stream() : parts().stream().flatMap(Expr::sources);
    }

    /**
     * In one line: "(0.1730541 - 0)·(-0.421875)".
     *
     * @param numbers how a number is written
     * @param most    how many terms of a sum are written; of longer ones the first, and how many more there are
     */
    default String text(DoubleFunction<String> numbers, int most) {
        return new ExprText(numbers, most).write(this);
    }
}
