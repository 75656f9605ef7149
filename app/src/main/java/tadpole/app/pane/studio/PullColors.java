package tadpole.app.pane.studio;

import tadpole.engine.picture.pull.PullName;

/** The color of each kind of loss, the same in every room: a look of {@link tadpole.app.chart.RaceMark}. */
public final class PullColors {

    private PullColors() {}

    public static int look(PullName.Kind kind) {
        return switch (kind) {
            case STYLE -> 0;
            case HISTOGRAM -> 1;
            case CONTENT -> 2;
            case COLOR -> 3;
            case RANGE -> 4;
            case SMOOTH -> 5;
        };
    }
}
