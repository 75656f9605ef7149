package tadpole.app.pane.kernels.stack;

import java.util.ArrayList;
import java.util.List;
import tadpole.engine.convolution.ConvolutionPlan;
import tadpole.engine.convolution.StackPlan;
import tadpole.engine.convolution.StackStage;

/**
 * A stack while it is set up.
 *
 * @param stages as they are set, with anything at the place of the pane's convolution
 * @param pane   which stage is the convolution of the whole pane, counted from 0; {@link #NONE} where none is
 */
public record StackDraft(List<StackStage> stages, int pane) {

    public static final int NONE = -1;

    public StackDraft {
        stages = List.copyOf(stages);
    }

    static StackDraft own(StackStage... stages) {
        return new StackDraft(List.of(stages), NONE);
    }

    public int size() {
        return stages.size();
    }

    public boolean isFull() {
        return size() == StackPlan.MOST;
    }

    /** @param panes the pane's convolution */
    StackStage stage(int index, ConvolutionPlan panes) {
        return index == pane ? new StackStage.Convolution(panes) : stages.get(index);
    }

    /** @param channels of the picture */
    StackPlan plan(ConvolutionPlan panes, int channels) {
        List<StackStage> all = new ArrayList<>(stages);
        if (pane != NONE) {
            all.set(pane, stage(pane, panes));
        }
        return new StackPlan(all).fitted(channels);
    }

    StackDraft inserted(int index, StackStage stage) {
        List<StackStage> others = new ArrayList<>(stages);
        others.add(index, stage);
        return new StackDraft(others, pane >= index ? pane + 1 : pane);
    }

    StackDraft without(int index) {
        List<StackStage> others = new ArrayList<>(stages);
        others.remove(index);
        return new StackDraft(others, pane == index ? NONE : pane > index ? pane - 1 : pane);
    }

    /** The stage and the one after it change places. */
    StackDraft swapped(int index) {
        List<StackStage> others = new ArrayList<>(stages);
        others.add(index + 1, others.remove(index));
        return new StackDraft(others, pane == index ? index + 1 : pane == index + 1 ? index : pane);
    }

    /** What stood there is replaced; it is no longer the pane's convolution. */
    StackDraft with(int index, StackStage stage) {
        List<StackStage> others = new ArrayList<>(stages);
        others.set(index, stage);
        return new StackDraft(others, pane == index ? NONE : pane);
    }

    /** That stage, a convolution, is the pane's from now on; the one that was stays as it is. */
    StackDraft following(int index, ConvolutionPlan panes) {
        StackDraft kept = pane == NONE ? this : with(pane, stage(pane, panes));
        return new StackDraft(kept.stages(), index);
    }
}
