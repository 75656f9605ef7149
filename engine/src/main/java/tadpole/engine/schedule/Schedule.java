package tadpole.engine.schedule;

/** How learning rate and momentum move over a run; asked before every batch. */
@FunctionalInterface
public interface Schedule {

    Move at(Course course);
}
