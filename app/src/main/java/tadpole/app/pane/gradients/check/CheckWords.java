package tadpole.app.pane.gradients.check;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import tadpole.app.chart.Digits;
import tadpole.engine.inspect.CheckResult;
import tadpole.engine.inspect.CheckedTensor;

/** What the check says of its figures. */
final class CheckWords {

    private CheckWords() {}

    /** Three digits: 2.31e-9. */
    static String small(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return value == 0 ? "0" : Double.isNaN(value) ? "–" : "∞";
        }
        return value >= 0.001 && value < 1000 ? Digits.shortest(Double.parseDouble(String.format(Locale.ROOT, "%.3g", value)))
                : String.format(Locale.ROOT, "%.2e", value).replaceFirst("e([+-])0*(\\d)", "e$1$2").replace("e+", "e");
    }

    /** 0.02 ms, 3.1 s, 1:12. */
    static String seconds(double seconds) {
        if (seconds < 0.1) {
            return String.format(Locale.ROOT, seconds < 1e-3 ? "%.3f ms" : "%.1f ms", 1e3 * seconds);
        }
        return seconds < 60 ? String.format(Locale.ROOT, "%.1f s", seconds)
                : "%d:%02d".formatted((long) seconds / 60, (long) seconds % 60);
    }

    static String summary(CheckResult result, boolean searching) {
        String checked = counted(result);
        if (searching) {
            return checked + ".";
        }
        double norm = result.smoothNorm();
        String kinks = result.kinks() == 0 ? "" : result.kinks() == 1 ? " 1 crossed a kink and is left out." : " %d crossed a kink and are left out.".formatted(result.kinks());
        if (norm <= 1e-4 || Double.isNaN(norm)) {
            return "%s: analytic and numeric gradients agree%s.%s".formatted(checked, Double.isNaN(norm) ? "" : ", norm over the parameters " + small(norm), kinks);
        }
        boolean isFloat = result.settings().choice("precision").equals("float");
        String worst = result.parameters().stream().max(Comparator.comparingDouble(each -> orZero(each.smoothNorm())))
                .map(each -> " Worst is %s with %s.".formatted(each.name(), small(each.smoothNorm()))).orElse("");
        return isFloat ? "%s: norm %s. Float has 7 digits only, and most are lost in L(w+h) - L(w-h). Compare with double.%s".formatted(checked, small(norm), kinks)
                : "%s: norm %s.%s%s".formatted(checked, small(norm), worst, kinks);
    }

    private static String counted(CheckResult result) {
        return result.isComplete() ? "Checked %s parameters and %s numbers between layers".formatted(Digits.count(checked(result.parameters())), Digits.count(checked(result.passing())))
                : "Stopped after %s of %s numbers".formatted(Digits.count(result.checked()), Digits.count(result.planned()));
    }

    private static long checked(List<CheckedTensor> tensors) {
        return tensors.stream().mapToLong(CheckedTensor::checked).sum();
    }

    private static double orZero(double value) {
        return Double.isNaN(value) ? 0 : value;
    }

    /** Such as "linear1.weight[3, 17]". */
    static String place(CheckedTensor tensor, int index) {
        int[] at = new int[tensor.shape().rank()];
        int rest = index;
        for (int i = at.length - 1; i >= 0; i--) {
            at[i] = rest % tensor.shape().at(i);
            rest /= tensor.shape().at(i);
        }
        return tensor.name() + Arrays.toString(at);
    }

    /** Of a cell under the pointer. */
    static String of(CheckedTensor tensor, int index) {
        if (!tensor.isChecked(index)) {
            return place(tensor, index) + ": not checked yet";
        }
        return "%s\nanalytic  %s\nnumeric   %s\nrelative error %s, %s".formatted(place(tensor, index), Digits.shortest(tensor.analytic()[index]),
                Digits.shortest(tensor.numeric()[index]), small(tensor.error(index)), tensor.grade(index).label());
    }
}
