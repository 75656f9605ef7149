package tadpole.app.pane.kernels.trained;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tadpole.app.job.Newest;
import tadpole.app.pane.kernels.KernelsModel;
import tadpole.app.shell.Desk;
import tadpole.engine.convolution.TrainedFilters;
import tadpole.engine.convolution.TrainedLayer;
import tadpole.engine.dataset.Split;
import tadpole.engine.layer.Pass;
import tadpole.engine.picture.Picture;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;
import tadpole.engine.training.Answers;
import tadpole.engine.training.TrainedNetwork;

/** What the chosen filter sees and answers, looked for in the background where somebody looks at it. */
final class Looking {

    /** @param sample of the network's samples; empty for the pane's own picture */
    record Wish(TrainedNetwork trained, TrainedFilters filters, TrainedLayer layer, int filter, Optional<Integer> sample, Optional<Picture> own) {}

    private record Question(int number, Wish wish) {}

    private final Desk desk;
    private final Supplier<Optional<Wish>> wanted;
    private final Newest<Question> newest;
    private final ReadOnlyObjectWrapper<Optional<Look>> look = new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean watched = true;
    private boolean isOld;
    private int asked;

    Looking(KernelsModel kernels, Supplier<Optional<Wish>> wanted) {
        this.desk = kernels.desk();
        this.wanted = wanted;
        this.newest = new Newest<>(kernels.background(), this::answer);
    }

    ReadOnlyObjectProperty<Optional<Look>> lookProperty() {
        return look.getReadOnlyProperty();
    }

    /** Where nobody looks, nothing is looked for until somebody does again. */
    void watch(boolean now) {
        watched = now;
        if (watched && isOld) {
            anew();
        }
    }

    void anew() {
        isOld = !watched;
        if (watched) {
            wanted.get().ifPresent(wish -> newest.ask(new Question(++asked, wish)));
        }
    }

    private void answer(Question question) {
        try {
            Look found = looked(question.wish());
            desk.jobs().ui().execute(() -> {
                if (question.number() == asked) {
                    look.set(Optional.of(found));
                }
            });
        } catch (OutOfMemoryError full) {
            desk.jobs().ui().execute(() -> desk.messages().failed("There is not enough memory for what %s sees. Close other work or choose another layer."
                    .formatted(question.wish().layer().name())));
        }
    }

    private Look looked(Wish wish) {
        Split samples = wish.trained().samples();
        boolean own = wish.sample().isEmpty() && wish.own().isPresent();
        int index = wish.sample().orElse(0);
        Tensor prepared = own ? wish.trained().prepared(wish.own().orElseThrow().values()) : wish.trained().prepared(samples, index);
        Tensor input = wish.filters().input(wish.layer(), prepared, desk.device());
        Tensor all = TrainedFilters.output(wish.layer(), input, desk.device());
        int area = all.shape().at(1) * all.shape().at(2);
        Tensor response = Tensor.zeros(Shape.of(1, all.shape().at(1), all.shape().at(2)));
        System.arraycopy(all.data(), wish.filter() * area, response.data(), 0, area);
        Tensor outputs = wish.trained().network().forward(prepared.as(prepared.shape().batchOf(1)), Pass.evaluation(desk.device()));
        String name = own ? wish.own().orElseThrow().name()
                : "%s, %s #%d".formatted(wish.trained().dataset().classes().get(samples.label(index)), wish.trained().part(), index);
        return new Look(name, wish.layer().seen(input, wish.filter()), response, Answers.answer(outputs, 0), own ? -1 : samples.label(index));
    }
}
