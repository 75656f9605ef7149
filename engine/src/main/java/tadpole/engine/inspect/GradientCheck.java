package tadpole.engine.inspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import tadpole.engine.dataset.Shuffled;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.layer.Network;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.twin.DoubleTensor;

/**
 * Holds the analytic gradient of a network on a batch against the numeric one, number by number: by every parameter, and by what passes
 * between the layers. Dropout is off, penalties are left out, batch normalization works on the batch. The result does not depend on the
 * number of threads; the network stays as it is.
 */
public final class GradientCheck implements Job<CheckResult> {

    private static final long ROUND_NANOS = 40_000_000;
    private static final int MOST_A_ROUND = 4096;
    /** Near the best step of a centered difference in double (CS231n). */
    private static final double GOOD_H = 1e-5;
    private static final int DOUBTED = 12;
    private static final int DOUBTED_IN_HASTE = 3;

    private final CheckSubject subject;
    private final Settings settings;
    private final Optional<Planted> planted;
    private final Device device;
    private final Consumer<CheckEvent> listener;
    private final Stencil stencil;
    private final List<Chain> chains = new ArrayList<>();
    private final List<CheckedTensor> tensors = new ArrayList<>();
    private long planned;
    private long checked;
    private long numericNanos;
    private int round = 1;

    /**
     * @param settings of {@link CheckPlan#RECIPE}
     * @param listener told on the thread that runs the check
     * @throws SettingException where a mistake is to be planted into the engine that trains
     */
    public GradientCheck(CheckSubject subject, Settings settings, Optional<Planted> planted, Device device, Consumer<CheckEvent> listener)
            throws SettingException {
        if (planted.isPresent() && isFloat(settings)) {
            throw new SettingException("A mistake is planted into the twins, which compute in double: set \"precision\" to \"double\".").at("check.precision");
        }
        this.subject = subject;
        this.settings = settings;
        this.planted = planted;
        this.device = device;
        this.listener = listener;
        this.stencil = Stencil.of(settings);
    }

    private static boolean isFloat(Settings settings) {
        return settings.choice("precision").equals("float");
    }

    @Override
    public String name() {
        return "Gradient check";
    }

    @Override
    public JobOutcome<CheckResult> run(JobControl control) {
        Network network = subject.copy();
        planted.ifPresent(each -> each.start(network));
        chains.add(isFloat(settings) ? new FloatChain(subject, network, device) : new TwinChain(subject, network, planted));
        Chain chain = chains.getFirst();
        double loss = chain.loss();
        if (!Double.isFinite(loss)) {
            return new JobOutcome.Failed<>("The loss is %s before anything is moved, so it has no gradient. Take smaller start weights.".formatted(loss),
                    new ArithmeticException("The loss is " + loss + "."));
        }
        long start = System.nanoTime();
        List<DoubleTensor> once = chain.gradients();
        double analyticSeconds = (System.nanoTime() - start) / 1e9;
        List<DoubleTensor> analytic = chain.gradients();
        double secondCall = secondCall(once, analytic, network.parameters().size());
        lay(network, analytic, chain.rounding());
        List<int[]> places = IntStream.range(0, tensors.size()).mapToObj(this::places).toList();
        planned = places.stream().mapToLong(each -> each.length).sum();
        listener.accept(new CheckEvent.Began(loss, tensors.stream().map(CheckedTensor::copy).toList(), analyticSeconds));
        boolean done = check(places, control);
        doubt(network, done ? DOUBTED : DOUBTED_IN_HASTE);
        CheckResult result = new CheckResult(loss, tensors, secondCall, planned, checked, analyticSeconds, numericNanos / 1e9, settings);
        return done ? new JobOutcome.Finished<>(result) : new JobOutcome.Stopped<>(result);
    }

    private static double secondCall(List<DoubleTensor> once, List<DoubleTensor> again, int parameters) {
        Norm norm = new Norm();
        for (int t = 0; t < parameters; t++) {
            for (int i = 0; i < once.get(t).size(); i++) {
                norm.add(once.get(t).at(i), again.get(t).at(i));
            }
        }
        return norm.count() == 0 ? 0 : norm.value();
    }

    private void lay(Network network, List<DoubleTensor> analytic, double rounding) {
        double off = rounding / stencil.span();
        for (int k = 0; k < network.stages().size(); k++) {
            Network.Stage stage = network.stages().get(k);
            for (Parameter each : stage.layer().parameters()) {
                tensors.add(tensor(CheckedTensor.Kind.PARAMETER, each.name(), k, stage.name(), each.shape(), analytic.get(tensors.size()), off));
            }
        }
        for (int k = 0; k <= network.stages().size(); k++) {
            boolean last = k == network.stages().size();
            String owner = last ? "loss" : network.stages().get(k).name();
            DoubleTensor gradient = analytic.get(tensors.size());
            tensors.add(tensor(CheckedTensor.Kind.PASSING, last ? "outputs" : "into " + owner, k, owner, gradient.shape(), gradient, off));
        }
    }

    private static CheckedTensor tensor(CheckedTensor.Kind kind, String name, int layer, String owner, Shape shape, DoubleTensor analytic, double rounding) {
        int size = analytic.size();
        return new CheckedTensor(kind, name, layer, owner, shape, analytic.data(), CheckedTensor.unchecked(size), new boolean[size], rounding, Double.NaN);
    }

    /** Which numbers of a tensor are checked, in their order. */
    private int[] places(int tensor) {
        CheckedTensor of = tensors.get(tensor);
        Seed seed = seed(settings).derive(of.name());
        if (of.kind() == CheckedTensor.Kind.PASSING) {
            return telling(tensor, settings.whole("passing"), seed);
        }
        int most = settings.whole("most");
        return places(of.size(), most == 0 ? of.size() : most, seed);
    }

    /** Mostly such as have a gradient, or the layer after them has one there: behind a pooling most have none, and tell little. */
    private int[] telling(int tensor, int most, Seed seed) {
        double[] own = tensors.get(tensor).analytic();
        double[] after = tensors.get(Math.min(tensor + 1, tensors.size() - 1)).analytic();
        int[] moving = IntStream.range(0, own.length).filter(i -> own[i] != 0 || after.length == own.length && after[i] != 0).toArray();
        int[] still = IntStream.range(0, own.length).filter(i -> own[i] == 0 && !(after.length == own.length && after[i] != 0)).toArray();
        int some = Math.min(moving.length, Math.max(most - still.length, most - most / 4));
        IntStream drawn = IntStream.concat(
                Arrays.stream(places(moving.length, some, seed)).map(i -> moving[i]),
                Arrays.stream(places(still.length, Math.min(still.length, most - some), seed)).map(i -> still[i]));
        return drawn.sorted().toArray();
    }

    static Seed seed(Settings settings) {
        return new Seed((Long) settings.asMap().get("seed"));
    }

    static int[] places(int size, int most, Seed seed) {
        int[] order = new int[size];
        if (most >= size) {
            Arrays.setAll(order, i -> i);
            return order;
        }
        new Shuffled().fill(order, seed);
        int[] drawn = Arrays.copyOf(order, most);
        Arrays.sort(drawn);
        return drawn;
    }

    /** @return whether all were checked */
    private boolean check(List<int[]> places, JobControl control) {
        for (int t = 0; t < tensors.size(); t++) {
            int[] all = places.get(t);
            for (int from = 0; from < all.length; ) {
                if (!control.proceed()) {
                    return false;
                }
                int to = Math.min(all.length, from + round);
                check(t, Arrays.copyOfRange(all, from, to), control);
                control.report(new Progress(checked, planned, tensors.get(t).name()));
                from = to;
            }
        }
        return checked == planned;
    }

    private void check(int tensor, int[] places, JobControl control) {
        long start = System.nanoTime();
        double[] numeric = CheckedTensor.unchecked(places.length);
        boolean[] crossed = new boolean[places.length];
        int tasks = isFloat(settings) ? 1 : Math.min(device.threads(), places.length);
        while (chains.size() < tasks) {
            chains.add(chains.getFirst().twin());
        }
        device.run(tasks, task -> {
            for (int i = task; i < places.length && !control.isStopped(); i += tasks) {
                Stencil.Slope slope = stencil.slope(chains.get(task), tensor, places[i]);
                numeric[i] = slope.value();
                crossed[i] = slope.crossed();
            }
        });
        long nanos = System.nanoTime() - start;
        numericNanos += nanos;
        if (nanos < ROUND_NANOS / 2) {
            round = Math.min(MOST_A_ROUND * device.threads(), 2 * round);
        } else if (nanos > 2 * ROUND_NANOS) {
            round = Math.max(1, round / 2);
        }
        keep(tensor, places, numeric, crossed);
    }

    /**
     * Whether the step itself is to blame where analytic and numeric gradients differ: those furthest apart are held against a centered difference in
     * double with a better h.
     */
    private void doubt(Network network, int most) {
        Judge judge = Judge.of(tensors, settings);
        Chain better = isFloat(settings) ? new TwinChain(subject, network, Optional.empty()) : chains.getFirst();
        boolean fine = isFloat(settings) || stencil.h() < GOOD_H;
        Stencil finer = new Stencil(true, fine ? GOOD_H : Math.min(GOOD_H, stencil.h() / 10));
        for (int t = 0; t < tensors.size(); t++) {
            CheckedTensor of = tensors.get(t);
            if (judge.of(of) == Judgment.WRONG) {
                Norm all = new Norm();
                of.addTo(all, true);
                Norm apart = new Norm();
                Norm moved = new Norm();
                for (int i : furthest(of, most)) {
                    apart.add(of.analytic()[i], of.numeric()[i]);
                    moved.add(of.numeric()[i], finer.slope(better, t, i).value());
                }
                tensors.set(t, of.withOff(all.distance() * moved.distance() / apart.distance()));
            }
        }
    }

    private static int[] furthest(CheckedTensor of, int most) {
        return IntStream.range(0, of.size()).filter(i -> of.isChecked(i) && !of.crossed()[i]).boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -Math.abs(of.analytic()[i] - of.numeric()[i]))).limit(most).mapToInt(i -> i).toArray();
    }

    private void keep(int tensor, int[] places, double[] numeric, boolean[] crossed) {
        int[] there = IntStream.range(0, places.length).filter(i -> !Double.isNaN(numeric[i])).toArray();
        CheckedTensor of = tensors.get(tensor);
        for (int i : there) {
            of.numeric()[places[i]] = numeric[i];
            of.crossed()[places[i]] = crossed[i];
        }
        checked += there.length;
        boolean[] kinks = new boolean[there.length];
        for (int i = 0; i < there.length; i++) {
            kinks[i] = crossed[there[i]];
        }
        listener.accept(new CheckEvent.Checked(tensor, Arrays.stream(there).map(i -> places[i]).toArray(),
                Arrays.stream(there).mapToDouble(i -> numeric[i]).toArray(), kinks, numericNanos / 1e9));
    }
}
