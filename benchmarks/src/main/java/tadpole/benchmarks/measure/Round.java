package tadpole.benchmarks.measure;

/** The time of one run on each side, in turns beside each other, in nanoseconds. */
public record Round(double tadpole, double torch) {

    double ratio() {
        return tadpole / torch;
    }
}
