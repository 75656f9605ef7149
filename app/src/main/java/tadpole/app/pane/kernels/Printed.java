package tadpole.app.pane.kernels;

import java.util.List;
import tadpole.engine.formula.Digits;

/** Numbers of a sum as they are printed, so that a pocket calculator that is given them agrees. */
public final class Printed {

    private Printed() {}

    /** A factor or summand: all seven digits that a float is sure to hold, or fewer where those say it all. */
    public static String number(double value) {
        return Digits.text(value, Digits.FLOAT);
    }

    /** Behind a sign: in brackets where it brings a minus of its own. */
    public static String factor(double value) {
        return value < 0 ? "(" + number(value) + ")" : number(value);
    }

    /** What the printed number is worth. */
    public static double worth(double value) {
        return Double.parseDouble(number(value));
    }

    /** The sum that a calculator finds of the printed products. @param products pairs of factors */
    public static double sum(List<double[]> products) {
        return products.stream().mapToDouble(each -> worth(each[0]) * worth(each[1])).sum();
    }

    /** The engine's number with as many digits as the printed ones give; where the terms cancel until only rounding is left, about how large that is. */
    public static String result(double value, double fromPrinted) {
        int digits = Digits.common(value, fromPrinted);
        return digits == 0 ? "≈ " + Digits.text(value, 1) : Digits.text(value, digits);
    }

    /** 255 MB, 3.1 MB, 2.7 kB. */
    public static String bytes(long bytes) {
        double size = bytes;
        String unit = "B";
        for (String larger : List.of("kB", "MB", "GB")) {
            if (size >= 1000) {
                size /= 1000;
                unit = larger;
            }
        }
        return Digits.text(size, size >= 100 ? 3 : 2) + " " + unit;
    }
}
