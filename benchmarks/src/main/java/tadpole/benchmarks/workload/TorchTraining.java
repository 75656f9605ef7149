package tadpole.benchmarks.workload;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.List;
import tadpole.benchmarks.torch.Layers;
import tadpole.benchmarks.torch.Tape;
import tadpole.benchmarks.torch.Torch;

/** PyTorch's side of a {@link NetworkTraining}. */
final class TorchTraining implements Side {

    private final List<PtNDArray> parameters;
    private final NetworkTraining.Model model;
    private final float rate;
    private final Torch torch;
    private final List<PtNDArray> start;
    private final List<PtNDArray> inputs = new ArrayList<>();
    private final List<PtNDArray> labels = new ArrayList<>();
    private double lossSum;

    TorchTraining(List<PtNDArray> parameters, Samples samples, NetworkTraining.Model model, float rate, Torch torch) {
        this.parameters = parameters;
        this.model = model;
        this.rate = rate;
        this.torch = torch;
        start = parameters.stream().map(JniUtils::clone).toList();
        for (int number = 0; number < samples.batches(); number++) {
            inputs.add(torch.tensor(samples.inputs(number), samples.torchShape()));
            labels.add(torch.wholes(samples.labels(number), samples.batch(), 1));
        }
    }

    @Override
    public void reset() {
        for (int i = 0; i < parameters.size(); i++) {
            start.get(i).copyTo(parameters.get(i));
        }
    }

    @Override
    public void run() {
        lossSum = 0;
        for (int number = 0; number < inputs.size(); number++) {
            step(inputs.get(number), labels.get(number));
        }
    }

    private void step(PtNDArray x, PtNDArray right) {
        try (Tape tape = torch.tape()) {
            List<PtNDArray> variables = parameters.stream().map(tape::variable).toList();
            PtNDArray loss = Layers.crossEntropy(model.outputs(tape.constant(x), variables), right);
            lossSum += loss.getFloat();
            tape.backward(loss);
            tape.stop();
            for (int i = 0; i < parameters.size(); i++) {
                PtNDArray gradient = tape.gradient(variables.get(i));
                JniUtils.sgdUpdate(parameters.get(i), gradient, null, rate, 0, 1, -1, 0);
            }
        }
    }

    @Override
    public List<float[]> results() {
        reset();
        run();
        List<float[]> results = new ArrayList<>();
        results.add(new float[] {(float) lossSum});
        for (int i = 0; i < start.size(); i++) {
            results.add(Numbers.change(start.get(i).toFloatArray(), parameters.get(i).toFloatArray()));
        }
        return results;
    }
}
