package tadpole.engine.picture.harmonize;

import java.util.List;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.Progress;

/** How far a run is: iterations are counted by their pixels. Its first ones, which Java has not compiled yet, say nothing of how long it takes. */
final class Pace {

    private static final int FIRST = 5;

    private final long[] ends;
    private final long[] each;
    private final JobControl control;
    private int told;

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

    private long done(int leg, int iteration) {
        return (leg == 0 ? 0 : ends[leg - 1]) + each[leg] * iteration;
    }

    void report(Leg now, int leg, int iteration) {
        boolean known = told++ > FIRST;
        control.report(new Progress(known ? done(leg, iteration) : 0, known ? ends[ends.length - 1] : 0, "%s, iteration %d of %d".formatted(now.stage().label(),
                now.before() + iteration, now.ofStage())));
    }

    void done() {
        long total = ends.length == 0 ? 1 : Math.max(1, ends[ends.length - 1]);
        control.report(new Progress(total, total, "Done"));
    }
}
