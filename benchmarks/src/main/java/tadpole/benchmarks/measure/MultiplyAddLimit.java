package tadpole.benchmarks.measure;

import java.util.ArrayList;
import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** What the machine can do at best: multiply-adds in registers alone, none waiting for another. */
public final class MultiplyAddLimit {

    /** A constant: as a parameter it would not be compiled to vector instructions. */
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    private static final int STEPS = 2_000_000;
    private static final int CHAINS = 12;

    private final int threads;
    private final Clock clock;
    private double best;

    public MultiplyAddLimit(int threads) {
        this.threads = threads;
        clock = Clock.forThreads(threads);
    }

    /** Multiply-adds a nanosecond: the most that was seen so far. */
    public double best() {
        return best;
    }

    /** Measures once more, for some hundredths of a second. */
    public void measure() throws InterruptedException {
        for (int attempt = 0; attempt < 5; attempt++) {
            best = Math.max(best, once());
        }
    }

    private double once() throws InterruptedException {
        List<Thread> others = new ArrayList<>();
        for (int thread = 1; thread < threads; thread++) {
            others.add(Thread.ofPlatform().unstarted(() -> consume(chains(STEPS))));
        }
        long start = clock.nanos();
        others.forEach(Thread::start);
        consume(chains(STEPS));
        for (Thread other : others) {
            other.join();
        }
        double nanos = clock.nanos() - start;
        return (double) threads * STEPS * CHAINS * SPECIES.length() / nanos;
    }

    private static void consume(float sum) {
        if (sum == 42) {
            System.out.println();
        }
    }

    /** Twelve sums: two a cycle with a latency of four cycles need eight; more than sixteen registers not every machine has. */
    private static float chains(int steps) {
        FloatVector factor = FloatVector.broadcast(SPECIES, 0.999f);
        FloatVector term = FloatVector.broadcast(SPECIES, 0.001f);
        FloatVector a = FloatVector.zero(SPECIES);
        FloatVector b = a;
        FloatVector c = a;
        FloatVector d = a;
        FloatVector e = a;
        FloatVector f = a;
        FloatVector g = a;
        FloatVector h = a;
        FloatVector i = a;
        FloatVector j = a;
        FloatVector k = a;
        FloatVector l = a;
        for (int step = 0; step < steps; step++) {
            a = a.fma(factor, term);
            b = b.fma(factor, term);
            c = c.fma(factor, term);
            d = d.fma(factor, term);
            e = e.fma(factor, term);
            f = f.fma(factor, term);
            g = g.fma(factor, term);
            h = h.fma(factor, term);
            i = i.fma(factor, term);
            j = j.fma(factor, term);
            k = k.fma(factor, term);
            l = l.fma(factor, term);
        }
        return a.add(b).add(c).add(d).add(e).add(f).add(g).add(h).add(i).add(j).add(k).add(l).lane(0);
    }
}
