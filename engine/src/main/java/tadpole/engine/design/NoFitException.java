package tadpole.engine.design;

/** A layer that does not fit what comes in. */
final class NoFitException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    NoFitException(Fault fault) {
        super(fault.sentence());
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}
