package tadpole.app.pane.kernels.learn;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import tadpole.engine.convolution.SearchResult;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;

/** A search that makes its steps at a tempo. */
final class PacedSearch implements Job<SearchResult> {

    private static final long PIECE_NANOS = 20_000_000;

    private final Job<SearchResult> search;
    private final Supplier<Tempo> tempo;

    /** @param tempo asked on the job's thread */
    PacedSearch(Job<SearchResult> search, Supplier<Tempo> tempo) {
        this.search = search;
        this.tempo = tempo;
    }

    @Override
    public String name() {
        return search.name();
    }

    @Override
    public JobOutcome<SearchResult> run(JobControl control) {
        return search.run(new Paced(control));
    }

    private final class Paced implements JobControl {

        private final JobControl control;
        private long last = System.nanoTime();

        private Paced(JobControl control) {
            this.control = control;
        }

        /** The tempo is asked again and again, so that a faster one counts at once. */
        @Override
        public boolean proceed() {
            while (!control.isStopped() && System.nanoTime() - last < tempo.get().apart()) {
                LockSupport.parkNanos(Math.min(PIECE_NANOS, tempo.get().apart() - (System.nanoTime() - last)));
            }
            boolean go = control.proceed();
            last = System.nanoTime();
            return go;
        }

        @Override
        public boolean proceedWithin() {
            return control.proceedWithin();
        }

        @Override
        public boolean isStopped() {
            return control.isStopped();
        }

        @Override
        public void report(Progress progress) {
            control.report(progress);
        }
    }
}
