package tadpole.app.pane.train;

import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import tadpole.app.job.Newest;
import tadpole.app.job.WorkState;
import tadpole.app.shell.Desk;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.Split;

/** Which images the strip shows, and what the network that is looked at says of them. On the JavaFX thread. */
final class StripModel {

    private final Desk desk;
    private final Executor background;
    private final ReadOnlyObjectWrapper<Optional<News.Looked>> strip = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty onlyMistakes = new SimpleBooleanProperty();
    private final IntegerProperty size = new SimpleIntegerProperty(11);
    private final Newest<Sight> newest;
    private Optional<Sight> back = Optional.empty();

    StripModel(Desk desk, Executor background) {
        this.desk = desk;
        this.background = background;
        this.newest = new Newest<>(background, this::ask);
    }

    ReadOnlyObjectProperty<Optional<News.Looked>> stripProperty() {
        return strip.getReadOnlyProperty();
    }

    BooleanProperty onlyMistakesProperty() {
        return onlyMistakes;
    }

    /** How many images find room. */
    IntegerProperty sizeProperty() {
        return size;
    }

    Glance glance() {
        return new Glance(onlyMistakes.get(), size.get());
    }

    /** The images that nobody was asked about yet. */
    void showUnasked(Dataset dataset) {
        Split split = dataset.test().orElse(dataset.train());
        strip.set(dataset.hasPictures() ? Optional.of(new News.Looked(split, TestStrip.unseen(split, size.get()))) : Optional.empty());
    }

    /** What a run that goes on said last. */
    void show(Run run) {
        run.looked().ifPresent(looked -> strip.set(Optional.of(looked)));
    }

    /** A recorded moment, or where the run stands. */
    void see(Optional<Sight> sight) {
        back = sight.filter(each -> !each.live() && each.run().dataset().hasPictures());
        back.ifPresentOrElse(newest::ask, newest::drop);
    }

    /** While it runs the next look follows by itself; while it stands still somebody has to ask. */
    void lookAnew(Run run) {
        run.setGlance(glance());
        if (back.isPresent()) {
            newest.ask(back.get());
            return;
        }
        if (run.state() != WorkState.RUNNING) {
            background.execute(() -> run.lookNow().ifPresent(looked -> desk.jobs().ui().execute(() -> {
                run.show(looked);
                if (back.isEmpty()) {
                    show(run);
                }
            })));
        }
    }

    private void ask(Sight sight) {
        TestStrip test = new TestStrip(sight.network(), desk.device());
        News.Looked looked = new News.Looked(test.split(), test.look(onlyMistakes.get(), size.get()));
        desk.jobs().ui().execute(() -> {
            if (back.isPresent()) {
                strip.set(Optional.of(looked));
            }
        });
    }
}
