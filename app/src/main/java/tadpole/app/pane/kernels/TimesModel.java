package tadpole.app.pane.kernels;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tadpole.app.job.RunningJob;
import tadpole.engine.convolution.ConvolutionPlan;
import tadpole.engine.convolution.ConvolutionTimes;
import tadpole.engine.convolution.Convolved;
import tadpole.engine.convolution.Mixing;
import tadpole.engine.convolution.MultiplyAdds;
import tadpole.engine.convolution.Padding;
import tadpole.engine.convolution.WayTime;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.tensor.Shape;

/** What the convolution that is shown costs: products by the formula, and what its ways took when they were measured. */
final class TimesModel {

    /** All that a time depends on: other numbers in the kernels cost the same. */
    private record Setting(Shape picture, Shape weight, Mixing mixing, int stride, int dilation, Padding padding, boolean relu) {

        static Setting of(Convolved convolved) {
            ConvolutionPlan plan = convolved.plan();
            return new Setting(convolved.picture().values().shape(), convolved.weight().shape(), plan.mixing(), plan.stride(), plan.dilation(), plan.padding(), plan.relu());
        }
    }

    private final KernelsModel kernels;
    private final ReadOnlyObjectWrapper<Optional<MultiplyAdds>> products = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<WayTime> times = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();
    private Optional<Setting> measured = Optional.empty();
    private Optional<RunningJob<?>> job = Optional.empty();

    TimesModel(KernelsModel kernels) {
        this.kernels = kernels;
        kernels.convolvedProperty().subscribe(this::show);
    }

    private void show(Optional<Convolved> shown) {
        products.set(shown.map(MultiplyAdds::of));
        stale.set(!times.isEmpty() && !shown.map(Setting::of).equals(measured));
    }

    /** Empty where nothing is convolved. */
    ReadOnlyObjectProperty<Optional<MultiplyAdds>> productsProperty() {
        return products.getReadOnlyProperty();
    }

    /** Way after way as they are measured. */
    ObservableList<WayTime> times() {
        return times;
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Whether the times are those of another picture size or other settings than are shown. */
    ReadOnlyBooleanProperty staleProperty() {
        return stale.getReadOnlyProperty();
    }

    /** Measures; stops where it measures already. */
    void measureOrStop() {
        if (running.get()) {
            job.ifPresent(RunningJob::stop);
            return;
        }
        kernels.convolvedProperty().get().ifPresent(shown -> {
            times.clear();
            measured = Optional.of(Setting.of(shown));
            stale.set(false);
            running.set(true);
            RunningJob<?> started = kernels.desk().jobs().start(new ConvolutionTimes(shown, kernels.desk().device(),
                    time -> kernels.desk().jobs().ui().execute(() -> add(time))), this::over);
            job = Optional.of(started);
        });
    }

    private void add(WayTime time) {
        times.add(time);
        show(kernels.convolvedProperty().get());
    }

    private void over(JobOutcome<?> outcome) {
        running.set(false);
        job = Optional.empty();
        if (outcome instanceof JobOutcome.Failed<?>(String why, _)) {
            kernels.desk().messages().failed(why);
        }
    }
}
