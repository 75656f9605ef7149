package tadpole.engine.kernel;

/** What the innermost loop of a product reads or writes: a view like {@link Matrix}, but set anew for every tile. */
final class Panel {
    float[] data;
    int at;
    int rowStep;
    int columnStep;

    void set(float[] newData, int newAt, int newRowStep, int newColumnStep) {
        data = newData;
        at = newAt;
        rowStep = newRowStep;
        columnStep = newColumnStep;
    }
}
