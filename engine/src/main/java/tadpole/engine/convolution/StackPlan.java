package tadpole.engine.convolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /** Whether the picture is made gray before the first stage: where the first convolution says so. */
    public boolean takesGray() {
        return firstConvolution().filter(first -> first.plan().mixing() == Mixing.GRAY).isPresent();
    }

    private Optional<StackStage.Convolution> firstConvolution() {
        return stages.stream().filter(StackStage.Convolution.class::isInstance).map(StackStage.Convolution.class::cast).findFirst();
    }

    /**
     * The same with the kernels that the channels need: see {@link StackStage.Convolution#fitted}; what takes gray behind the first convolution
     * slides over each map, or sums them where it has several filters.
     *
     * @param channels of the picture
     */
    public StackPlan fitted(int channels) {
        List<StackStage> fitted = new ArrayList<>();
        int passing = takesGray() ? 1 : channels;
        boolean first = true;
        for (StackStage stage : stages) {
            if (stage instanceof StackStage.Convolution convolution) {
                StackStage.Convolution fitting = (first ? convolution : convolution.ofMaps()).fitted(passing);
                first = false;
                passing = fitting.plan().mixing() == Mixing.EACH ? passing : fitting.plan().filters().size();
                fitted.add(fitting);
            } else {
                fitted.add(stage);
            }
        }
        return new StackPlan(fitted);
    }

    public ReceptiveField receptiveField() {
        return new ReceptiveField(stages.stream().map(StackStage::sliding).toList());
    }
}
