package tadpole.engine.convolution;

import java.util.List;

/** Layers one after the other, none to {@link #MOST}. */
public record StackPlan(List<StackStage> stages) {

    public static final int MOST = 4;

    public StackPlan {
        stages = List.copyOf(stages);
        if (stages.size() > MOST) {
            throw new IllegalArgumentException("A stack has at most %d stages, but here are %d.".formatted(MOST, stages.size()));
        }
    }

    public static StackPlan of(StackStage... stages) {
        return new StackPlan(List.of(stages));
    }

    public ReceptiveField receptiveField() {
        return new ReceptiveField(stages.stream().map(StackStage::sliding).toList());
    }
}
