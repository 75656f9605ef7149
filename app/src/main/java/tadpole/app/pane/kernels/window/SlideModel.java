package tadpole.app.pane.kernels.window;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import tadpole.app.chart.Digits;
import tadpole.app.pane.kernels.KernelsModel;
import tadpole.app.pane.kernels.KernelsModel.Place;
import tadpole.engine.convolution.Convolved;

/** The window on its way over all places, row by row. Time comes from outside. */
final class SlideModel {

    /** Where no window is under way. */
    static final int NOWHERE = -1;

    private static final double SLOWEST = 1;
    private static final double LEAST_FASTEST = 60;
    /** At the greatest speed the whole picture takes so many seconds. */
    private static final double QUICKEST_SECONDS = 4;
    private static final double STANDARD_PACE = 0.55;

    private final KernelsModel model;
    private final BooleanProperty playing = new SimpleBooleanProperty();
    private final ReadOnlyIntegerWrapper reached = new ReadOnlyIntegerWrapper(NOWHERE);
    private final DoubleProperty pace = new SimpleDoubleProperty(STANDARD_PACE);
    private Optional<Grid> grid = Optional.empty();
    private double owed;

    private record Grid(int height, int width) {

        private static Grid of(Convolved shown) {
            return new Grid(shown.height(), shown.width());
        }
    }

    SlideModel(KernelsModel model) {
        this.model = model;
        model.convolvedProperty().subscribe(now -> {
            // A place of another grid is none of this one.
            if (!grid.equals(now.map(Grid::of))) {
                end();
            }
            grid = now.map(Grid::of);
        });
    }

    BooleanProperty playingProperty() {
        return playing;
    }

    /** The place where the window is, counted row by row; {@link #NOWHERE} where none is under way. */
    ReadOnlyIntegerProperty reachedProperty() {
        return reached.getReadOnlyProperty();
    }

    /** From 0, slow enough to reckon along, to 1, the whole picture in some seconds. */
    DoubleProperty paceProperty() {
        return pace;
    }

    boolean isUnderWay() {
        return reached.get() > NOWHERE;
    }

    /** So many places of the output are there; what lies behind them is veiled. */
    int veiledFrom() {
        return isUnderWay() ? reached.get() + 1 : Integer.MAX_VALUE;
    }

    double placesPerSecond() {
        double fastest = Math.max(LEAST_FASTEST, (last() + 1) / QUICKEST_SECONDS);
        return SLOWEST * Math.pow(fastest / SLOWEST, pace.get());
    }

    /** "25 places/s" or, where whole rows go by, "12 rows/s". */
    String speed() {
        double places = placesPerSecond();
        double rows = places / Math.max(1, width());
        return rows >= 10 ? Math.round(rows) + " rows/s" : places < 10 ? Digits.two(places) + " places/s" : Math.round(places) + " places/s";
    }

    /** "37 of 1024"; empty where no window is under way. */
    String progress() {
        return isUnderWay() ? "%d of %d".formatted(reached.get() + 1, last() + 1) : "";
    }

    void playOrPause() {
        if (model.convolvedProperty().get().isEmpty()) {
            return;
        }
        if (!playing.get() && reached.get() >= last()) {
            reached.set(NOWHERE);
        }
        if (!playing.get() && !isUnderWay()) {
            go(0);
        }
        owed = 0;
        playing.set(!playing.get());
    }

    /** Time went by. */
    void tick(double seconds) {
        if (!playing.get()) {
            return;
        }
        owed += seconds * placesPerSecond();
        int places = (int) owed;
        owed -= places;
        if (places > 0) {
            int to = reached.get() + places;
            // Whole rows, as nobody follows single places any more.
            go(places >= width() ? to / width() * width() + width() - 1 : to);
        }
    }

    /** One place on; the one that is looked at where the window is not under way. */
    void step() {
        playing.set(false);
        go(isUnderWay() ? reached.get() + 1 : model.placeProperty().get().map(at -> at.y() * width() + at.x()).orElse(0));
    }

    void back() {
        playing.set(false);
        go(Math.max(0, reached.get() - 1));
    }

    /** To the first place, and stays there. */
    void restart() {
        playing.set(false);
        go(0);
    }

    /** The whole output is seen again. */
    void end() {
        playing.set(false);
        reached.set(NOWHERE);
    }

    private void go(int wanted) {
        Optional<Convolved> shown = model.convolvedProperty().get();
        if (shown.isEmpty()) {
            return;
        }
        int to = Math.clamp(wanted, 0, last());
        reached.set(to);
        int channel = model.placeProperty().get().map(Place::channel).orElse(0);
        model.placeProperty().set(Optional.of(new Place(channel, to / width(), to % width())));
        if (to == last()) {
            playing.set(false);
        }
    }

    private int last() {
        return model.convolvedProperty().get().map(shown -> shown.height() * shown.width() - 1).orElse(0);
    }

    private int width() {
        return model.convolvedProperty().get().map(Convolved::width).orElse(1);
    }
}
