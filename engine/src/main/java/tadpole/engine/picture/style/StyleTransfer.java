package tadpole.engine.picture.style;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.Resize;
import tadpole.engine.picture.pull.PixelAdam;
import tadpole.engine.picture.pull.PixelLbfgs;
import tadpole.engine.picture.pull.PixelOptimizer;
import tadpole.engine.picture.pull.PullValue;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * Paints a picture in the style of others: its pixels move until a network finds the content's maps and the styles' statistics in it. Gatys,
 * Ecker, Bethge 2016. Coarse to fine; stopped within an iteration, which is then forgotten.
 */
public final class StyleTransfer implements Job<Styled> {

    private static final long PREVIEW_NANOS = 400_000_000;
    private static final double NOISE = 30;

    private final StyleOrder order;
    private final Optional<StyleState> from;
    private final Device device;
    private final Consumer<StyleEvent> listener;
    private final StyleSizes sizes;
    private final int all;
    private Tensor pixels = Tensor.NONE;
    private Tensor colors = Tensor.NONE;
    private int done;
    private long shown;

    /** @param from where a stopped one was, empty for a new one @param listener told on the thread that runs the job */
    public StyleTransfer(StyleOrder order, Optional<StyleState> from, Device device, Consumer<StyleEvent> listener) {
        this.order = order;
        this.from = from;
        this.device = device;
        this.listener = listener;
        sizes = new StyleSizes(order, device);
        all = sizes.allIterations();
    }

    @Override
    public String name() {
        return "Painting " + order.content().name();
    }

    @Override
    public JobOutcome<Styled> run(JobControl control) {
        StyleLayers layers = StyleLayers.of(order.settings(), order.features());
        Optional<String> refusal = layers.refusal(order.settings(), order.features());
        if (refusal.isPresent()) {
            return new JobOutcome.Failed<>(refusal.get(), new IllegalArgumentException(refusal.get()));
        }
        listener.accept(new StyleEvent.Began(all, layers.notes()));
        int last = sizes.longSides().size() - 1;
        colors = sizes.content(last);
        int first = from.map(state -> state.fact("level")).orElse(0);
        pixels = from.map(state -> state.tensors().get("pixels").copy()).orElseGet(this::start);
        done = from.map(state -> state.fact("done")).orElse(0);
        for (int level = first; level <= last; level++) {
            int begun = level == first ? from.map(state -> state.fact("iteration")).orElse(0) : 0;
            try {
                Optional<StyleState> stopped = level(level, begun, layers, control);
                if (stopped.isPresent()) {
                    return new JobOutcome.Stopped<>(new Styled(picture(), done, stopped));
                }
            } catch (ArithmeticException diverged) {
                return new JobOutcome.Failed<>(diverged.getMessage(), diverged);
            } catch (IllegalArgumentException small) {
                return new JobOutcome.Failed<>(small.getMessage(), small);
            }
        }
        Picture picture = picture();
        listener.accept(new StyleEvent.Ended(picture));
        return new JobOutcome.Finished<>(new Styled(picture, done, Optional.empty()));
    }

    /** @return where it was stopped; empty when the level was done */
    private Optional<StyleState> level(int level, int begun, StyleLayers layers, JobControl control) {
        int[] size = Resize.sizeAt(order.content().height(), order.content().width(), sizes.longSides().get(level));
        boolean goesOn = level == from.map(state -> state.fact("level")).orElse(-1);
        if (!goesOn && (pixels.shape().at(1) != size[0] || pixels.shape().at(2) != size[1])) {
            pixels = Resize.of(pixels, size[0], size[1], Resize.Way.BICUBIC, device);
        }
        PixelOptimizer optimizer = optimizer(pixels.size());
        if (goesOn && begun > 0) {
            optimizer.restore(from.orElseThrow().tensors());
        }
        StyleLevel[] prepared = new StyleLevel[1];
        boolean ready = control.proceed() && device.runUntil(control::isStopped, () ->
                prepared[0] = new StyleLevel(order, layers, sizes.contentGoal(level), sizes.styleGoals(level), device));
        for (int i = begun; i < sizes.iterations(level); i++) {
            List<PullValue> values = new ArrayList<>();
            Tensor[] gradient = new Tensor[1];
            int every = order.settings().whole("sharesEvery");
            boolean measured = every > 0 && i % every == 0;
            if (!ready || !control.proceed() || !device.runUntil(control::isStopped, () -> gradient[0] = prepared[0].gradient(pixels, measured, values))) {
                return Optional.of(state(level, i, optimizer));
            }
            optimizer.step(pixels.data(), gradient[0].data());
            done++;
            tell(values, size, control);
        }
        return Optional.empty();
    }

    private void tell(List<PullValue> values, int[] size, JobControl control) {
        for (PullValue value : values) {
            if (!Double.isFinite(value.loss())) {
                throw new ArithmeticException("The picture ran away at iteration %d: %s is %s. Take Adam, a smaller rate or smaller weights.".formatted(done,
                        value.name(), value.loss()));
            }
        }
        listener.accept(new StyleEvent.Iterated(done, all, size[0], size[1], List.copyOf(values)));
        control.report(new Progress(done, all, "iteration %d of %d at %d×%d".formatted(done, all, size[1], size[0])));
        long now = System.nanoTime();
        if (now - shown >= PREVIEW_NANOS || done == 1) {
            listener.accept(new StyleEvent.Preview(done, picture()));
            shown = System.nanoTime();
        }
    }

    private Tensor start() {
        Tensor content = sizes.contentGoal(0);
        if (order.settings().choice("start").equals("content")) {
            return content.copy();
        }
        RandomGenerator random = new Seed(order.settings().whole("seed")).derive("style noise").generator();
        Tensor noise = Tensor.zeros(content.shape());
        for (int i = 0; i < noise.size(); i++) {
            noise.data()[i] = (float) (127.5 + NOISE * random.nextGaussian());
        }
        return noise;
    }

    private PixelOptimizer optimizer(int size) {
        Settings settings = order.settings();
        return settings.choice("optimizer").equals("adam")
                ? new PixelAdam(settings.decimal("rateAdam"), size, device)
                : new PixelLbfgs(PixelLbfgs.Plan.safe(settings.decimal("rate"), settings.whole("history")), size, device);
    }

    private StyleState state(int level, int iteration, PixelOptimizer optimizer) {
        Map<String, Tensor> tensors = new HashMap<>(optimizer.state());
        tensors.put("pixels", pixels.copy());
        return new StyleState(tensors, Map.of("level", "" + level, "iteration", "" + iteration, "done", "" + done));
    }

    /** As it is now, at the full size, in 0..255. */
    private Picture picture() {
        Shape full = colors.shape();
        Tensor shown = pixels.shape().equals(full) ? pixels : Resize.of(pixels, full.at(1), full.at(2), Resize.Way.BICUBIC, device);
        Tensor values = sizes.keepsColors() ? Luminance.colored(shown, colors) : shown.copy();
        float[] data = values.data();
        for (int i = 0; i < values.size(); i++) {
            data[i] = Math.clamp(data[i], 0f, 255f);
        }
        return Picture.ofBytes(order.content().name(), values);
    }
}
