package tadpole.engine.schedule;

/** How the learning rate moves over a run; asked before every step. */
public interface Schedule {

    /**
     * @param base  the learning rate of the experiment, or the one a person set meanwhile
     * @param step  the step about to be made, from 0
     * @param steps all steps of the run, at least 1
     */
    double rateAt(double base, long step, long steps);
}
