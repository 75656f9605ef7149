package tadpole.engine.dataset;

import java.util.ArrayList;
import java.util.List;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.Progress;

/** A control that stops after so many questions and keeps all reports. */
final class Watched implements JobControl {

    final List<Progress> reports = new ArrayList<>();
    private int left;

    private Watched(int left) {
        this.left = left;
    }

    static Watched neverStopped() {
        return new Watched(Integer.MAX_VALUE);
    }

    /** Says yes so often, then no for ever. */
    static Watched stoppedAfter(int questions) {
        return new Watched(questions);
    }

    @Override
    public boolean proceed() {
        return left-- > 0;
    }

    @Override
    public void report(Progress progress) {
        reports.add(progress);
    }
}
