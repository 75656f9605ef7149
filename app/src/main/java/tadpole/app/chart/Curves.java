package tadpole.app.chart;

import java.util.List;

/**
 * A run as it stands at one moment, ready to be drawn on any thread.
 *
 * @param batchLoss         of single batches
 * @param averageLoss       exponential average of the batches' losses
 * @param averageAccuracy   the same of their accuracies, between 0 and 1
 * @param trainAccuracy     after each epoch
 * @param heldOutLoss       after each epoch
 * @param heldOutAccuracy   after each epoch
 * @param sameBatchSize     whether every step so far took as many samples as planned
 */
record Curves(
        RunFrame frame,
        Points batchLoss,
        Points averageLoss,
        Points averageAccuracy,
        Points trainAccuracy,
        Points heldOutLoss,
        Points heldOutAccuracy,
        List<Flag> flags,
        boolean sameBatchSize) {}
