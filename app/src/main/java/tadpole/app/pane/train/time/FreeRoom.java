package tadpole.app.pane.train.time;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * What of a row is not taken yet, in pixels.
 *
 * @param taken begin and end of each taken part
 */
record FreeRoom(double from, double to, List<double[]> taken) {

    /** Between words and what is beside them. */
    static final double GAP = 6;

    FreeRoom {
        taken = List.copyOf(taken);
    }

    FreeRoom(double from, double to) {
        this(from, to, List.of());
    }

    FreeRoom without(double begin, double end) {
        List<double[]> more = new ArrayList<>(taken);
        more.add(new double[] {begin, end});
        return new FreeRoom(from, to, more);
    }

    /** Where something so wide is nearest to a place and covers nothing; empty where there is no such place. */
    OptionalDouble nearest(double wanted, double width) {
        DoubleStream beside = taken.stream().flatMapToDouble(each -> DoubleStream.of(each[1] + GAP, each[0] - GAP - width));
        return DoubleStream.concat(DoubleStream.of(Math.max(from, Math.min(wanted, to - width))), beside)
                .filter(x -> fits(x, width))
                .boxed().min((one, other) -> Double.compare(Math.abs(one - wanted), Math.abs(other - wanted)))
                .map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    private boolean fits(double x, double width) {
        return x >= from && x + width <= to && taken.stream().allMatch(each -> x >= each[1] + GAP - 1e-9 || x + width <= each[0] - GAP + 1e-9);
    }
}
