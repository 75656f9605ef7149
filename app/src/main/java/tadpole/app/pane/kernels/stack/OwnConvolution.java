package tadpole.app.pane.kernels.stack;

import java.util.Optional;
import tadpole.app.pane.kernels.KernelsModel;
import tadpole.engine.convolution.ConvolutionPlan;
import tadpole.engine.convolution.Kernel;
import tadpole.engine.convolution.Mixing;
import tadpole.engine.convolution.StackRun;
import tadpole.engine.convolution.StackStage;
import tadpole.engine.picture.Picture;
import tadpole.engine.tensor.Tensor;

/** A convolution of the stack's own while it is chosen: edited as the pane's is, with what comes into its stage as its picture. */
final class OwnConvolution {

    private final StackModel stack;
    private final KernelsModel edited;
    private boolean following;

    OwnConvolution(StackModel stack) {
        this.stack = stack;
        this.edited = stack.bench().beside();
        stack.chosenProperty().subscribe(_ -> follow());
        stack.draftProperty().subscribe(_ -> follow());
        stack.runProperty().subscribe(_ -> follow());
        edited.planProperty().addListener((_, before, now) -> {
            if (!following) {
                take(before, now);
            }
        });
    }

    KernelsModel edited() {
        return edited;
    }

    boolean isChosen() {
        return stack.chosenProperty().get() != stack.draft().pane() && stack.chosenStage().orElse(null) instanceof StackStage.Convolution;
    }

    private void follow() {
        if (!isChosen() || following) {
            return;
        }
        following = true;
        int index = stack.chosenProperty().get();
        Optional<Picture> in = stack.runProperty().get().flatMap(run -> in(run, index));
        if (!edited.pictureProperty().get().map(Picture::values).equals(in.map(Picture::values))) {
            edited.pictureProperty().set(in);
        }
        ConvolutionPlan plan = fitted(index);
        if (!edited.planProperty().get().equals(plan)) {
            edited.planProperty().set(plan);
        }
        following = false;
    }

    private Optional<Picture> in(StackRun run, int index) {
        if (index == 0) {
            return stack.bench().pictureProperty().get();
        }
        if (index > run.results().size()) {
            return Optional.empty();
        }
        Tensor values = run.plane(index);
        return Optional.of(new Picture("stage " + index, values, 0, 1));
    }

    private ConvolutionPlan fitted(int index) {
        int channels = stack.bench().pictureProperty().get().map(Picture::channels).orElse(1);
        StackStage stage = stack.draft().plan(stack.bench().planProperty().get(), channels).stages().get(index);
        return ((StackStage.Convolution) stage).plan();
    }

    private void take(ConvolutionPlan before, ConvolutionPlan now) {
        if (isChosen()) {
            stack.set(new StackStage.Convolution(now), what(before, now));
            follow();
        }
    }

    /** The one number that was changed; empty for anything else. */
    static String what(ConvolutionPlan before, ConvolutionPlan now) {
        if (!now.withFilters(before.filters()).equals(before) || now.mixing() != before.mixing() || now.filters().size() != before.filters().size()) {
            return "";
        }
        String found = "";
        for (int f = 0; f < now.filters().size(); f++) {
            for (int c = 0; c < now.filters().get(f).kernels().size(); c++) {
                if (now.mixing() == Mixing.SUM && c >= before.filters().get(f).kernels().size()) {
                    return "";
                }
                String cell = cell(before.filters().get(f).kernels().get(c), now.filters().get(f).kernels().get(c));
                if (!cell.isEmpty() && !found.isEmpty()) {
                    return "";
                }
                found = cell.isEmpty() ? found : "%d %d %s".formatted(f, c, cell);
            }
        }
        return found.endsWith("many") ? "" : found;
    }

    private static String cell(Kernel before, Kernel now) {
        if (before.height() != now.height() || before.width() != now.width()) {
            return "many";
        }
        String found = "";
        for (int u = 0; u < now.height(); u++) {
            for (int v = 0; v < now.width(); v++) {
                if (before.at(u, v) != now.at(u, v)) {
                    found = found.isEmpty() ? u + " " + v : "many";
                }
            }
        }
        return found;
    }
}
