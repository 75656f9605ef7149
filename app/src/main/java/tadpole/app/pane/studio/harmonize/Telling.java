package tadpole.app.pane.studio.harmonize;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import tadpole.app.job.RunningJob;
import tadpole.engine.picture.harmonize.Stage;

/** What the room says beside its film: where it is, and what comes next. */
final class Telling {

    private static final String LEFT = " left";
    private static final String POINT = ". ";

    /** How a sentence is meant. */
    enum Kind {
        PLAIN("muted"), REFUSAL("refusal");

        private final String style;

        Kind(String style) {
            this.style = style;
        }

        String style() {
            return style;
        }
    }

    record Line(String text, Kind kind) {}

    private final HarmonizeModel model;
    private final ReadOnlyStringWrapper headline = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Line> line = new ReadOnlyObjectWrapper<>(new Line("", Kind.PLAIN));

    Telling(HarmonizeModel model) {
        this.model = model;
        model.situationProperty().subscribe(_ -> show());
        model.obstacleProperty().subscribe(_ -> show());
        model.lineProperty().subscribe(_ -> show());
        model.placeProperty().subscribe(_ -> show());
        model.estimateProperty().subscribe(_ -> show());
    }

    ReadOnlyStringProperty headlineProperty() {
        return headline.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Line> lineProperty() {
        return line.getReadOnlyProperty();
    }

    private void show() {
        headline.set(switch (model.situation()) {
            case EMPTY -> "";
            case READY -> "Ready";
            case RUNNING, PAUSED -> model.placeProperty().get().map(Telling::where).orElse("Laying the layers together");
            case STOPPED, ENDED -> beforeTheEnd(model.lineProperty().get());
            case FAILED -> "It could not go on";
        });
        line.set(lineNow());
    }

    private Line lineNow() {
        Situation now = model.situation();
        if (now.isGoingOn()) {
            boolean first = model.placeProperty().get().filter(place -> place.stage() == Stage.PASS_1).isPresent();
            return new Line(remaining() + (first ? "\nPass 1 prepares; the object turns to paint in pass 2." : ""), Kind.PLAIN);
        }
        String lack = model.obstacleProperty().get();
        if (!lack.isEmpty()) {
            return new Line(lack, Kind.REFUSAL);
        }
        String said = model.lineProperty().get();
        if (said.isEmpty()) {
            return new Line(model.estimateProperty().get(), Kind.PLAIN);
        }
        return now == Situation.FAILED ? new Line(said, Kind.REFUSAL) : new Line(afterTheEnd(said), Kind.PLAIN);
    }

    /** What was reached: the first sentence of what is said of it. */
    private static String beforeTheEnd(String said) {
        return isOfAnEnd(said) ? said.substring(0, said.indexOf(POINT)) : "Something changed";
    }

    private static String afterTheEnd(String said) {
        return isOfAnEnd(said) ? said.substring(said.indexOf(POINT) + POINT.length()) : said;
    }

    private static boolean isOfAnEnd(String said) {
        return said.contains(POINT);
    }

    private String remaining() {
        String left = model.runningProperty().get().map(RunningJob::remainingText).orElse("");
        return left.endsWith(LEFT) ? left.substring(0, left.length() - LEFT.length()) + " to a finished picture" : left.isEmpty() ? "Estimating how long it takes..." : left;
    }

    /** "Pass 2 of 2 · iteration 96 of 240". */
    static String where(HarmonizeModel.Place place) {
        String stage = switch (place.stage()) {
            case PASS_1, PASS_2 -> place.stage().label() + " of 2";
            case FINISH -> place.stage().label();
        };
        return place.of() <= 1 ? stage : "%s · iteration %d of %d".formatted(stage, place.iteration(), place.of());
    }
}
