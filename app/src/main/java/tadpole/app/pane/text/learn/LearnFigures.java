package tadpole.app.pane.text.learn;

/**
 * The figures of a run, as they stand in large type; NaN where nothing can be said yet.
 *
 * @param loss       running average of the training's nats a token
 * @param validation nats a token, after the last epoch
 * @param speed      tokens a second
 */
record LearnFigures(long step, double epoch, double loss, double validation, double best, double speed, double rate) {

    static final LearnFigures NONE = new LearnFigures(0, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
}
