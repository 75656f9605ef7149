package tadpole.engine.picture.insight;

/** What one sees inside of a harmonization. */
public sealed interface Insight permits LayerMaps, LayerMasks, Grams, Histograms, Patches {

    /** What was asked. */
    InsightQuestion question();
}
