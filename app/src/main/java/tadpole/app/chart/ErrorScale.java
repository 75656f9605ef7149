package tadpole.app.chart;

import java.awt.Color;

/** Colors of relative errors on a logarithmic scale: pale is exact, full green is fine, then caution, from 1e-2 on wrong. */
final class ErrorScale {

    static final int FROM = -10;
    static final int TO = 0;
    private static final double FINE = 1e-7;
    private static final double DOUBTFUL = 1e-4;
    private static final double WRONG = 1e-2;

    private final Color pale;
    private final Color fine;
    private final Color caution;
    private final Color wrong;

    ErrorScale(ChartColors colors) {
        this.pale = ChartColors.mix(colors.surface(), colors.right(), 0.16);
        this.fine = ChartColors.mix(colors.surface(), colors.right(), 0.75);
        this.caution = ChartColors.mix(colors.surface(), colors.caution(), 0.8);
        this.wrong = colors.wrong();
    }

    Color of(double error) {
        if (!(error < WRONG)) {
            return wrong;
        }
        if (error > DOUBTFUL) {
            return ChartColors.mix(caution, wrong, share(error, DOUBTFUL, WRONG) * 0.6);
        }
        return error > FINE ? ChartColors.mix(fine, caution, share(error, FINE, DOUBTFUL)) : ChartColors.mix(pale, fine, share(error, 1e-10, FINE));
    }

    private static double share(double error, double from, double to) {
        return Math.log(Math.max(error, 1e-300) / from) / Math.log(to / from);
    }
}
