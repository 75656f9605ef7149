package tadpole.app.pane.gradients.step;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tadpole.engine.formula.Address;
import tadpole.engine.inspect.StepTrace;
import tadpole.engine.layer.Network;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.twin.DoubleTensor;

/** The stages of a traced step, in the order in which it happened. */
final class Stages {

    private final StepTrace trace;
    private final int sample;
    private final Sheets sheets;
    private final int layers;

    private Stages(StepTrace trace, int sample) {
        this.trace = trace;
        this.sample = sample;
        this.sheets = new Sheets(trace, sample);
        this.layers = trace.stages().size();
    }

    /** @param sample whose numbers are shown, counted within the batch */
    static List<StepStage> of(StepTrace trace, int sample) {
        return new Stages(trace, sample).all();
    }

    private List<StepStage> all() {
        List<StepStage> all = new ArrayList<>();
        all.add(new StepStage(Phase.FORWARD, 0, 0, "The picture, prepared", "The raw numbers of the file become what the network is given.",
                new Address.Input(sample, strongest(trace.input())), List.of(sheets.raw(), sheets.input())));
        for (int layer = 0; layer < layers; layer++) {
            all.add(forward(layer));
        }
        all.add(loss());
        all.add(lossGradient());
        for (int layer = layers - 1; layer >= 0; layer--) {
            all.add(backward(layer));
        }
        trace.parameters().forEach(each -> all.add(update(each)));
        return List.copyOf(all);
    }

    private StepStage forward(int layer) {
        List<Sheet> shown = new ArrayList<>();
        shown.add(sheets.output(layer - 1));
        parametersOf(layer).forEach(each -> shown.add(sheets.weight(each, each.name())));
        shown.add(sheets.output(layer));
        return new StepStage(Phase.FORWARD, layer + 1, layer, "Forward, " + name(layer), StageWords.forward(type(layer)),
                new Address.Activation(layer, sample, strongest(trace.stages().get(layer).output())), shown);
    }

    private StepStage loss() {
        List<Sheet> shown = new ArrayList<>();
        shown.add(sheets.output(layers - 1));
        sheets.probabilities().ifPresent(shown::add);
        shown.add(sheets.sampleLosses());
        if (trace.batch() > 1) {
            shown.add(sheets.loss());
        }
        return new StepStage(Phase.FORWARD, layers + 1, layers, "The loss", StageWords.loss(trace.batch()), new Address.SampleLoss(sample), shown);
    }

    private StepStage lossGradient() {
        List<Sheet> shown = new ArrayList<>();
        sheets.probabilities().ifPresent(shown::add);
        shown.add(sheets.outputGradient(layers - 1));
        return new StepStage(Phase.BACKWARD, layers + 1, layers + 1, "Backward, from the loss",
                "How much the loss would change if one of the network's outputs changed.",
                new Address.ActivationGradient(layers - 1, sample, layers == 0 ? 0 : strongest(trace.stages().get(layers - 1).gradient())), shown);
    }

    private StepStage backward(int layer) {
        List<Sheet> shown = new ArrayList<>();
        shown.add(sheets.outputGradient(layer));
        List<StepTrace.Moved> own = parametersOf(layer);
        own.forEach(each -> shown.add(sheets.weightGradient(each)));
        shown.add(sheets.outputGradient(layer - 1));
        Address example = own.isEmpty()
                ? new Address.ActivationGradient(layer - 1, sample, strongest(layer == 0 ? trace.inputGradient() : trace.stages().get(layer - 1).gradient()))
                : new Address.WeightGradient(own.getFirst().name(), strongest(own.getFirst().gradient().data(), 0, own.getFirst().gradient().size()));
        return new StepStage(Phase.BACKWARD, layer + 1, layer + 2, "Backward, " + name(layer), StageWords.backward(type(layer), !own.isEmpty()), example, shown);
    }

    private StepStage update(StepTrace.Moved moved) {
        int layer = IntStream.range(0, layers).filter(each -> parametersOf(each).contains(moved)).findFirst().orElse(0);
        return new StepStage(Phase.UPDATE, layer + 1, layer + 1, "Update, " + moved.name(), StageWords.update(trace.step()),
                new Address.Updated(moved.name(), strongest(moved.gradient().data(), 0, moved.gradient().size())),
                List.of(sheets.weight(moved, "before"), sheets.weightGradient(moved), sheets.updated(moved), sheets.change(moved)));
    }

    private String name(int layer) {
        return trace.stages().get(layer).name();
    }

    private String type(int layer) {
        return trace.step().layers().get(layer).spec().type();
    }

    private List<StepTrace.Moved> parametersOf(int layer) {
        int first = trace.step().layers().stream().limit(layer).mapToInt(Stages::count).sum();
        return trace.parameters().subList(first, first + count(trace.step().layers().get(layer)));
    }

    private static int count(Network.Stage stage) {
        List<Parameter> parameters = stage.layer().parameters();
        return parameters.size();
    }

    private int strongest(DoubleTensor batch) {
        return strongest(batch.data(), sample * batch.columns(), batch.columns());
    }

    /** Where the number farthest from zero stands: its formula has something to show. */
    private static int strongest(double[] numbers, int from, int count) {
        int best = 0;
        for (int i = 1; i < count; i++) {
            best = Math.abs(numbers[from + i]) > Math.abs(numbers[from + best]) ? i : best;
        }
        return best;
    }
}
