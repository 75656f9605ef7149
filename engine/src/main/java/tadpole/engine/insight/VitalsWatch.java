package tadpole.engine.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tadpole.engine.layer.Network;
import tadpole.engine.training.Onlooker;
import tadpole.engine.training.Trainer;
import tadpole.engine.training.TrainingEvent;

/**
 * Measures the vitals of a run at chosen steps, and at some of them the histograms too: at the first ones, then as often as takes half a
 * percent of a step's work each ({@link Pace}). It keeps at most {@link #MOST} steps, and of histograms {@link #MOST_HISTOGRAMS}: when they
 * are full, every second is dropped and the steps between them double. Any thread may ask while it grows.
 */
public final class VitalsWatch implements Onlooker {

    public static final int MOST = 512;
    public static final int MOST_HISTOGRAMS = 64;
    private static final double SHARE = 0.005;
    /** Each parameter is gone through so often for its histograms. */
    private static final int FOR_HISTOGRAMS = 10;

    private final double share;
    private final Spaced<Vitals> vitals = new Spaced<>(MOST);
    private final Spaced<List<LayerHistograms>> histograms = new Spaced<>(MOST_HISTOGRAMS);
    private Optional<Network> watching = Optional.empty();
    private List<Watched.OfLayer> layers = List.of();
    private List<Histogram> gradients = List.of();
    private Pace pace;
    private Pace histogramPace;
    private boolean measuring;

    public VitalsWatch() {
        this(SHARE);
    }

    /** @param share of a step's work that vitals may take, and as much for histograms */
    VitalsWatch(double share) {
        this.share = share;
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
        Network network = trainer.setup().network();
        if (watching.filter(each -> each == network).isEmpty()) {
            watching = Optional.of(network);
            layers = Watched.of(network);
            pace = new Pace(trainer, share, 1, 0.25);
            histogramPace = new Pace(trainer, share, FOR_HISTOGRAMS, 1);
        }
        layers.forEach(each -> {
            each.weights().keep();
            each.biases().ifPresent(Watched::keep);
        });
        gradients = histograms.isDue(step) ? layers.stream().map(each -> each.weights().gradients()).toList() : List.of();
    }

    @Override
    public void afterStep(Trainer trainer, TrainingEvent.Stepped event) {
        if (!measuring) {
            return;
        }
        measuring = false;
        List<LayerVitals> measured = new ArrayList<>();
        for (Watched.OfLayer each : layers) {
            Norms norms = each.weights().norms();
            measured.add(new LayerVitals(each.name(), norms.ratio(), norms.gradient(), norms.value(), each.biases().map(Watched::norms)));
        }
        vitals.add(event.step(), new Vitals(event.step(), event.epoch(), measured, event.rate(), event.momentum()));
        vitals.waitUntil(pace.after(event.step(), event.count()));
        if (!gradients.isEmpty()) {
            List<LayerHistograms> all = new ArrayList<>();
            for (int i = 0; i < layers.size(); i++) {
                all.add(layers.get(i).weights().histograms(event.step(), event.epoch(), layers.get(i).name(), gradients.get(i)));
            }
            histograms.add(event.step(), List.copyOf(all));
            histograms.waitUntil(histogramPace.after(event.step(), event.count()));
        }
    }
}
