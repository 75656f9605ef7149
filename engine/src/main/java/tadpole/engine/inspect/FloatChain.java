package tadpole.engine.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tadpole.engine.layer.Dropout;
import tadpole.engine.layer.Network;
import tadpole.engine.layer.Pass;
import tadpole.engine.loss.Loss;
import tadpole.engine.loss.Losses;
import tadpole.engine.loss.Target;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Tensor;
import tadpole.engine.twin.DoubleTensor;

/** In float, by the engine that trains, on a copy of the network. Kinks are told by the twins. */
final class FloatChain implements Chain {

    private static final double UNITS = 8;

    private final Network network;
    private final Loss loss;
    private final Target target;
    private final List<Pass> passes;
    private final Pass judging;
    private final List<Parameter> parameters;
    private final int[] layerOf;
    private final List<Tensor> passing = new ArrayList<>();
    private final Optional<TwinChain> twins;
    private long pattern;

    /** @param network a copy whose numbers may be moved; its buffers change */
    FloatChain(CheckSubject subject, Network network, Device device) {
        this.network = network;
        this.loss = loss(subject.loss());
        this.target = subject.target();
        this.passes = network.stages().stream().map(stage -> pass(stage, device)).toList();
        this.judging = Pass.training(device);
        this.parameters = network.parameters();
        this.layerOf = layers(network);
        TwinChain wide = new TwinChain(subject, network, Optional.empty());
        this.twins = wide.hasKinks() ? Optional.of(wide) : Optional.empty();
        passing.add(subject.inputs().copy());
        forward();
    }

    private static Loss loss(Spec spec) {
        try {
            return Recipe.find(Losses.ALL, "loss", spec.type()).maker().make(spec.settings());
        } catch (SettingException unknown) {
            throw new IllegalArgumentException(unknown.getMessage(), unknown);
        }
    }

    private static Pass pass(Network.Stage stage, Device device) {
        boolean drops = stage.spec().type().equals(Dropout.RECIPE.type());
        return (drops ? Pass.evaluation(device) : Pass.training(device)).withInputGradient();
    }

    private static int[] layers(Network network) {
        List<Integer> layers = new ArrayList<>();
        for (int k = 0; k < network.stages().size(); k++) {
            for (int p = 0; p < network.stages().get(k).layer().parameters().size(); p++) {
                layers.add(k);
            }
        }
        return layers.stream().mapToInt(Integer::intValue).toArray();
    }

    private void forward() {
        passing.subList(1, passing.size()).clear();
        for (int k = 0; k < passes.size(); k++) {
            passing.add(network.stages().get(k).layer().forward(passing.get(k), passes.get(k)).copy());
        }
    }

    @Override
    public double loss() {
        return loss.forward(passing.getLast(), target, judging);
    }

    @Override
    public List<DoubleTensor> gradients() {
        forward();
        network.clearGradients();
        loss();
        Tensor dy = loss.backward(passing.getLast(), target, judging).copy();
        List<DoubleTensor> back = new ArrayList<>(List.of(DoubleTensor.of(dy)));
        for (int k = passes.size() - 1; k >= 0; k--) {
            Tensor dx = network.stages().get(k).layer().backward(dy, passes.get(k));
            dy = dx == Tensor.NONE ? Tensor.zeros(passing.get(k).shape()) : dx.copy();
            back.addFirst(DoubleTensor.of(dy));
        }
        List<DoubleTensor> all = new ArrayList<>(parameters.stream().map(Parameter::gradient).map(DoubleTensor::of).toList());
        all.addAll(back);
        return all;
    }

    @Override
    public double value(int tensor, int place) {
        return tensor(tensor).data()[place];
    }

    private Tensor tensor(int tensor) {
        return tensor < parameters.size() ? parameters.get(tensor).value() : passing.get(tensor - parameters.size());
    }

    @Override
    public double loss(int tensor, int place, double value) {
        twins.ifPresent(each -> {
            each.loss(tensor, place, (float) value);
            pattern = each.pattern();
        });
        float[] data = tensor(tensor).data();
        float before = data[place];
        data[place] = (float) value;
        changed(tensor);
        double moved = after(tensor < parameters.size() ? layerOf[tensor] : tensor - parameters.size());
        data[place] = before;
        changed(tensor);
        return moved;
    }

    private void changed(int tensor) {
        if (tensor < parameters.size()) {
            parameters.get(tensor).changed();
        }
    }

    private double after(int k) {
        Tensor x = passing.get(k);
        for (int i = k; i < passes.size(); i++) {
            x = network.stages().get(i).layer().forward(x, passes.get(i));
        }
        return loss.forward(x, target, judging);
    }

    @Override
    public long pattern() {
        return pattern;
    }

    /** The kernels have their own threads. */
    @Override
    public Chain twin() {
        throw new UnsupportedOperationException("The engine in float runs on one thread of the check.");
    }

    @Override
    public double rounding() {
        return UNITS * Math.ulp((float) Math.max(1, Math.abs(loss())));
    }
}
