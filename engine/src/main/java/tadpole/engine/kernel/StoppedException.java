package tadpole.engine.kernel;

/** Leads out of a computation that is no longer wanted; see {@link Workers#untilStopped}. */
final class StoppedException extends RuntimeException {
    static final StoppedException STOPPED = new StoppedException();

    private static final long serialVersionUID = 1;

    private StoppedException() {
        super("The computation was stopped.", null, false, false);
    }
}
