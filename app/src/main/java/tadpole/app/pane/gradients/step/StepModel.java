package tadpole.app.pane.gradients.step;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import tadpole.app.pane.gradients.Studied;
import tadpole.app.pane.gradients.Subject;
import tadpole.app.shell.Desk;
import tadpole.app.xray.XRayModel;
import tadpole.engine.recipe.SettingException;

/** One step of a network in slow motion: which stage one is at, by hand or played. */
final class StepModel {

    private static final double SECONDS = 2.4;

    private final Desk desk;
    private final Subject subject;
    private final Executor background;
    private final XRayModel xray = new XRayModel();
    private final ReadOnlyObjectWrapper<Optional<TracedSubject>> traced = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<StepStage>> stage = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper lack = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper sample = new ReadOnlyIntegerWrapper();
    private final ObjectProperty<Walk> walk = new SimpleObjectProperty<>(Walk.ALL);
    private final DoubleProperty speed = new SimpleDoubleProperty(1);
    private List<StepStage> stages = List.of();
    private int at;
    /** Counted on the JavaFX thread; what is no longer wanted is not shown. */
    private int wanted;

    /** @param background where steps are traced */
    StepModel(Desk desk, Subject subject, Executor background) {
        this.desk = desk;
        this.subject = subject;
        this.background = background;
        subject.studiedProperty().subscribe(this::trace);
        subject.lackProperty().subscribe(now -> {
            if (!now.isEmpty()) {
                lack.set(now);
            }
        });
        walk.addListener(_ -> enter());
    }

    private void trace(Optional<Studied> studied) {
        wanted++;
        if (studied.isEmpty()) {
            show(Optional.empty(), subject.lackProperty().get());
            return;
        }
        int number = wanted;
        background.execute(() -> {
            try {
                TracedSubject made = TracedSubject.of(studied.get(), desk.device());
                tell(number, Optional.of(made), "");
            } catch (SettingException misfit) {
                tell(number, Optional.empty(), misfit.getMessage());
            }
        });
    }

    private void tell(int number, Optional<TracedSubject> made, String why) {
        desk.jobs().ui().execute(() -> {
            if (number == wanted) {
                show(made, why);
            }
        });
    }

    private void show(Optional<TracedSubject> made, String why) {
        List<String> before = titles();
        traced.set(made);
        lack.set(why);
        sample.set(made.map(now -> Math.min(sample.get(), now.trace().batch() - 1)).orElse(0));
        stages = made.map(now -> Stages.of(now.trace(), sample.get())).orElse(List.of());
        if (!titles().equals(before)) {
            playing.set(false);
            at = 0;
        }
        xray.explain(made.map(TracedSubject::xray));
        enter();
    }

    private List<String> titles() {
        return stages.stream().map(StepStage::title).toList();
    }

    /** Moves into the walk where the present stage is not part of it, and tells where one is. */
    private void enter() {
        if (stages.isEmpty()) {
            stage.set(Optional.empty());
            return;
        }
        if (!walk.get().holds(stages.get(at))) {
            at = walked().getFirst();
        }
        StepStage now = stages.get(at);
        if (!stage.get().map(StepStage::title).equals(Optional.of(now.title()))) {
            xray.close();
        }
        stage.set(Optional.of(now));
    }

    private List<Integer> walked() {
        return IntStream.range(0, stages.size()).filter(i -> walk.get().holds(stages.get(i))).boxed().toList();
    }

    void next() {
        move(1);
    }

    void back() {
        playing.set(false);
        move(-1);
    }

    private void move(int by) {
        List<Integer> all = walked();
        int now = all.indexOf(at) + by;
        if (now < 0 || now >= all.size()) {
            playing.set(false);
            return;
        }
        at = all.get(now);
        enter();
        if (now == all.size() - 1) {
            playing.set(false);
        }
    }

    /** Played from the last stage it begins at the first. */
    void playOrPause() {
        if (stages.isEmpty()) {
            return;
        }
        if (!playing.get() && at == walked().getLast()) {
            at = walked().getFirst();
            enter();
        }
        playing.set(!playing.get());
    }

    /** Back to the first stage. */
    void stop() {
        playing.set(false);
        if (!stages.isEmpty()) {
            at = walked().getFirst();
            enter();
        }
    }

    /** Goes to what happens at a place of the network's drawing, in the part of the step one is in where it happens there too. */
    void goTo(int place) {
        playing.set(false);
        Optional<Phase> phase = stage.get().map(StepStage::phase);
        List<Integer> there = walked().stream().filter(i -> stages.get(i).at() == place).toList();
        there.stream().filter(i -> phase.filter(now -> stages.get(i).phase() == now).isPresent()).findFirst()
                .or(() -> there.stream().findFirst()).ifPresent(i -> {
                    at = i;
                    enter();
                });
    }

    /** Looks at another sample of the batch, around. */
    void look(int by) {
        traced.get().ifPresent(now -> {
            sample.set(Math.floorMod(sample.get() + by, now.trace().batch()));
            stages = Stages.of(now.trace(), sample.get());
            enter();
        });
    }

    /** How long a stage is shown while it plays. */
    double seconds() {
        return SECONDS / speed.get();
    }

    /** Such as "3 of 14". */
    String place() {
        List<Integer> all = walked();
        return all.isEmpty() ? "" : "%d of %d".formatted(all.indexOf(at) + 1, all.size());
    }

    XRayModel xray() {
        return xray;
    }

    Subject subject() {
        return subject;
    }

    ReadOnlyObjectProperty<Optional<TracedSubject>> tracedProperty() {
        return traced.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<StepStage>> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /** What is missing and what to do; empty where nothing is. */
    ReadOnlyStringProperty lackProperty() {
        return lack.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /** Which of the batch is looked at, from 0. */
    ReadOnlyIntegerProperty sampleProperty() {
        return sample.getReadOnlyProperty();
    }

    ObjectProperty<Walk> walkProperty() {
        return walk;
    }

    /** 1: as it was made for people. */
    DoubleProperty speedProperty() {
        return speed;
    }
}
