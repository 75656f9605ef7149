package tadpole.app.pane.train.inside;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tadpole.app.pane.train.Run;
import tadpole.engine.insight.LayerHistograms;
import tadpole.engine.insight.Vitals;

/** All that was measured on the way to where a run stands: of a branch also what its parent went through before. */
final class VitalsOfRun {

    private VitalsOfRun() {}

    static List<Vitals> all(Run run) {
        List<Vitals> own = run.vitals().all();
        return run.origin().map(origin -> Stream.concat(
                all(origin.parent()).stream().filter(each -> each.step() <= origin.step()), own.stream()).toList()).orElse(own);
    }

    /** Of one layer; empty where it has no weights. */
    static List<LayerHistograms> histograms(Run run, String layer) {
        List<LayerHistograms> all = new ArrayList<>();
        run.origin().ifPresent(origin ->
                histograms(origin.parent(), layer).stream().filter(each -> each.step() <= origin.step()).forEach(all::add));
        run.vitals().histograms().forEach(step -> step.stream().filter(each -> each.layer().equals(layer)).forEach(all::add));
        return all;
    }
}
