package tadpole.app.pane.train;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import tadpole.engine.inspect.Snapshot;
import tadpole.engine.layer.Network;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.training.Moment;
import tadpole.engine.training.Setup;
import tadpole.engine.training.TrainedNetwork;

/** The recorded moments of a run, those of its parent before it left it among them, and networks as they were then. Any thread. */
public final class Past {

    private final Run run;
    private Optional<TrainedNetwork> start = Optional.empty();

    Past(Run run) {
        this.run = run;
    }

    /** The recorded steps, ascending. */
    public long[] steps() {
        long from = run.origin().map(Origin::step).orElse(-1L);
        long[] own = run.recording().steps();
        return run.origin()
                .map(origin -> LongStream.concat(
                        Arrays.stream(origin.parent().past().steps()).filter(step -> step < from), Arrays.stream(own)).toArray())
                .orElse(own);
    }

    /**
     * The recorded moment at a step or before it; empty where nothing is recorded there. It may be read from disk.
     *
     * @throws IOException in one sentence where its file is gone or damaged
     */
    public Optional<Moment> at(long step) throws IOException {
        return of(step).run.recording().at(step);
    }

    /** Of the run that made that step. */
    private Past of(long step) {
        return run.origin().filter(origin -> step < origin.step()).map(origin -> origin.parent().past().of(step)).orElse(this);
    }

    /** Where it stands, recorded now where it was not; waits for the end of a step that runs. */
    Optional<Moment> last() throws IOException {
        run.keepNow();
        return run.recording().at(Long.MAX_VALUE);
    }

    /** What the run began with, built once; nobody writes into it. */
    synchronized TrainedNetwork start() throws SettingException {
        if (start.isEmpty()) {
            Setup setup = Setup.of(run.start(), run.dataset());
            start = Optional.of(new TrainedNetwork(run.start(), run.dataset(), setup, setup.network()));
        }
        return start.get();
    }

    /** Its network where it stands, copied; waits for the end of a step that runs. */
    Sight now() throws SettingException {
        TrainedNetwork base = start();
        Network copy = base.copy();
        long step = run.copyInto(copy).or(() -> run.origin().map(Origin::step)).orElse(0L);
        return sight(base, copy, step, Optional.empty());
    }

    /** Its network at a recorded step, or at the last one before. */
    Optional<Sight> sightAt(long step) throws SettingException, IOException {
        Optional<Moment> moment = at(step);
        if (moment.isEmpty()) {
            return Optional.empty();
        }
        TrainedNetwork base = of(step).start();
        Network copy = base.copy();
        write(moment.get(), copy);
        return Optional.of(sight(base, copy, moment.get().step(), moment));
    }

    /** The same for its arithmetic. */
    Optional<TrainJob.Standing> standingAt(long step) throws SettingException, IOException {
        Setup setup = of(step).start().setup();
        return at(step).map(moment -> new TrainJob.Standing(
                setup, new Snapshot(moment.tensors(Moment.NETWORK), moment.tensors(Moment.OPTIMIZER), moment.step())));
    }

    private static void write(Moment moment, Network into) throws SettingException {
        List<String> missing = into.state().stream().map(each -> each.name())
                .filter(name -> !moment.tensors().containsKey(Moment.NETWORK + name)).toList();
        if (!missing.isEmpty()) {
            throw new SettingException("The recorded moment has no %s.".formatted(missing.getFirst()));
        }
        into.state().forEach(each -> each.tensor().set(moment.tensors().get(Moment.NETWORK + each.name())));
        into.parameters().forEach(Parameter::changed);
    }

    private Sight sight(TrainedNetwork base, Network network, long step, Optional<Moment> moment) {
        double epoch = moment.map(each -> epoch(each, base))
                .orElseGet(() -> (double) step / run.start().training().stepsAnEpoch(base.setup().train().size()));
        return new Sight(run, step, epoch, moment.isEmpty(), new TrainedNetwork(base.experiment(), base.dataset(), base.setup(), network));
    }

    private static double epoch(Moment moment, TrainedNetwork base) {
        return moment.epoch() + (double) moment.position() / base.setup().train().size();
    }
}
