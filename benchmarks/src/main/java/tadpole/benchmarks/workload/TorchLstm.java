package tadpole.benchmarks.workload;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.List;
import tadpole.benchmarks.torch.Layers;
import tadpole.benchmarks.torch.Tape;
import tadpole.benchmarks.torch.Torch;

/** PyTorch's side of a {@link LstmStep}, time first, as its LSTM prefers it. */
final class TorchLstm implements Side {

    private final Torch torch;
    private final List<PtNDArray> parameters;
    private final PtNDArray text;
    private final PtNDArray next;
    private final PtNDArray start;

    TorchLstm(LstmStep step, Torch torch) {
        this.torch = torch;
        parameters = torch.parameters(step.network());
        int places = step.batch() * step.time();
        int[] characters = timeFirst(step.text(), step);
        float[] oneHot = new float[places * step.vocabulary()];
        for (int place = 0; place < places; place++) {
            oneHot[place * step.vocabulary() + characters[place]] = 1;
        }
        text = torch.tensor(oneHot, step.time(), step.batch(), step.vocabulary());
        next = torch.wholes(timeFirst(step.next(), step), places, 1);
        start = torch.tensor(new float[step.batch() * step.hidden()], 1, step.batch(), step.hidden());
    }

    private static int[] timeFirst(int[] characters, LstmStep step) {
        int[] turned = new int[characters.length];
        for (int i = 0; i < characters.length; i++) {
            turned[i % step.time() * step.batch() + i / step.time()] = characters[i];
        }
        return turned;
    }

    @Override
    public void run() {
        compute(false);
    }

    @Override
    public List<float[]> results() {
        return compute(true);
    }

    private List<float[]> compute(boolean wanted) {
        try (Tape tape = torch.tape()) {
            List<PtNDArray> variables = parameters.stream().map(tape::variable).toList();
            PtNDArray hidden = Layers.lstm(tape.constant(text), start, variables.subList(0, 4));
            PtNDArray outputs = JniUtils.linear(hidden, variables.get(4), variables.get(5));
            PtNDArray loss = Layers.crossEntropy(JniUtils.flatten(outputs, 0, 1), next);
            float value = loss.getFloat();
            tape.backward(loss);
            if (!wanted) {
                return List.of();
            }
            List<float[]> results = new ArrayList<>();
            results.add(new float[] {value});
            variables.forEach(each -> results.add(tape.gradient(each).toFloatArray()));
            return results;
        }
    }
}
