package tadpole.engine.picture.harmonize;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.picture.Crop;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.feature.FeatureRun;
import tadpole.engine.picture.finish.DetailTransfer;
import tadpole.engine.picture.finish.Finish;
import tadpole.engine.picture.finish.FinishPlan;
import tadpole.engine.picture.finish.Finished;
import tadpole.engine.picture.finish.TotalVariationSwitch;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.picture.pull.PixelAdam;
import tadpole.engine.picture.pull.PixelLbfgs;
import tadpole.engine.picture.pull.PixelOptimizer;
import tadpole.engine.picture.pull.PullName;
import tadpole.engine.picture.pull.PullValue;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Tensor;

/** One run of a {@link Harmonizer}: leg after leg, then the finish. */
final class HarmonizeRun {

    /** Something of the object must be left for content to begin with. */
    private static final double MOST_PATCHES = 0.8;
    private static final long PREVIEW_NANOS = 400_000_000L;

    private final HarmonizeOrder order;
    private final Device device;
    private final Consumer<HarmonizeEvent> listener;
    private final Set<PullName> muted;
    private final JobControl control;
    private final Settings settings;
    private final List<Leg> legs;
    private final Layover layover;
    private final Pace pace;
    private final Map<Stage, Picture> ended = new EnumMap<>(Stage.class);

    private int leg;
    private int iteration;
    private WorkArea area;
    private Tensor pixels;
    /** What the leg begins with, before the painting's patches come into it. */
    private Tensor base;
    private Optional<Tensor> first = Optional.empty();
    private Optional<Descent> descent = Optional.empty();
    private Map<String, Tensor> memory = Map.of();
    private long previewed;

    HarmonizeRun(HarmonizeOrder order, Optional<HarmonizeState> from, Device device, Consumer<HarmonizeEvent> listener, Set<PullName> muted,
            JobControl control) {
        this.order = order;
        this.device = device;
        this.listener = listener;
        this.muted = muted;
        this.control = control;
        this.settings = order.settings();
        this.legs = Leg.of(order);
        this.layover = new Layover(order.scene(), settings.decimal("ragged"), device);
        this.pace = new Pace(order, legs, control);
        from.ifPresentOrElse(this::restore, () -> begin(0));
    }

    JobOutcome<Harmonized> run() {
        boolean told = false;
        while (leg < legs.size()) {
            Leg now = legs.get(leg);
            if (now.isFirst() || !told) {
                listener.accept(new HarmonizeEvent.Began(now.stage(), now.ofStage()));
                told = true;
            }
            if (!walk(now) || !end(now) || !next()) {
                return stopped();
            }
        }
        return finish();
    }

    /** All steps of a leg. @return whether it came to its end */
    private boolean walk(Leg now) {
        pace.report(now, leg, iteration);
        while (iteration < now.iterations()) {
            if (!control.proceed() || descent.isEmpty() && !device.runUntil(control::isStopped, this::prepare)) {
                return false;
            }
            Descent going = descent.orElseThrow();
            Set<PullName> silent = Set.copyOf(muted);
            int every = settings.whole("sharesEvery");
            boolean measured = every > 0 && iteration % every == 0;
            if (!device.runUntil(control::isStopped, () -> going.pull(silent, measured))) {
                return false;
            }
            List<PullValue> values = going.step(silent);
            iteration++;
            listener.accept(new HarmonizeEvent.Iterated(now.stage(), now.before() + iteration, now.ofStage(), values));
            pace.report(now, leg, iteration);
            preview(now);
        }
        return true;
    }

    /** Tells what came of a stage. @return whether it was not stopped meanwhile */
    private boolean end(Leg now) {
        if (!now.isLast()) {
            return true;
        }
        Optional<Tensor> whole = now.stage() == Stage.PASS_1 ? Optional.of(area.enlarged(order.scene(), pixels, device)) : large();
        whole.map(layover::of).ifPresent(picture -> {
            ended.put(now.stage(), picture);
            listener.accept(new HarmonizeEvent.Ended(now.stage(), picture));
        });
        return whole.isPresent();
    }

    private void preview(Leg now) {
        long time = System.nanoTime();
        if (previewed == 0 || time - previewed > PREVIEW_NANOS) {
            previewed = time;
            listener.accept(new HarmonizeEvent.Preview(now.stage(), now.before() + iteration, shown()));
        }
    }

    private void begin(int at) {
        leg = at;
        area = area(at);
        pixels = area.composite().copy();
        base = pixels;
    }

    private WorkArea area(int at) {
        Leg now = legs.get(at);
        return WorkArea.of(order.scene(), now.scale(), settings.whole(now.stage() == Stage.PASS_1 ? "margin1" : "margin2"), device);
    }

    /** Goes to the next leg: what it begins with is made of what this one gave. @return whether it was not stopped meanwhile */
    private boolean next() {
        if (leg + 1 < legs.size()) {
            WorkArea then = area(leg + 1);
            boolean other = legs.get(leg + 1).stage() != legs.get(leg).stage();
            boolean larger = then.height() > area.height() && !other;
            Optional<Tensor> carried = larger ? large().map(whole -> Crop.of(WorkArea.resized(whole, then.height(), then.width(), device), then.crop()))
                    : Optional.of(area.to(then, pixels, device));
            if (carried.isEmpty()) {
                return false;
            }
            if (other) {
                first = Optional.of(whole(pixels));
            }
            pixels = other && settings.choice("start2").equals("composite") ? then.composite().copy() : carried.get();
            base = pixels;
            area = then;
        }
        descent = Optional.empty();
        memory = Map.of();
        iteration = 0;
        leg++;
        return true;
    }

    /** The whole picture at the scene's own size, with the painting's detail where the work was done smaller; empty when stopped. */
    private Optional<Tensor> large() {
        Scene scene = order.scene();
        if (area.height() == scene.height() && area.width() == scene.width() || !settings.on("detail")) {
            return Optional.of(area.enlarged(scene, pixels, device));
        }
        Mask loose = new Mask(area.height(), area.width(), WorkArea.resized(WorkArea.plane(scene.loose()), area.height(), area.width(), device).data());
        return new DetailTransfer(scene.painting().values(), area.painting(), device).of(whole(pixels), loose, settings.whole("seed"), control);
    }

    /** Worked-on pixels in the whole picture of the area's size. */
    private Tensor whole(Tensor worked) {
        Tensor whole = area.painting().copy();
        Crop.paste(worked, whole, area.crop());
        return whole;
    }

    private void prepare() {
        boolean pass1 = legs.get(leg).stage() == Stage.PASS_1;
        Targets targets = new Targets(order.features(), settings, area, tv0(), device);
        List<Acting> all = pass1 ? targets.pass1() : second(targets);
        if (Acting.layers(all).isEmpty()) {
            throw new IllegalArgumentException("Nothing pulls at the picture in %s: give content, style or histogram a weight.".formatted(
                    legs.get(leg).stage().label().toLowerCase(java.util.Locale.ROOT)));
        }
        FeatureRun run = new FeatureRun(order.features(), Acting.layers(all), device);
        PixelOptimizer optimizer = optimizer(settings.decimal(pass1 ? "rate1" : "rate2"));
        if (!memory.isEmpty()) {
            optimizer.restore(memory);
            memory = Map.of();
        }
        descent = Optional.of(new Descent(run, all, settings.on(pass1 ? "unit1" : "unit2"), area.loose(), optimizer, pixels, device));
    }

    private List<Acting> second(Targets targets) {
        Targets.Pass2 second = targets.pass2(Crop.of(WorkArea.resized(first.orElseThrow(), area.height(), area.width(), device), area.crop()));
        double share = Math.min(MOST_PATCHES, settings.decimal("patches2") * settings.decimal("tau"));
        if (share > 0 && iteration == 0 && legs.get(leg).isFirst()) {
            pixels = targets.begun(base, second.refined(), share);
        }
        return second.all();
    }

    private double tv0() {
        return switch (settings.choice("automatic")) {
            case "authors" -> TotalVariationSwitch.authors(order.scene().painting(), device);
            case "article" -> TotalVariationSwitch.article(order.scene().painting(), device);
            default -> 0;
        };
    }

    private PixelOptimizer optimizer(double rate) {
        if (settings.choice("optimizer").equals("adam")) {
            return new PixelAdam(rate, pixels.size(), device);
        }
        PixelLbfgs.Plan plan = new PixelLbfgs.Plan(rate, settings.whole("history"), settings.on("guarded"), settings.decimal("firstStep"),
                settings.decimal("stepCap"));
        return new PixelLbfgs(plan, pixels.size(), device);
    }

    private JobOutcome<Harmonized> finish() {
        listener.accept(new HarmonizeEvent.Began(Stage.FINISH, 1));
        Optional<Picture> last = Optional.ofNullable(ended.get(Stage.PASS_2)).or(() -> large().map(layover::of));
        if (last.isEmpty()) {
            return stopped();
        }
        Picture result = last.get();
        if (settings.on("finish")) {
            FinishPlan plan = new FinishPlan(settings.whole("guideRadius"), settings.decimal("guideEpsilon"), 2 * settings.whole("patchRadius") + 1,
                    settings.whole("rounds"), settings.decimal("detailSigma"), settings.whole("seed"));
            Scene scene = order.scene();
            if (!control.proceed()) {
                return stopped();
            }
            Optional<Finished> finished = Finish.of(result, scene.composite(), scene.painting(), scene.tight(), plan, device, control);
            if (finished.isEmpty()) {
                return stopped();
            }
            result = Picture.ofBytes(scene.composite().name(), finished.get().picture().values());
        }
        ended.put(Stage.FINISH, result);
        listener.accept(new HarmonizeEvent.Ended(Stage.FINISH, result));
        pace.done();
        return new JobOutcome.Finished<>(new Harmonized(result, Map.copyOf(ended), Optional.empty()));
    }

    private Picture shown() {
        return layover.shown(area, pixels);
    }

    private JobOutcome<Harmonized> stopped() {
        return new JobOutcome.Stopped<>(new Harmonized(shown(), Map.copyOf(ended), Optional.of(state())));
    }

    private HarmonizeState state() {
        Map<String, Tensor> tensors = new HashMap<>();
        tensors.put("pixels", (iteration == 0 ? base : pixels).copy());
        first.ifPresent(each -> tensors.put("first", each.copy()));
        Map<String, Tensor> kept = descent.map(each -> each.optimizer().state()).orElse(memory);
        if (iteration > 0) {
            kept.forEach((name, tensor) -> tensors.put("optimizer." + name, tensor.copy()));
        }
        ended.forEach((stage, picture) -> tensors.put(HarmonizeState.ENDED + stage, picture.values()));
        String silent = muted.stream().map(name -> name.kind() + " " + name.layer()).sorted().collect(Collectors.joining(","));
        Map<String, String> facts = new HashMap<>(Origin.of(order).hashes());
        int done = legs.subList(0, leg).stream().mapToInt(Leg::iterations).sum() + iteration;
        facts.putAll(Map.of("done", "" + done, "leg", "" + leg, "iteration", "" + iteration, "muted", silent));
        return new HarmonizeState(tensors, facts);
    }

    private void restore(HarmonizeState state) {
        state.requireFor(order);
        leg = Integer.parseInt(state.facts().get("leg"));
        iteration = Integer.parseInt(state.facts().get("iteration"));
        muted.addAll(state.muted());
        area = area(Math.min(leg, legs.size() - 1));
        Tensor was = state.tensors().get("pixels");
        if (!was.shape().equals(area.composite().shape())) {
            throw new IllegalArgumentException("The stopped run worked on %s pixels, this one would on %s: begin anew.".formatted(was.shape(), area.composite().shape()));
        }
        pixels = was.copy();
        base = pixels;
        first = Optional.ofNullable(state.tensors().get("first")).map(Tensor::copy);
        Map<String, Tensor> kept = new HashMap<>();
        state.tensors().forEach((name, tensor) -> {
            if (name.startsWith("optimizer.")) {
                kept.put(name.substring("optimizer.".length()), tensor);
            }
        });
        ended.putAll(state.ended(order.scene().composite().name()));
        memory = kept;
    }
}
