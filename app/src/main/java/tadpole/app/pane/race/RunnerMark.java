package tadpole.app.pane.race;

import javafx.scene.shape.SVGPath;
import tadpole.app.chart.RaceMark;

/** Who races, by marker and color, as the charts draw it. */
final class RunnerMark extends SVGPath {

    private static final double RADIUS = 4.5;

    RunnerMark(int contestant) {
        show(contestant);
    }

    void show(int contestant) {
        setContent(RaceMark.path(contestant, RADIUS));
        getStyleClass().setAll("mark-" + RaceMark.token(contestant));
    }
}
