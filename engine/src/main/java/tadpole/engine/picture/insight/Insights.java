package tadpole.engine.picture.insight;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.feature.FeatureNetwork;
import tadpole.engine.picture.feature.FeatureRun;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Tensor;

/**
 * Answers what one wants to see with the very classes that the harmonization works with. Keeps the painting's maps of the last question. For
 * one thread at a time.
 */
public final class Insights {

    private record Seen(FeatureNetwork features, Picture picture, String layer, Tensor maps) {

        private boolean isOf(FeatureNetwork wanted, Picture looked, String of) {
            return features == wanted && picture == looked && layer.equals(of);
        }
    }

    private final Device device;
    private Optional<FeatureRun> run = Optional.empty();
    private Optional<Seen> painting = Optional.empty();

    public Insights(Device device) {
        this.device = device;
    }

    /** @param superseded asked often, by several threads: whether nobody waits for the answer any more; it is then empty */
    public Optional<Insight> answer(InsightQuestion question, BooleanSupplier superseded) {
        Answer answer = new Answer();
        boolean whole = device.runUntil(superseded, () -> answer.insight = Optional.of(insight(question)));
        return whole ? answer.insight : Optional.empty();
    }

    private static final class Answer {
        private Optional<Insight> insight = Optional.empty();
    }

    private Insight insight(InsightQuestion question) {
        return switch (question.kind()) {
            case MAPS -> maps(question);
            default -> throw new UnsupportedOperationException(question.kind().toString());
        };
    }

    private LayerMaps maps(InsightQuestion question) {
        Tensor current = mapsOf(question, question.subject().current());
        Tensor beside = paintingMaps(question);
        return new LayerMaps(question, current, beside, Math.max(most(current), most(beside)));
    }

    private Tensor paintingMaps(InsightQuestion question) {
        FeatureNetwork features = question.subject().features();
        Picture picture = question.subject().scene().painting();
        if (painting.filter(seen -> seen.isOf(features, picture, question.layer())).isEmpty()) {
            painting = Optional.of(new Seen(features, picture, question.layer(), mapsOf(question, picture)));
        }
        return painting.get().maps();
    }

    private Tensor mapsOf(InsightQuestion question, Picture picture) {
        FeatureNetwork features = question.subject().features();
        if (run.filter(now -> now.features() == features && now.layers().equals(List.of(question.layer()))).isEmpty()) {
            run = Optional.of(new FeatureRun(features, List.of(question.layer()), device));
        }
        return run.get().forward(picture.values()).get(question.layer()).copy();
    }

    private static float most(Tensor maps) {
        float most = 0;
        for (int i = 0; i < maps.size(); i++) {
            most = Math.max(most, maps.data()[i]);
        }
        return most;
    }
}
