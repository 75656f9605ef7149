package tadpole.engine.language;

/** What happens while a language model learns, in order. Steps and epochs are counted from 1; losses are nats a token. */
public sealed interface LanguageEvent {

    long step();

    /** One step: the loss of its batch before the update. */
    record Stepped(long step, double epoch, double loss, double rate, double gradientNorm) implements LanguageEvent {}

    /**
     * An epoch ended.
     *
     * @param train      mean over the epoch's own batches while it trained
     * @param validation over the whole validation text, state carried from its first token on; NaN where there is none
     * @param seconds    since the run began, pauses left out
     */
    record EpochEnded(long step, int epoch, double train, double validation, double seconds) implements LanguageEvent {}

    /**
     * A sample that the network wrote on the way.
     *
     * @param temperature it was written with; samples of one step take the same random numbers
     */
    record Wrote(long step, double epoch, double temperature, String text) implements LanguageEvent {}
}
