package tadpole.engine.surface;

import java.util.ArrayList;
import java.util.List;
import tadpole.engine.formula.Expr;

/** c0 + c1 x + c2 x² + ..., with its derivatives. @param coefficients from c0 on */
record Polynomial(List<Double> coefficients) implements Curve.Shape {

    Polynomial {
        coefficients = List.copyOf(coefficients);
    }

    static Polynomial of(Double... coefficients) {
        return new Polynomial(List.of(coefficients));
    }

    @Override
    public Curve.Here at(double x) {
        return new Curve.Here(at(coefficients, x), at(derivative().coefficients, x), at(derivative().derivative().coefficients, x));
    }

    @Override
    public Expr value(Expr x) {
        List<Expr> terms = new ArrayList<>();
        for (int power = coefficients.size() - 1; power >= 0; power--) {
            double c = coefficients.get(power);
            if (c != 0) {
                terms.add(c < 0 ? new Expr.Negative(term(-c, x, power)) : term(c, x, power));
            }
        }
        return terms.size() == 1 ? terms.getFirst() : new Expr.Sum(terms);
    }

    @Override
    public Expr slope(Expr x) {
        return derivative().value(x);
    }

    private Polynomial derivative() {
        List<Double> derived = new ArrayList<>();
        for (int power = 1; power < coefficients.size(); power++) {
            derived.add(power * coefficients.get(power));
        }
        return new Polynomial(derived);
    }

    private static double at(List<Double> coefficients, double x) {
        double sum = 0;
        for (int power = coefficients.size() - 1; power >= 0; power--) {
            sum = sum * x + coefficients.get(power);
        }
        return sum;
    }

    private static Expr term(double c, Expr x, int power) {
        if (power == 0) {
            return Expr.number(c);
        }
        Expr raised = power == 1 ? x : Expr.power(x, Expr.number(power));
        return c == 1 ? raised : Expr.product(Expr.number(c), raised);
    }
}
