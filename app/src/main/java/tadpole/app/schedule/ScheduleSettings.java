package tadpole.app.schedule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tadpole.app.chart.Digits;
import tadpole.app.form.FieldModel;
import tadpole.app.form.FormModel;
import tadpole.engine.recipe.Setting;

/**
 * The settings behind the grips, found by their keys, so that a new schedule with the same keys has the same grips. What
 * a schedule says as a share of another rate stays that share: when the peak rises, start and end rise with it.
 */
final class ScheduleSettings {

    private static final double TENTH = 0.1;
    private static final double LONG = 5;

    private final FormModel schedule;
    private final FieldModel rate;
    private final RunLength length;
    private final Set<String> keys;

    /** @param rate the optimizer's */
    ScheduleSettings(FormModel schedule, FieldModel rate, RunLength length) {
        this.schedule = schedule;
        this.rate = rate;
        this.length = length;
        this.keys = new TreeSet<>(schedule.fields().stream().map(field -> field.setting().key()).toList());
    }

    List<Grip.Handle> handles(ScheduleCurve curve) {
        SchedulePoint peak = curve.peak();
        List<Grip.Handle> handles = new ArrayList<>();
        if (keys.contains("divFactor") || decimal("warmUp", 0) > 0) {
            handles.add(new Grip.Handle(Grip.START, 0, curve.start().rate(), false));
        }
        handles.add(new Grip.Handle(Grip.PEAK, peak.step(), peak.rate(), placed()));
        if (keys.contains("finalDivFactor")) {
            handles.add(new Grip.Handle(Grip.END, curve.end().step(), curve.end().rate(), false));
        }
        if (curve.hasMomentum() && keys.contains("maxMomentum")) {
            handles.add(new Grip.Handle(Grip.HIGH, 0, curve.start().momentum().orElseThrow(), false));
            handles.add(new Grip.Handle(Grip.LOW, peak.step(), peak.momentum().orElseThrow(), false));
        }
        return handles;
    }

    /** Rate or momentum of a grip; what is out of bounds goes to the bound. */
    void set(Grip grip, double value) {
        double peak = (Double) rate.value();
        switch (grip) {
            case PEAK -> take(rate, twoDigits(value));
            case START -> {
                if (keys.contains("divFactor")) {
                    take("divFactor", twoDigits(peak / Math.max(value, ScheduleCurve.FOOT * peak)));
                } else {
                    take("startFactor", twoDigits(Math.clamp(value / peak, 0, 1)));
                }
            }
            case END -> {
                double start = peak / decimal("divFactor", 1);
                take("finalDivFactor", twoDigits(start / Math.max(value, ScheduleCurve.FOOT * peak)));
            }
            case HIGH -> take("maxMomentum", Math.max(hundredths(value), decimal("baseMomentum", 0)));
            case LOW -> take("baseMomentum", Math.min(hundredths(value), decimal("maxMomentum", 1)));
        }
    }

    /** Where the peak stands in the run. */
    void place(long step) {
        double epochs = (double) step / length.stepsAnEpoch();
        double round = length.epochs() >= LONG ? TENTH : TENTH * TENTH;
        double rounded = Math.clamp(exact(Math.round(epochs / round) * round), 0, length.epochs());
        if (keys.contains("pctStart")) {
            double most = keys.contains("threePhase") && schedule.settings().on("threePhase") ? 0.5 : 0.99;
            take("pctStart", Math.clamp(hundredths((step + 1.0) / length.steps()), 0.01, most));
        } else if (keys.contains("stepSizeUp")) {
            take("stepSizeUp", Math.max(round, rounded));
        } else if (keys.contains("warmUp")) {
            take("warmUp", rounded);
        }
    }

    /** How far the peak moves by one press of a key. */
    long smallMove() {
        double share = keys.contains("pctStart") ? 0.01 * length.steps()
                : (length.epochs() >= LONG ? TENTH : TENTH * TENTH) * length.stepsAnEpoch();
        return Math.max(1, Math.round(share));
    }

    private boolean placed() {
        return keys.contains("pctStart") || keys.contains("stepSizeUp") || keys.contains("warmUp");
    }

    private double decimal(String key, double otherwise) {
        return keys.contains(key) ? schedule.settings().decimal(key) : otherwise;
    }

    private void take(String key, double value) {
        take(schedule.field(key), value);
    }

    private static void take(FieldModel field, double value) {
        Setting.Decimal bounds = (Setting.Decimal) field.setting();
        field.take(Math.clamp(value, bounds.least(), bounds.most()));
    }

    /** Nobody sets a rate of 0.0104713 by hand. */
    private static double twoDigits(double value) {
        return new BigDecimal(value).round(new MathContext(2, RoundingMode.HALF_EVEN)).doubleValue();
    }

    private static double hundredths(double value) {
        return new BigDecimal(value).setScale(2, RoundingMode.HALF_EVEN).doubleValue();
    }

    /** Without the last digits that a sum of tenths has too many. */
    private static double exact(double value) {
        return new BigDecimal(value).setScale(6, RoundingMode.HALF_EVEN).doubleValue();
    }

    private static String text(double value) {
        return Digits.shortest(value);
    }
}
