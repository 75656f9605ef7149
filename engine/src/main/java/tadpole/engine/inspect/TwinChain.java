package tadpole.engine.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tadpole.engine.layer.Dropout;
import tadpole.engine.layer.Network;
import tadpole.engine.loss.Target;
import tadpole.engine.tensor.NamedTensor;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Seed;
import tadpole.engine.twin.Conditions;
import tadpole.engine.twin.DoubleTensor;
import tadpole.engine.twin.Gradients;
import tadpole.engine.twin.Moved;
import tadpole.engine.twin.Pattern;
import tadpole.engine.twin.TwinLayer;
import tadpole.engine.twin.TwinLoss;
import tadpole.engine.twin.Twins;

/** In double, by the twins, with a mistake where one is planted. What comes before the moved number is computed once. */
final class TwinChain implements Chain {

    private static final double UNITS = 64;

    private final List<TwinLayer> layers;
    private final TwinLoss loss;
    private final Target target;
    private final Optional<Planted> planted;
    private final List<Part> parts;
    /** What moves; where the mistake is stale weights, forward reads others. */
    private final List<DoubleTensor> parameters = new ArrayList<>();
    private final List<Conditions> conditions = new ArrayList<>();
    private final List<DoubleTensor> passing;
    private final List<DoubleTensor> sums;
    private final boolean kinks;
    private long pattern = Pattern.SMOOTH;

    /** Which parameter of which layer a tensor is. */
    private record Part(int layer, int parameter) {}

    /** @param network with its start as the mistake leaves it */
    TwinChain(CheckSubject subject, Network network, Optional<Planted> planted) {
        this.target = subject.target();
        this.planted = planted;
        this.layers = network.stages().stream().map(stage -> layer(stage, planted)).toList();
        TwinLoss right = Twins.loss(subject.loss());
        this.loss = planted.isPresent() ? planted.get().loss(right) : right;
        List<Part> places = new ArrayList<>();
        for (int k = 0; k < layers.size(); k++) {
            Network.Stage stage = network.stages().get(k);
            List<DoubleTensor> own = stage.layer().parameters().stream().map(Parameter::value).map(DoubleTensor::of).toList();
            for (int p = 0; p < own.size(); p++) {
                places.add(new Part(k, p));
            }
            List<DoubleTensor> buffers = stage.layer().buffers().stream().map(NamedTensor::tensor).map(DoubleTensor::of).toList();
            join(own, buffers, !stage.spec().type().equals(Dropout.RECIPE.type()));
        }
        this.parts = List.copyOf(places);
        this.kinks = loss.hasKinks() || layers.stream().anyMatch(TwinLayer::hasKinks);
        this.passing = new ArrayList<>(List.of(DoubleTensor.of(subject.inputs())));
        for (int k = 0; k < layers.size(); k++) {
            passing.add(layers.get(k).forward(passing.get(k), conditions.get(k)));
        }
        this.sums = parameters.stream().map(each -> DoubleTensor.zeros(each.shape())).toList();
    }

    private TwinChain(TwinChain other) {
        this.layers = other.layers;
        this.loss = other.loss;
        this.target = other.target;
        this.planted = other.planted;
        this.parts = other.parts;
        this.kinks = other.kinks;
        int next = 0;
        for (Conditions each : other.conditions) {
            List<DoubleTensor> own = other.parameters.subList(next, next + each.parameters().size()).stream().map(DoubleTensor::copy).toList();
            next += own.size();
            join(own, each.buffers(), each.training());
        }
        this.passing = new ArrayList<>(other.passing.stream().map(DoubleTensor::copy).toList());
        this.sums = other.sums;
    }

    private static TwinLayer layer(Network.Stage stage, Optional<Planted> planted) {
        TwinLayer right = Twins.layer(stage.spec(), stage.input());
        return planted.isPresent() ? planted.get().layer(right, stage) : right;
    }

    /** Dropout is off, all else works as in training. */
    private void join(List<DoubleTensor> own, List<DoubleTensor> buffers, boolean training) {
        parameters.addAll(own);
        boolean stale = planted.isPresent() && planted.get().isStale();
        conditions.add(new Conditions(stale ? own.stream().map(DoubleTensor::copy).toList() : own, buffers, training, new Seed(0)));
    }

    @Override
    public double loss() {
        return loss.forward(passing.getLast(), target);
    }

    boolean hasKinks() {
        return kinks;
    }

    List<DoubleTensor> passing() {
        return passing;
    }

    TwinLayer layer(int k) {
        return layers.get(k);
    }

    Conditions conditions(int k) {
        return conditions.get(k);
    }

    @Override
    public List<DoubleTensor> gradients() {
        List<DoubleTensor> back = new ArrayList<>(List.of(loss.backward(passing.getLast(), target)));
        List<DoubleTensor> own = new ArrayList<>();
        for (int k = layers.size() - 1; k >= 0; k--) {
            Gradients gradients = layers.get(k).backward(passing.get(k), back.getFirst(), conditions.get(k));
            own.addAll(0, gradients.parameters());
            back.addFirst(gradients.input());
        }
        boolean kept = planted.isPresent() && planted.get().keepsGradients();
        List<DoubleTensor> all = new ArrayList<>();
        for (int t = 0; t < own.size(); t++) {
            add(own.get(t), sums.get(t), kept);
            all.add(sums.get(t).copy());
        }
        all.addAll(back);
        return all;
    }

    private static void add(DoubleTensor gradient, DoubleTensor sum, boolean kept) {
        for (int i = 0; i < sum.size(); i++) {
            sum.set(i, kept ? sum.at(i) + gradient.at(i) : gradient.at(i));
        }
    }

    /** The loss where all parameters go up the gradient by a share of their own length, or of 1 where they are all zero. */
    double moved(List<DoubleTensor> gradients, double share) {
        TwinChain other = new TwinChain(this);
        double slope = Math.sqrt(gradients.stream().mapToDouble(each -> Norm.squares(each.data())).sum());
        double length = Math.sqrt(parameters.stream().mapToDouble(each -> Norm.squares(each.data())).sum());
        double step = slope == 0 ? 0 : share * (length == 0 ? 1 : length) / slope;
        for (int t = 0; t < gradients.size(); t++) {
            for (int i = 0; i < gradients.get(t).size(); i++) {
                other.parameters.get(t).set(i, other.parameters.get(t).at(i) + step * gradients.get(t).at(i));
            }
        }
        return other.after(0, other.passing.getFirst());
    }

    @Override
    public double value(int tensor, int place) {
        return tensor(tensor).at(place);
    }

    private DoubleTensor tensor(int tensor) {
        return tensor < parts.size() ? parameters.get(tensor) : passing.get(tensor - parts.size());
    }

    @Override
    public double loss(int tensor, int place, double value) {
        DoubleTensor moving = tensor(tensor);
        double before = moving.at(place);
        moving.set(place, value);
        pattern = Pattern.SMOOTH;
        double moved = tensor < parts.size() ? afterParameter(parts.get(tensor), place) : after(tensor - parts.size(), moving);
        moving.set(place, before);
        return moved;
    }

    private double afterParameter(Part part, int place) {
        int k = part.layer();
        notePattern(k, passing.get(k));
        return after(k + 1, layers.get(k).forward(passing.get(k), passing.get(k + 1), new Moved(part.parameter(), place), conditions.get(k)));
    }

    /** The loss that comes of what goes into layer k. */
    private double after(int k, DoubleTensor into) {
        DoubleTensor x = into;
        for (int i = k; i < layers.size(); i++) {
            notePattern(i, x);
            x = layers.get(i).forward(x, conditions.get(i));
        }
        if (loss.hasKinks()) {
            pattern = Pattern.with(pattern, loss.pattern(x, target));
        }
        return loss.forward(x, target);
    }

    private void notePattern(int k, DoubleTensor x) {
        if (layers.get(k).hasKinks()) {
            pattern = Pattern.with(pattern, layers.get(k).pattern(x, conditions.get(k)));
        }
    }

    @Override
    public long pattern() {
        return pattern;
    }

    @Override
    public Chain twin() {
        return new TwinChain(this);
    }

    @Override
    public double rounding() {
        return UNITS * Math.ulp(Math.max(1, Math.abs(loss())));
    }
}
