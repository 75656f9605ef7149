package tadpole.app.pane.studio.harmonize;

import tadpole.engine.picture.pull.PullName;

/** How each kind of loss looks and is called, in bars and curves. */
record Looks(String label, String token, int curve, String help) {

    static Looks of(PullName.Kind kind) {
        return switch (kind) {
            case STYLE -> new Looks("style", "style", 0, "Wants the painting's strokes: Gram matrices of the features.");
            case HISTOGRAM -> new Looks("histogram", "histogram", 1, "Wants each feature channel as often as strong as in the painting: steadies the colors.");
            case CONTENT -> new Looks("content", "content", 2, "Wants the object to stay what it is.");
            case SMOOTH -> new Looks("smooth", "smooth", 5, "Wants neighboring pixels alike: total variation.");
            case COLOR -> new Looks("color", "color", 3, "Wants the painting's colors, as a whole; not in the published method. Every loss pulls with the same length however nearly it is solved, so this share stays large.");
            case RANGE -> new Looks("range", "range", 4, "Wants every pixel between black and white.");
        };
    }
}
