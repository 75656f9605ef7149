package tadpole.app.pane.gradients.step;

import java.util.function.Predicate;

/** Which stages one goes through. */
enum Walk {
    ALL("All", "Forward, loss, backward, update.", _ -> true),
    FORWARD("Forward only", "From the picture to the loss.", phase -> phase == Phase.FORWARD),
    BACKWARD("Backward only", "From the loss back to the first layer.", phase -> phase == Phase.BACKWARD),
    UPDATE("Update only", "What the optimizer does with each parameter.", phase -> phase == Phase.UPDATE);

    private final String label;
    private final String about;
    private final Predicate<Phase> holds;

    Walk(String label, String about, Predicate<Phase> holds) {
        this.label = label;
        this.about = about;
        this.holds = holds;
    }

    String label() {
        return label;
    }

    String about() {
        return about;
    }

    boolean holds(StepStage stage) {
        return holds.test(stage.phase());
    }
}
