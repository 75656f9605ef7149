package tadpole.engine.doctor;

import java.util.Optional;

/** One matter that the doctor looks at. */
interface Rule {

    /** Such as "dead-relu". */
    String id();

    /** What it says of these symptoms; empty where it has nothing to say, or cannot know yet. */
    Optional<Finding> look(Symptoms symptoms);

    default Optional<Finding> well(String headline, String evidence) {
        return Optional.of(new Finding(id(), Finding.State.WELL, headline, evidence, Optional.empty()));
    }

    default Optional<Finding> suspect(String headline, String evidence, Optional<Trial> trial) {
        return Optional.of(new Finding(id(), Finding.State.SUSPECT, headline, evidence, trial));
    }

    default Optional<Finding> ill(String headline, String evidence, Optional<Trial> trial) {
        return Optional.of(new Finding(id(), Finding.State.ILL, headline, evidence, trial));
    }
}
