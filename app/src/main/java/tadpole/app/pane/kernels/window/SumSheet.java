package tadpole.app.pane.kernels.window;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tadpole.app.chart.Digits;
import tadpole.engine.convolution.WindowSum;
import tadpole.engine.recipe.Words;

/**
 * One output pixel written out: every product, the sums, the result. What stands after "=" is what a pocket calculator gives for the printed
 * numbers; where digits had to be left out, it stands after "≈".
 *
 * @param channels one for each channel of the picture that has a part in it
 * @param positive the sum of all products above zero
 * @param before   before ReLU
 * @param isExact  whether no digit was left out
 */
record SumSheet(WindowSum sum, List<OfChannel> channels, String positive, String negative, String bias, String before, String result, boolean isExact) {

    /** One product. @param isExact whether the digits are all there */
    record Term(WindowSum.Product product, String pixel, String weight, String value, boolean isExact) {

        String relation() {
            return isExact ? "=" : "≈";
        }

        /** In one line: "82 × -1 = -82". */
        String text() {
            return "%s × %s %s %s".formatted(pixel, weight, relation(), value);
        }

        /** With three digits, for where there is little room. */
        String brief() {
            return Words.rounded(product.value(), BRIEF);
        }

        int sign() {
            return (int) Math.signum(product.value());
        }
    }

    /** The products of one channel, row by row, and their sum. */
    record OfChannel(int channel, List<Term> terms, String sum) {}

    private static final int BRIEF = 3;
    private static final int LONGEST = 6;
    private static final int LONGEST_SUM = 8;
    private static final int SHOWN = 5;
    private static final double NEGLIGIBLE = 5e-6;
    private static final MathContext AS_FLOAT = new MathContext(15);

    static SumSheet of(WindowSum sum) {
        List<Term> terms = sum.products().stream().map(SumSheet::term).toList();
        Scale scale = Scale.of(sum, terms);
        List<OfChannel> channels = new ArrayList<>();
        for (int channel : sum.products().stream().map(WindowSum.Product::channel).distinct().toList()) {
            List<Term> own = terms.stream().filter(each -> each.product().channel() == channel).toList();
            channels.add(new OfChannel(channel, own, scale.sum(own, sum.ofChannel(channel))));
        }
        List<Term> above = terms.stream().filter(each -> each.sign() > 0).toList();
        List<Term> below = terms.stream().filter(each -> each.sign() < 0).toList();
        String positive = scale.sum(above, above.stream().mapToDouble(each -> each.product().value()).sum());
        String negative = scale.sum(below, below.stream().mapToDouble(each -> each.product().value()).sum());
        // The engine's own number wherever ReLU has not cut it away.
        double before = sum.relu() && sum.value() == 0 ? sum.sum() : sum.value();
        return new SumSheet(sum, channels, positive, negative, scale.text(sum.bias()), scale.text(before), scale.text(sum.value()), scale.isExact());
    }

    /** Every digit of what was computed, for who hovers. */
    String allDigits() {
        return "the engine's layer: %s\nin double: %s%s".formatted(Float.toString(sum.value()), Double.toString(sum.relu() ? Math.max(0, sum.sum()) : sum.sum()),
                sum.products().stream().filter(each -> each.pixel() != 0 && each.weight() != 0).flatMap(each -> Stream.of(each.weight(), each.pixel()))
                        .filter(value -> Float.isFinite(value) && exact(value).compareTo(new BigDecimal(value)) != 0).findFirst()
                        .map(value -> "\n%s as a float is %s".formatted(plain(exact(value)), plain(new BigDecimal(value).round(AS_FLOAT)))).orElse(""));
    }

    private static Term term(WindowSum.Product product) {
        String pixel = number(product.pixel());
        String weight = number(product.weight());
        boolean finite = Float.isFinite(product.pixel()) && Float.isFinite(product.weight());
        boolean printed = finite && isAll(pixel, product.pixel()) && isAll(weight, product.weight());
        BigDecimal exact = printed ? exact(product.pixel()).multiply(exact(product.weight())) : BigDecimal.ZERO;
        // Nothing times anything is nothing, however the other one was printed.
        boolean all = finite && (product.pixel() == 0 || product.weight() == 0) || printed && digits(exact) <= LONGEST + 1 && exact.scale() <= LONGEST + 1;
        return new Term(product, pixel, weight, all ? plain(exact) : Digits.shortest(product.value()), all);
    }

    /** All digits of a number where these are few, else four. */
    private static String number(float value) {
        return Float.isFinite(value) && digits(exact(value)) <= LONGEST && exact(value).scale() <= LONGEST ? plain(exact(value)) : Digits.shortest(value);
    }

    private static boolean isAll(String text, float value) {
        return new BigDecimal(text).compareTo(exact(value)) == 0;
    }

    private static BigDecimal exact(float value) {
        return new BigDecimal(Float.toString(value));
    }

    private static int digits(BigDecimal value) {
        BigDecimal bare = value.stripTrailingZeros();
        return bare.signum() == 0 ? 1 : Math.max(bare.precision(), bare.precision() - bare.scale());
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** How many decimals all sums of one pixel are printed with. @param isFinite false where they overflow, and are printed as they are */
    private record Scale(int decimals, boolean isExact, boolean isFinite) {

        static Scale of(WindowSum sum, List<Term> terms) {
            double most = sum.products().stream().mapToDouble(each -> Math.abs(each.value())).sum() + Math.abs(sum.bias());
            if (!Double.isFinite(most) || !Float.isFinite(sum.value())) {
                return new Scale(0, false, false);
            }
            if (terms.stream().allMatch(Term::isExact) && isAll(number(sum.bias()), sum.bias())) {
                BigDecimal exact = terms.stream().map(term -> new BigDecimal(term.value())).reduce(exact(sum.bias()), BigDecimal::add);
                int decimals = Stream.concat(terms.stream().map(term -> new BigDecimal(term.value())), Stream.of(exact(sum.bias())))
                        .mapToInt(each -> Math.max(0, each.stripTrailingZeros().scale())).max().orElse(0);
                BigDecimal after = sum.relu() ? exact.max(BigDecimal.ZERO) : exact;
                boolean same = after.subtract(new BigDecimal(sum.value())).abs().doubleValue() <= NEGLIGIBLE * most
                        && new BigDecimal(sum.value()).setScale(decimals, RoundingMode.HALF_EVEN).compareTo(after) == 0;
                BigDecimal magnitudes = terms.stream().map(term -> new BigDecimal(term.value()).abs()).reduce(exact(sum.bias()).abs(), BigDecimal::add);
                if (same && digits(magnitudes) <= LONGEST_SUM + decimals && decimals <= LONGEST) {
                    return new Scale(decimals, true, true);
                }
            }
            int exponent = most == 0 ? 0 : (int) Math.floor(Math.log10(most));
            return new Scale(SHOWN - 1 - exponent, false, true);
        }

        /** Of the printed products where these are exact. @param computed the same in double */
        String sum(List<Term> terms, double computed) {
            return isExact ? plain(terms.stream().map(term -> new BigDecimal(term.value())).reduce(BigDecimal.ZERO, BigDecimal::add)) : text(computed);
        }

        String text(double value) {
            if (!isFinite) {
                return Digits.shortest(value);
            }
            BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
            boolean readable = decimals <= LONGEST + 1 && decimals > -LONGEST;
            return readable ? plain(rounded) : Digits.shortest(rounded.doubleValue());
        }
    }
}
