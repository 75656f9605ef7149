package tadpole.engine.recipe;

import java.math.BigDecimal;
import java.util.List;

/**
 * One thing a person can tune: the only place where its default, bounds and words stand. Form, tooltip, error text and
 * experiment file all read it.
 */
public sealed interface Setting {

    /** Its name in experiment files, in camelCase. */
    String key();

    /** Its name in the window. */
    String label();

    /** The default. */
    Object standard();

    /** One sentence that teaches; formula and default may follow. */
    String help();

    /** The value in its own Java type, when what was given is of the right kind and within the bounds. */
    Object check(Object given) throws SettingException;

    /**
     * A number; given as any finite number.
     *
     * @param formula what shows why the bounds are there, with %s for what was given: "p -= %s · g"; may be empty
     */
    record Decimal(String key, String label, Double standard, double least, double most, String unit, String help, String formula)
            implements Setting {

        public Decimal(String key, String label, Double standard, double least, double most, String unit, String help) {
            this(key, label, standard, least, most, unit, help, "");
        }

        /** The same with a formula for who goes beyond its bounds. */
        public Decimal with(String shown) {
            return new Decimal(key, label, standard, least, most, unit, help, shown);
        }

        @Override
        public Double check(Object given) throws SettingException {
            if (!(given instanceof Number number)) {
                throw SettingException.wrongKind(this, "a number", given);
            }
            double value = number.doubleValue();
            if (!(value >= least && value <= most)) {
                throw refusal(Words.number(value));
            }
            return value;
        }

        private SettingException refusal(String given) {
            return formula.isEmpty()
                    ? SettingException.outOfBounds(this, Words.number(least), Words.number(most), given)
                    : SettingException.outOfBounds(this, Words.number(least), Words.number(most), given, formula.replace("%s", given));
        }
    }

    /** A whole number. */
    record Whole(String key, String label, Long standard, long least, long most, String unit, String help)
            implements Setting {

        @Override
        public Long check(Object given) throws SettingException {
            if (!(given instanceof Number number) || !Words.isWhole(number)) {
                throw SettingException.wrongKind(this, "a whole number", given);
            }
            BigDecimal value = Words.exact(number);
            if (value.compareTo(BigDecimal.valueOf(least)) < 0 || value.compareTo(BigDecimal.valueOf(most)) > 0) {
                throw SettingException.outOfBounds(this, Long.toString(least), Long.toString(most), Words.given(given));
            }
            return value.longValueExact();
        }
    }

    /** One of a few words. */
    record Choice(String key, String label, String standard, List<Option> options, String help) implements Setting {

        public Choice {
            options = List.copyOf(options);
        }

        @Override
        public String check(Object given) throws SettingException {
            if (given instanceof String word && options.stream().anyMatch(option -> option.key().equals(word))) {
                return word;
            }
            throw SettingException.noChoice(this, options.stream().map(Option::key).toList(), given);
        }
    }

    /** A word of a {@link Choice}: as files write it and as the window shows it. */
    record Option(String key, String label) {}

    /** On or off. */
    record Switch(String key, String label, Boolean standard, String help) implements Setting {

        @Override
        public Boolean check(Object given) throws SettingException {
            if (given instanceof Boolean value) {
                return value;
            }
            throw SettingException.wrongKind(this, "true or false", given);
        }
    }

    /** Any number of numbers, each within the bounds. */
    record Decimals(String key, String label, List<Double> standard, double least, double most, String unit, String help)
            implements Setting {

        public Decimals {
            standard = List.copyOf(standard);
        }

        @Override
        public List<Double> check(Object given) throws SettingException {
            if (!(given instanceof List<?> list) || !list.stream().allMatch(Number.class::isInstance)) {
                throw SettingException.wrongKind(this, "a list of numbers", given);
            }
            List<Double> values = list.stream().map(each -> ((Number) each).doubleValue()).toList();
            for (double value : values) {
                if (!(value >= least && value <= most)) {
                    throw SettingException.outOfBounds(this, Words.number(least), Words.number(most), Words.number(value));
                }
            }
            return values;
        }
    }
}
