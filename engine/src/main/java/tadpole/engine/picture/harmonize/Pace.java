package tadpole.engine.picture.harmonize;

import java.util.List;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.Progress;

/** How far a run is and how long it still takes: iterations are counted by their pixels. */
final class Pace {

    private final long[] ends;
    private final long[] each;
    private final JobControl control;
    private long began;
    private long doneBefore = -1;

    Pace(HarmonizeOrder order, List<Leg> legs, JobControl control) {
        this.control = control;
        this.ends = new long[legs.size()];
        this.each = new long[legs.size()];
        long sum = 0;
        for (int n = 0; n < ends.length; n++) {
            Leg leg = legs.get(n);
            int[] size = WorkArea.size(order.scene(), leg.scale(), order.settings().whole(leg.stage() == Stage.PASS_1 ? "margin1" : "margin2"));
            each[n] = Math.max(1, (long) size[0] * size[1] / 64);
            sum += each[n] * leg.iterations();
            ends[n] = sum;
        }
    }

    void begin(int leg, int iteration) {
        if (doneBefore < 0) {
            doneBefore = done(leg, iteration);
            began = System.nanoTime();
        }
    }

    private long done(int leg, int iteration) {
        return (leg == 0 ? 0 : ends[leg - 1]) + each[leg] * iteration;
    }

    void report(Leg now, int leg, int iteration) {
        long done = done(leg, iteration);
        long total = ends[ends.length - 1];
        double seconds = (System.nanoTime() - began) / 1e9;
        double left = done > doneBefore ? seconds / (done - doneBefore) * (total - done) : 0;
        control.report(new Progress(done, total, "%s, step %d of %d, about %s left".formatted(now.stage().label(), now.before() + iteration, now.ofStage(),
                words(left))));
    }

    private static String words(double seconds) {
        return seconds < 90 ? "%d s".formatted(Math.round(seconds)) : "%d min".formatted(Math.round(seconds / 60));
    }

    void done() {
        long total = ends.length == 0 ? 1 : Math.max(1, ends[ends.length - 1]);
        control.report(new Progress(total, total, "Done"));
    }
}
