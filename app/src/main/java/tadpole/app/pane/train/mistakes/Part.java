package tadpole.app.pane.train.mistakes;

import java.util.Optional;
import tadpole.engine.dataset.Split;
import tadpole.engine.training.Parts;
import tadpole.engine.training.Setup;

/** Which samples the network is asked about. */
enum Part {
    TEST("Test", "test"),
    VALIDATION("Validation", "validation"),
    TRAINING("Training", "training");

    private final String label;
    private final String word;

    Part(String label, String word) {
        this.label = label;
        this.word = word;
    }

    String label() {
        return label;
    }

    /** As sentences call it: "test". */
    String word() {
        return word;
    }

    /** Whether its samples stand in the data set's test part. */
    boolean isTest() {
        return this == TEST;
    }

    Optional<Split> of(Setup setup) {
        return switch (this) {
            case TEST -> setup.test();
            case VALIDATION -> setup.validation();
            case TRAINING -> Optional.of(setup.train());
        };
    }

    Optional<Split> of(Parts parts) {
        return switch (this) {
            case TEST -> parts.test();
            case VALIDATION -> parts.validation();
            case TRAINING -> Optional.of(parts.train());
        };
    }

    /** The first that there is. */
    static Part first(Setup setup) {
        return setup.test().isPresent() ? TEST : setup.validation().isPresent() ? VALIDATION : TRAINING;
    }
}
