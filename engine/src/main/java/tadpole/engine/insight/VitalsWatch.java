package tadpole.engine.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import tadpole.engine.layer.Network;
import tadpole.engine.training.Onlooker;
import tadpole.engine.training.Trainer;
import tadpole.engine.training.TrainingEvent;

/**
 * Measures the vitals of a run at chosen steps: at the first, and then as often as costs half a percent of the training time; at some of
 * them the histograms too, as often as costs another 0.8 percent. It keeps at most {@link #MOST} steps, and of histograms {@link #MOST_HISTOGRAMS}:
 * when they are full, every second is dropped and the steps between them double. Any thread may ask while it grows.
 */
public final class VitalsWatch implements Onlooker {

    public static final int MOST = 512;
    public static final int MOST_HISTOGRAMS = 64;
    private static final double SHARE = 0.005;
    private static final double SHARE_OF_HISTOGRAMS = 0.008;
    /** So much of each new step's time goes into the average. */
    private static final double FRESH = 0.1;

    private final LongSupplier nanos;
    private final Spaced<Vitals> vitals = new Spaced<>(MOST, SHARE);
    private final Spaced<List<LayerHistograms>> histograms = new Spaced<>(MOST_HISTOGRAMS, SHARE_OF_HISTOGRAMS);
    private Optional<Network> watching = Optional.empty();
    private List<Watched.OfLayer> layers = List.of();
    private List<Histogram> gradients = List.of();
    private boolean measuring;
    private long ended;
    private long spent;
    private long spentOnHistograms;
    private double stepNanos;

    public VitalsWatch() {
        this(System::nanoTime);
    }

    /** @param nanos a clock */
    VitalsWatch(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Everything measured so far, oldest first, a copy; thinned as the run gets long. */
    public List<Vitals> all() {
        return vitals.all();
    }

    /** Of every layer with weights, from the first on, at each step kept, oldest first. */
    public List<List<LayerHistograms>> histograms() {
        return histograms.all();
    }

    @Override
    public void beforeUpdate(Trainer trainer, long step) {
        measuring = vitals.isDue(step);
        if (!measuring) {
            return;
        }
        long from = nanos.getAsLong();
        Network network = trainer.setup().network();
        if (watching.filter(each -> each == network).isEmpty()) {
            watching = Optional.of(network);
            layers = Watched.of(network);
        }
        layers.forEach(each -> {
            each.weights().keep();
            each.biases().ifPresent(Watched::keep);
        });
        spent = nanos.getAsLong() - from;
        gradients = histograms.isDue(step) ? layers.stream().map(each -> each.weights().gradients()).toList() : List.of();
        spentOnHistograms = nanos.getAsLong() - from - spent;
    }

    @Override
    public void afterStep(Trainer trainer, TrainingEvent.Stepped event) {
        long from = nanos.getAsLong();
        if (ended != 0) {
            took(from - ended - (measuring ? spent + spentOnHistograms : 0));
        }
        if (measuring) {
            measure(event, from);
        }
        ended = nanos.getAsLong();
    }

    /** A step that took long was one with a pause in it. */
    private void took(long interval) {
        stepNanos = stepNanos == 0 ? interval : stepNanos + FRESH * (Math.min(interval, 4 * stepNanos) - stepNanos);
    }

    private void measure(TrainingEvent.Stepped event, long from) {
        List<LayerVitals> measured = new ArrayList<>();
        for (Watched.OfLayer each : layers) {
            Norms norms = each.weights().norms();
            measured.add(new LayerVitals(each.name(), norms.ratio(), norms.gradient(), norms.value(), each.biases().map(Watched::norms)));
        }
        vitals.add(event.step(), new Vitals(event.step(), event.epoch(), measured, event.rate(), event.momentum()));
        long now = nanos.getAsLong();
        vitals.costs(event.step(), spent + now - from, stepNanos);
        if (!gradients.isEmpty()) {
            List<LayerHistograms> all = new ArrayList<>();
            for (int i = 0; i < layers.size(); i++) {
                all.add(layers.get(i).weights().histograms(event.step(), event.epoch(), layers.get(i).name(), gradients.get(i)));
            }
            histograms.add(event.step(), List.copyOf(all));
            histograms.costs(event.step(), spentOnHistograms + nanos.getAsLong() - now, stepNanos);
        }
        measuring = false;
    }
}
