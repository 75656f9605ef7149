package tadpole.app.pane.data;

import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import tadpole.engine.dataset.ChannelStatistics;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.Normalize;
import tadpole.engine.dataset.Preparation;
import tadpole.engine.dataset.Preparations;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Shape;

/** Measures mean and deviation of a data set's training images, and readies the preparation they are normalized with. */
final class MeasureDataset implements Job<Measured> {

    private final Dataset dataset;
    private final List<Spec> prepare;

    /** @param prepare the present experiment's preparation of this data set; where empty, what is measured serves */
    MeasureDataset(Dataset dataset, List<Spec> prepare) {
        this.dataset = dataset;
        this.prepare = List.copyOf(prepare);
    }

    @Override
    public String name() {
        return "Measuring " + dataset.title();
    }

    @Override
    public JobOutcome<Measured> run(JobControl control) {
        ChannelStatistics statistics = ChannelStatistics.of(dataset.train());
        return new JobOutcome.Finished<>(prepare.isEmpty() ? standardized(statistics) : prepared(statistics));
    }

    private Measured prepared(ChannelStatistics statistics) {
        try {
            List<Preparation> steps = Preparations.make(prepare, dataset.train());
            Shape shape = Preparations.shape(steps, dataset.shape());
            return isPicture(shape)
                    ? new Measured(statistics, steps, "What the network gets: prepared as the present experiment says.")
                    : standardized(statistics);
        } catch (SettingException misfit) {
            // The Train pane says what does not fit; here one still wants to see numbers.
            return standardized(statistics);
        }
    }

    /** Of a color histogram one cannot say which pixel has which number. */
    private boolean isPicture(Shape prepared) {
        return prepared.equals(dataset.shape()) || prepared.at(1) > 1;
    }

    private Measured standardized(ChannelStatistics statistics) {
        return new Measured(statistics, List.of(normalize(statistics)),
                "(x - mean) / deviation of each channel, measured on the %s training images."
                        .formatted(Words.count(dataset.train().size())));
    }

    /** The same as Standardize, without measuring a second time. */
    private Preparation normalize(ChannelStatistics statistics) {
        List<Double> mean = DoubleStream.of(statistics.mean()).boxed().toList();
        List<Double> deviation = DoubleStream.of(statistics.deviation()).map(each -> each == 0 ? 1 : each).boxed().toList();
        try {
            Spec spec = Normalize.RECIPE.with(Map.of("mean", mean, "deviation", deviation));
            return Preparations.make(List.of(spec), dataset.train()).getFirst();
        } catch (SettingException impossible) {
            throw new IllegalStateException("Measured numbers were refused.", impossible);
        }
    }
}
