package tadpole.engine.training;

/**
 * Looks over a trainer's shoulder, on the training thread, while it must wait: keep it short, and copy what is to stay. Nothing that it
 * does may change what is learned.
 */
public interface Onlooker {

    /** The gradients of a batch are there, treated and clipped; the parameters are still those before the step. @param step the number of the coming step, from 1 */
    default void beforeUpdate(Trainer trainer, long step) {}

    /** The step is made; the gradients are those that it used. @param event what is told of it */
    default void afterStep(Trainer trainer, TrainingEvent.Stepped event) {}

    /** An epoch ended and the held-out samples were judged. */
    default void afterEpoch(Trainer trainer, TrainingEvent.EpochEnded event) {}
}
