package tadpole.app.pane.train.mistakes;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import tadpole.app.image.ImageIndex;
import tadpole.app.image.WallModel;
import tadpole.app.job.Newest;
import tadpole.app.job.Watched;
import tadpole.app.pane.train.Lab;
import tadpole.app.pane.train.Run;
import tadpole.app.shell.Workspace;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.Split;
import tadpole.engine.evaluation.AnswerHistory;
import tadpole.engine.evaluation.ChangedMinds;
import tadpole.engine.evaluation.Examination;
import tadpole.engine.evaluation.LayerWalk;
import tadpole.engine.evaluation.Ranking;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.Moment;

/** The mistakes of the network that is looked at: which images are shown in which order, the picked one, and what is corrected of them. */
final class MistakesModel {

    /** Samples and moments that are asked for changed minds, and moments for a single image. */
    static final int MOST_SAMPLES = 2000;
    static final int MOST_MOMENTS = 40;
    private static final int MOST_MOMENTS_OF_ONE = 80;

    private final Lab lab;
    private final Asking asking;
    private final Corrections corrections;
    private final WallModel wall = new WallModel();
    private final ObjectProperty<Order> order = new SimpleObjectProperty<>(Order.HARDEST);
    private final ObjectProperty<Optional<Cell>> cell = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Picked>> picked = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Minds>> minds = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Watched<Void, AnswerHistory> asked;
    private final Newest<Arranging> arranging;
    private final Newest<Looking> looking;
    private Optional<Integer> sample = Optional.empty();
    private boolean arrangingNow;
    /** Whether a person picked the image, so that it stays picked where it stands elsewhere by now. */
    private boolean kept;

    /** What moments of a run said of samples of a part. */
    record Minds(Run run, Part part, AnswerHistory history) {}

    private record Arranging(Answered of, Order order, Optional<Cell> cell, Optional<Minds> minds) {}

    private record Looking(Answered of, int sample) {}

    /** @param executor one task at a time, in order, for what may take a second */
    MistakesModel(Lab lab, Executor executor, ObservableBooleanValue looks, LongSupplier nanoTime) {
        this.lab = lab;
        this.asking = new Asking(lab, executor, looks, nanoTime);
        this.corrections = new Corrections(lab.form());
        this.asked = new Watched<>(lab.desk().jobs());
        this.arranging = new Newest<>(lab.background(), this::arrange);
        this.looking = new Newest<>(executor, this::look);
        asking.answeredProperty().subscribe(_ -> arrange());
        order.addListener(_ -> {
            kept = false;
            askMinds();
            arrange();
        });
        cell.addListener((_, _, now) -> now.ifPresent(_ -> {
            kept = false;
            order.set(Order.CELL);
            arrange();
        }));
        minds.addListener(_ -> arrange());
        wall.pickedProperty().addListener(_ -> pick());
    }

    Lab lab() {
        return lab;
    }

    Asking asking() {
        return asking;
    }

    Corrections corrections() {
        return corrections;
    }

    WallModel wall() {
        return wall;
    }

    ObjectProperty<Order> orderProperty() {
        return order;
    }

    /** The cell of the matrix that is looked at. */
    ObjectProperty<Optional<Cell>> cellProperty() {
        return cell;
    }

    ReadOnlyObjectProperty<Optional<Picked>> pickedProperty() {
        return picked.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Minds>> mindsProperty() {
        return minds.getReadOnlyProperty();
    }

    /** The job that asks the recorded moments. */
    Watched<Void, AnswerHistory> asked() {
        return asked;
    }

    private Optional<Answered> answered() {
        return asking.answeredProperty().get();
    }

    private void arrange() {
        answered().ifPresentOrElse(now -> arranging.ask(new Arranging(now, order.get(), cell.get(), mindsOf(now))), () -> {
            arrangingNow = true;
            wall.show(new Nothing(), ImageIndex.NONE);
            arrangingNow = false;
            kept = false;
            look();
        });
    }

    private Optional<Minds> mindsOf(Answered now) {
        return minds.get().filter(each -> each.run() == now.sight().run() && each.part() == now.part());
    }

    private void arrange(Arranging wanted) {
        int[] images = images(wanted);
        lab.desk().jobs().ui().execute(() -> {
            if (answered().filter(now -> now == wanted.of()).isPresent() && order.get() == wanted.order()) {
                show(wanted.of(), ImageIndex.of(images));
            }
        });
    }

    private static int[] images(Arranging wanted) {
        int[] places = switch (wanted.order()) {
            case HARDEST -> Ranking.HARDEST.of(wanted.of().sheet());
            case SURE_AND_WRONG -> Ranking.SURE_AND_WRONG.of(wanted.of().sheet());
            case UNSURE_AND_RIGHT -> Ranking.UNSURE_AND_RIGHT.of(wanted.of().sheet());
            case CELL -> wanted.cell().map(each -> Ranking.cell(wanted.of().sheet(), each.label(), each.answer())).orElse(new int[0]);
            case CHANGED -> new int[0];
        };
        if (wanted.order() == Order.CHANGED) {
            return wanted.minds().map(each -> IntStream.of(each.history().mostChanged()).map(i -> each.history().samples()[i]).toArray()).orElse(new int[0]);
        }
        return IntStream.of(places).map(i -> wanted.of().sheet().samples()[i]).toArray();
    }

    /** The picked image stays where it is among them. */
    private void show(Answered of, ImageIndex index) {
        OptionalInt place = kept && sample.isPresent() ? index.placeOf(sample.get()) : OptionalInt.empty();
        boolean pictures = of.sight().network().dataset().hasPictures();
        arrangingNow = true;
        wall.show(pictures ? of.split() : new Nothing(), pictures ? index : ImageIndex.NONE);
        place.ifPresent(wall::pick);
        arrangingNow = false;
        kept = place.isPresent();
        look();
    }

    private void pick() {
        if (!arrangingNow) {
            kept = true;
            look();
        }
    }

    private void look() {
        Optional<WallModel.Content> content = wall.contentProperty().get();
        OptionalInt place = wall.pickedProperty().get();
        sample = content.isPresent() && place.isPresent() ? Optional.of(content.get().index().imageAt(place.getAsInt())) : Optional.empty();
        Optional<Answered> now = answered();
        if (now.isEmpty() || sample.isEmpty() || content.get().split() != now.get().split()) {
            picked.set(Optional.empty());
            return;
        }
        Dataset dataset = now.get().sight().network().dataset();
        lab.desk().workspace().pickProperty().set(
                Optional.of(new Workspace.Pick(dataset, now.get().part().isTest(), now.get().place(sample.get()))));
        looking.ask(new Looking(now.get(), sample.get()));
    }

    /** First what the network says, then what it said at recorded moments. */
    private void look(Looking at) {
        var trained = at.of().sight().network();
        List<LayerWalk> walk = LayerWalk.of(trained, at.of().split(), at.sample(), lab.desk().device());
        float[] shares = Examination.shares(trained, at.of().split(), at.sample(), lab.desk().device());
        int[] one = {at.sample()};
        Examination asks = new Examination(trained, at.of().split(), one, lab.desk().device());
        asks.next(JobControl.UNWATCHED);
        Picked now = new Picked(at.of(), at.sample(), asks.soFar().answers()[0], shares, walk, Optional.empty());
        tell(now);
        Run run = at.of().sight().run();
        long[] steps = ChangedMinds.spread(run.past().steps(), MOST_MOMENTS_OF_ONE);
        JobOutcome<AnswerHistory> said = new ChangedMinds(step -> moment(run, step), steps, trained, at.of().split(), one, lab.desk().device())
                .run(JobControl.UNWATCHED);
        if (said instanceof JobOutcome.Finished<AnswerHistory>(AnswerHistory history)) {
            tell(new Picked(now.of(), now.sample(), now.answer(), now.shares(), now.walk(), Optional.of(history)));
        }
    }

    /** Empty where its file is gone: that moment is then left out. */
    private static Optional<Moment> moment(Run run, long step) {
        try {
            return run.past().at(step);
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private void tell(Picked now) {
        lab.desk().jobs().ui().execute(() -> {
            if (sample.filter(each -> each == now.sample()).isPresent() && answered().filter(each -> each.split() == now.of().split()).isPresent()) {
                picked.set(Optional.of(now));
            }
        });
    }

    /** Asks the recorded moments, where that order is wanted and they were not asked yet. */
    private void askMinds() {
        if (order.get() != Order.CHANGED || answered().isEmpty() || mindsOf(answered().get()).isPresent()) {
            return;
        }
        Answered now = answered().get();
        Run run = now.sight().run();
        long[] steps = ChangedMinds.spread(run.past().steps(), MOST_MOMENTS);
        int[] samples = Examination.spread(MOST_SAMPLES, now.split().size());
        asked.start(false, _ -> new ChangedMinds(step -> moment(run, step), steps, now.sight().network(), now.split(), samples, lab.desk().device()),
                new Watched.Listener<>() {
                    @Override
                    public void hear(List<Void> events) {}

                    @Override
                    public void ended(AnswerHistory history) {
                        minds.set(Optional.of(new Minds(run, now.part(), history)));
                    }

                    @Override
                    public void failed(String why) {
                        lab.desk().messages().failed(why);
                    }
                });
    }

    /** Asks them again: the run went on. */
    void askMindsAgain() {
        minds.set(Optional.empty());
        askMinds();
    }

    /** Whether samples of what is looked at can be corrected. */
    boolean isCorrectable() {
        return picked.get().filter(now -> corrections.areOf(now.of().sight().network().dataset())).isPresent();
    }

    void relabel(int label) {
        picked.get().filter(_ -> isCorrectable()).ifPresent(now ->
                corrections.relabel(now.of().part().isTest(), now.place(), label, own(now)));
    }

    void leaveOut() {
        picked.get().filter(_ -> isCorrectable()).ifPresent(now -> corrections.leaveOut(now.of().part().isTest(), now.place()));
    }

    /** The class that the data set itself gives it. */
    private static int own(Picked now) {
        Dataset dataset = now.of().sight().network().dataset();
        return (now.of().part().isTest() ? dataset.test().orElseThrow() : dataset.train()).label(now.place());
    }

    /** The run that is looked at once more from its start, with the corrections of now. */
    void trainAgain() {
        answered().filter(now -> corrections.areOf(now.sight().network().dataset())).ifPresent(now -> {
            Experiment first = now.sight().run().start();
            int count = corrections.allProperty().get().size();
            lab.start(first.withData(first.data().withChanges(first.data().changes().withCorrections(corrections.allProperty().get()))), words(count));
        });
    }

    /** "3 corrections". */
    static String words(int count) {
        return count == 0 ? "no corrections" : "%d correction%s".formatted(count, count == 1 ? "" : "s");
    }

    /** Gives the picked image to another pane and goes there. */
    void send(String pane) {
        lab.desk().workspace().pickProperty().get().ifPresent(pick -> {
            lab.desk().workspace().sentProperty().set(Optional.empty());
            lab.desk().workspace().sentProperty().set(Optional.of(new Workspace.Sent(pane, pick)));
            lab.desk().navigator().open(pane);
        });
    }

    /** A part without images. */
    private record Nothing() implements Split {

        @Override
        public int size() {
            return 0;
        }

        @Override
        public tadpole.engine.tensor.Shape shape() {
            return tadpole.engine.tensor.Shape.of(1, 1, 1);
        }

        @Override
        public int label(int index) {
            return 0;
        }

        @Override
        public void read(int index, float[] into, int offset) {}
    }
}
