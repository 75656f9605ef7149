package tadpole.app.pane.playground.points;

/**
 * The weights that a run starts from.
 *
 * @param weights all parameters, in order
 * @param byHand  whether they are given, by hand or by a file, instead of drawn by the seed alone
 */
record PlayStart(float[] weights, boolean byHand) {

    static final PlayStart NONE = new PlayStart(new float[0], false);

    PlayStart {
        weights = weights.clone();
    }

    PlayStart with(int place, float value) {
        float[] changed = weights.clone();
        changed[place] = value;
        return new PlayStart(changed, true);
    }
}
