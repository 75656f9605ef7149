package tadpole.engine.picture.insight;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.harmonize.HistogramPull;
import tadpole.engine.picture.harmonize.Matches;
import tadpole.engine.picture.harmonize.PaintingMask;
import tadpole.engine.picture.harmonize.WorkLook;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Tensor;

/**
 * Answers what one wants to see with the very classes that the harmonization works with. Keeps what belongs to the scene of the last question,
 * as the current picture changes often and the rest seldom. For one thread at a time.
 */
public final class Insights {

    /** Multiply-adds of a matching that somebody waits for. */
    private static final double MOST_PRODUCTS = 2.5e11;

    private final Device device;
    private Optional<Kept> kept = Optional.empty();

    private static final class Kept {
        private final InsightSubject subject;
        private final WorkLook look;
        private final Map<String, Tensor> painting = new HashMap<>();
        private Optional<Picture> matched = Optional.empty();
        private Mask chosen;

        private Kept(InsightSubject subject, Device device) {
            this.subject = subject;
            this.look = new WorkLook(subject.scene(), subject.settings(), subject.features(), device);
        }

        /** What pass 2 takes from the painting; matched anew only where the picture is another. */
        private Mask chosen(Picture picture) {
            if (matched.filter(each -> each == picture).isEmpty()) {
                matched = Optional.empty();
                chosen = look.chosen(picture);
                matched = Optional.of(picture);
            }
            return chosen;
        }

        /** Of the last layer only: the first ones of a large network are large. */
        private Tensor painting(String layer) {
            if (!painting.containsKey(layer)) {
                painting.clear();
                painting.put(layer, look.maps(look.painting(), layer));
            }
            return painting.get(layer);
        }
    }

    private static final class Answer {
        private Optional<Insight> insight = Optional.empty();
    }

    public Insights(Device device) {
        this.device = device;
    }

    /**
     * @param superseded asked often, by several threads: whether nobody waits for the answer any more; it is then empty
     * @throws IllegalArgumentException in one sentence where the picture is too small for the layer, or too much would have to be compared
     */
    public Optional<Insight> answer(InsightQuestion question, BooleanSupplier superseded) {
        Answer answer = new Answer();
        boolean whole = device.runUntil(superseded, () -> answer.insight = Optional.of(insight(question)));
        return whole ? answer.insight : Optional.empty();
    }

    private Insight insight(InsightQuestion question) {
        if (kept.filter(now -> now.subject.isSameBut(question.subject())).isEmpty()) {
            kept = Optional.of(new Kept(question.subject(), device));
        }
        Kept now = kept.orElseThrow();
        return switch (question.kind()) {
            case MAPS -> maps(question, now);
            case MASKS -> masks(question, now.look);
            case GRAMS -> grams(question, now);
            case HISTOGRAM -> histograms(question, now);
            case PATCHES -> patches(question, now);
        };
    }

    private static LayerMaps maps(InsightQuestion question, Kept now) {
        Tensor current = now.look.maps(now.look.pixels(question.subject().current()), question.layer());
        return new LayerMaps(question, current, now.painting(question.layer()));
    }

    private static LayerMasks masks(InsightQuestion question, WorkLook look) {
        int side = Math.min(look.crop().height(), look.crop().width());
        List<String> layers = question.subject().features().layers().stream().filter(layer -> question.subject().features().leastSize(layer) <= side).toList();
        Map<String, Mask> tight = look.tightAt(layers);
        Map<String, Mask> loose = look.looseAt(layers);
        List<LayerMasks.Row> rows = new ArrayList<>();
        rows.add(new LayerMasks.Row(LayerMasks.PIXELS, look.tight(), look.loose()));
        layers.forEach(layer -> rows.add(new LayerMasks.Row(layer, tight.get(layer), loose.get(layer))));
        return new LayerMasks(question, rows);
    }

    private static Grams grams(InsightQuestion question, Kept now) {
        Mask chosen = now.chosen(question.subject().matched());
        LayerMaps maps = maps(question, now);
        return new Grams(question, now.look.target(maps.painting(), chosen, question.layer()), now.look.gram(maps.current(), question.layer()), maps);
    }

    private static Histograms histograms(InsightQuestion question, Kept now) {
        Mask chosen = now.chosen(question.subject().matched());
        LayerMaps maps = maps(question, now);
        String layer = question.layer();
        Tensor remapped = now.look.remapped(maps.current(), maps.painting(), chosen, layer);
        Mask of = PaintingMask.nearest(chosen, maps.painting().shape().at(1), maps.painting().shape().at(2));
        return new Histograms(question, maps, remapped, HistogramPull.places(now.look.looseAt(List.of(layer)).get(layer)), HistogramPull.places(of));
    }

    private static Patches patches(InsightQuestion question, Kept now) {
        String layer = question.layer();
        double places = HistogramPull.places(now.look.looseAt(List.of(layer)).get(layer)).length;
        int step = question.subject().features().pixelsPerPlace(layer);
        double compared = (double) now.look.painting().shape().at(1) * now.look.painting().shape().at(2) / (step * step);
        if (places * compared * question.subject().features().channels(layer) > MOST_PRODUCTS) {
            throw new IllegalArgumentException("At %s, %.0f places would be compared with %.0f of the painting: too many to wait for. Choose a deeper layer."
                    .formatted(layer, places, compared));
        }
        LayerMaps maps = maps(question, now);
        Matches matched = now.look.matched(maps.current(), maps.painting(), layer);
        return new Patches(question, maps, matched, now.look.refined(matched, maps.painting(), layer), question.subject().features().reach(layer),
                now.look.crop(), now.look.scale());
    }
}
