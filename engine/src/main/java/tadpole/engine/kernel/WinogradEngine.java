package tadpole.engine.kernel;

/** The threads of Winograd convolutions and what each of them needs. */
final class WinogradEngine {
    private final Workers workers;
    private final WinogradWeights weights;
    private final ThreadLocal<WinogradState> states = ThreadLocal.withInitial(WinogradState::new);

    WinogradEngine(Workers workers) {
        this.workers = workers;
        weights = new WinogradWeights(workers);
    }

    Workers workers() {
        return workers;
    }

    WinogradWeights weights() {
        return weights;
    }

    WinogradState state() {
        return states.get();
    }
}
