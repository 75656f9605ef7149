package tadpole.app.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.SettingException;

/** Values of settings as one types and reads them: 64, 0.1, 1e-8, and lists as "0.5 0.5 0.5". */
final class SettingText {

    private SettingText() {}

    static String of(Object value) {
        return switch (value) {
            case Double number -> number(number);
            case List<?> list -> list.stream().map(SettingText::of).collect(Collectors.joining(" "));
            default -> value.toString();
        };
    }

    /** The checked value that a text stands for. */
    static Object read(Setting setting, String text) throws SettingException {
        String trimmed = text.strip();
        return switch (setting) {
            case Setting.Decimal _, Setting.Whole _ -> setting.check(numberOrText(trimmed));
            case Setting.Decimals _ -> setting.check(listOrText(trimmed));
            case Setting.Choice _ -> setting.check(trimmed);
            case Setting.Switch _ -> setting.check(Boolean.valueOf(trimmed));
        };
    }

    static String number(double value) {
        double magnitude = Math.abs(value);
        if (magnitude != 0 && (magnitude < 1e-4 || magnitude >= 1e7)) {
            return Double.toString(value).replace(".0E", "e").replace("E", "e");
        }
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    private static Object listOrText(String text) {
        List<Object> numbers = new ArrayList<>();
        for (String part : text.split("[\\s,;]+")) {
            if (!part.isEmpty()) {
                numbers.add(numberOrText(part));
            }
        }
        return numbers.stream().allMatch(Number.class::isInstance) ? numbers : text;
    }

    /** What is no number stays text, so that the setting says what it accepts. */
    private static Object numberOrText(String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException noNumber) {
            return text;
        }
    }
}
