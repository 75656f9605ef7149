package tadpole.app.pane.playground.points;

import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tadpole.app.chart.LossTrace;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.Evaluation;
import tadpole.engine.training.Setup;

/** The network that one sees: its newest look, its losses so far, and the weights it started from. */
final class Shown {

    private final Device device;
    private final Lookout lookout;
    private final Pointing pointing;
    private final ReadOnlyObjectWrapper<Look> look = new ReadOnlyObjectWrapper<>(new Look());
    private Inks inks;
    private PlayStart start = PlayStart.NONE;
    private Optional<Probe> probe = Optional.empty();
    private LossTrace losses = new LossTrace(2, "test");

    /**
     * @param background where networks are looked at
     * @param ui         where looks are shown
     */
    Shown(Executor background, Executor ui, Device device, Pointing pointing, Inks inks) {
        this.device = device;
        this.pointing = pointing;
        this.inks = inks;
        this.lookout = new Lookout(background, ui, question(), this::show);
        pointing.hoveredProperty().addListener((_, _, _) -> lookout.ask(question()));
        pointing.pickedProperty().addListener((_, _, _) -> lookout.ask(question()));
    }

    /** Another one with every new picture; its columns are missing before the first. */
    ReadOnlyObjectProperty<Look> lookProperty() {
        return look.getReadOnlyProperty();
    }

    LossTrace losses() {
        return losses;
    }

    void setInks(Inks now) {
        inks = now;
        lookout.ask(question());
    }

    private Look.Question question() {
        return new Look.Question(pointing.shown(), pointing.pickedProperty().get(), inks);
    }

    private Look show(Look now) {
        Look before = look.get();
        if (now.of() == probe.orElse(null)) {
            judged(now.step(), now.train(), now.test());
        }
        look.set(now);
        return before;
    }

    /** Another point of the losses' curves. */
    void judged(long step, Evaluation train, Optional<Evaluation> test) {
        losses.add(step, train.loss(), test.map(Evaluation::loss).orElse(Double.NaN));
    }

    /** Begins with a network at its very start. @throws SettingException where its parts do not fit each other */
    void begin(PlayDraft draft) throws SettingException {
        probe = Optional.empty();
        losses = new LossTrace(draft.classes(), "test");
        Setup setup = Setup.of(draft.experiment(), draft.dataset());
        Probe fresh = new Probe(setup, draft.columns(), draft.reach(), device);
        probe = Optional.of(fresh);
        lookout.watch(fresh, setup.network().parameters());
        start = new PlayStart(lookout.weights(draft.columns().parameters()), !draft.experiment().start().isEmpty());
    }

    boolean isThere() {
        return probe.isPresent();
    }

    PlayStart start() {
        return start;
    }

    /** Starts from these weights, where they are as many. */
    void restart(PlayStart from) {
        if (isThere() && from.weights().length == start.weights().length) {
            start = from;
            lookout.change(now -> System.arraycopy(from.weights(), 0, now, 0, from.weights().length));
        }
    }

    /** The newest weights, those of a step that is not yet shown too. */
    float[] weights() {
        return lookout.weights(start.weights().length);
    }

    /** Sets one of them by hand. */
    void put(int place, float value) {
        lookout.change(now -> now[place] = value);
    }

    /** Who tells of the weights of the present network while it trains. */
    PlayJob.Watcher watcher() {
        Probe of = probe.orElseThrow();
        return (network, step, sure) -> lookout.offer(of, network, step, sure);
    }
}
