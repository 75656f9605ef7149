package tadpole.engine.training;

/** A learning rate that a rule reads off a sweep, with what the rule looked at, so that it can be drawn on the curve. */
public sealed interface Suggestion {

    /** Its name: "steepest". */
    String name();

    double rate();

    /** Where the loss falls fastest, before its least. @param slope of the tangent: change of the loss for a power of ten of the rate */
    record Steepest(double rate, double loss, double slope) implements Suggestion {
        @Override
        public String name() {
            return "steepest";
        }
    }

    /** The middle of the longest fall. @param from where the fall begins; the others part it in three */
    record Valley(double rate, double loss, double from, double firstThird, double secondThird, double to) implements Suggestion {
        @Override
        public String name() {
            return "valley";
        }
    }

    /** A tenth of the rate of the least loss. @param lowest that rate @param loss the least */
    record Minimum(double rate, double lowest, double loss) implements Suggestion {
        @Override
        public String name() {
            return "minimum ÷ 10";
        }
    }

    /**
     * The left end of the interval that slid down, from where the loss has risen halfway back, until the slopes at its ends were alike. With a
     * sweep that is flat there, it does not slide at all.
     *
     * @param right the right end of the interval
     */
    record Slide(double rate, double loss, double right, double rightLoss) implements Suggestion {
        @Override
        public String name() {
            return "slide";
        }
    }
}
