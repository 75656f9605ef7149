package tadpole.engine.inspect;

/** Three ways to compute ln softmax(x) that are one in mathematics and not on a machine. */
public enum LogSoftmaxWay {
    /** First the probabilities, then their logarithm. */
    DIVIDED("ln(exp(x) / Σ exp(x))") {
        @Override
        double at(double x, double max, Sums sums) {
            return sums.rounded(Math.log(sums.rounded(sums.exp(x) / sums.of(0))));
        }
    },
    /** The logarithm of the quotient as a difference. */
    SUBTRACTED("x - ln(Σ exp(x))") {
        @Override
        double at(double x, double max, Sums sums) {
            return sums.rounded(x - sums.rounded(Math.log(sums.of(0))));
        }
    },
    /** Log-sum-exp with the maximum taken out: what the engine's own loss does. */
    MAXIMUM_OUT("x - m - ln(Σ exp(x - m))") {
        @Override
        double at(double x, double max, Sums sums) {
            return sums.rounded(sums.rounded(x - max) - sums.rounded(Math.log(sums.of(max))));
        }
    };

    /** In which numbers one computes. */
    public enum Precision {
        FLOAT("float", 88.72, Float.MAX_VALUE, 1e-5) {
            @Override
            double round(double value) {
                return (float) value;
            }
        },
        DOUBLE("double", 709.78, Double.MAX_VALUE, 1e-12) {
            @Override
            double round(double value) {
                return value;
            }
        };

        private final String label;
        private final double mostExponent;
        private final double greatest;
        private final double tolerance;

        Precision(String label, double mostExponent, double greatest, double tolerance) {
            this.label = label;
            this.mostExponent = mostExponent;
            this.greatest = greatest;
            this.tolerance = tolerance;
        }

        abstract double round(double value);

        public String label() {
            return label;
        }

        /** From here on exp is more than the greatest number. */
        public double mostExponent() {
            return mostExponent;
        }

        double greatest() {
            return greatest;
        }

        /** How far from the exact value, over max(1, |value|), still counts as right. */
        public double tolerance() {
            return tolerance;
        }
    }

    private final String formula;

    LogSoftmaxWay(String formula) {
        this.formula = formula;
    }

    public String formula() {
        return formula;
    }

    abstract double at(double x, double max, Sums sums);

    /** ln softmax of all logits, every intermediate result rounded to the precision. */
    public double[] of(double[] logits, Precision precision) {
        Sums sums = new Sums(logits, precision);
        double max = Double.NEGATIVE_INFINITY;
        for (double logit : logits) {
            max = Math.max(max, precision.round(logit));
        }
        double[] result = new double[logits.length];
        for (int i = 0; i < logits.length; i++) {
            result[i] = at(precision.round(logits[i]), max, sums);
        }
        return result;
    }

    /** Exponentials and their sums as a machine of that precision has them. */
    record Sums(double[] logits, Precision precision) {

        double rounded(double value) {
            return precision.round(value);
        }

        double exp(double x) {
            return precision.round(Math.exp(x));
        }

        double of(double max) {
            double sum = 0;
            for (double logit : logits) {
                sum = precision.round(sum + exp(precision.round(precision.round(logit) - max)));
            }
            return sum;
        }
    }
}
