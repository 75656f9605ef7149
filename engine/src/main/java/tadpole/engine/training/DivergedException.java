package tadpole.engine.training;

/** Training that left the numbers: the message says at which step, in which layer, and how large its gradient was. */
final class DivergedException extends Exception {

    private static final long serialVersionUID = 1L;

    DivergedException(String sentence) {
        super(sentence);
    }
}
