package tadpole.engine.evaluation;

import java.util.stream.IntStream;
import tadpole.engine.dataset.Batch;
import tadpole.engine.dataset.Split;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.layer.Network;
import tadpole.engine.layer.Pass;
import tadpole.engine.loss.Loss;
import tadpole.engine.loss.Target;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;
import tadpole.engine.training.Answers;
import tadpole.engine.training.TrainedNetwork;

/** Asks a network about samples, part by part, so that one may look in between. */
public final class Examination implements Job<AnswerSheet> {

    private static final int BATCH = 250;

    private final TrainedNetwork trained;
    private final Network network;
    private final Device device;
    private final Loss loss;
    private final Shares shares;
    private final AnswerSheet sheet;
    private final int part;
    private final Batch batch;
    private final Pass forward;
    private final Pass judging;
    private Tensor outputs = Tensor.NONE;
    private Tensor row = Tensor.NONE;
    private float[] given = new float[0];
    private int done;

    /**
     * @param split   of the trained network's data
     * @param samples places in the split, in the order in which they are asked
     */
    public Examination(TrainedNetwork trained, Split split, int[] samples, Device device) {
        this(trained, trained.network(), split, samples, device);
    }

    /** @param network of the same layers, read while it works */
    Examination(TrainedNetwork trained, Network network, Split split, int[] samples, Device device) {
        this.trained = trained;
        this.network = network;
        this.device = device;
        this.loss = trained.setup().loss();
        this.shares = Shares.of(network, trained.experiment().loss().type());
        this.batch = new Batch(split, trained.setup().preparations());
        this.forward = Pass.evaluation(device);
        this.judging = Pass.evaluation(device);
        int count = samples.length;
        this.sheet = new AnswerSheet(samples.clone(), IntStream.of(samples).map(split::label).toArray(),
                new int[count], new float[count], new float[count], new float[count], trained.setup().classes());
        int largest = Math.max(network.output().size(), network.stages().stream().mapToInt(stage -> stage.input().size()).max().orElse(1));
        this.part = Math.max(1, Math.min(BATCH, Integer.MAX_VALUE / largest));
    }

    /** Over a whole split. */
    public static Examination of(TrainedNetwork trained, Split split, Device device) {
        return new Examination(trained, split, IntStream.range(0, split.size()).toArray(), device);
    }

    /** So many of so many, spread evenly: all where there are no more. */
    public static int[] spread(int most, int of) {
        int count = Math.min(most, of);
        return IntStream.range(0, count).map(i -> (int) ((long) i * of / count)).toArray();
    }

    @Override
    public String name() {
        return "Asking %s about %d samples".formatted(trained.experiment().name(), sheet.size());
    }

    @Override
    public JobOutcome<AnswerSheet> run(JobControl control) {
        while (!isDone()) {
            control.report(new Progress(done, sheet.size(), "%d of %d samples".formatted(done, sheet.size())));
            if (!control.proceed() || !next(control)) {
                return new JobOutcome.Stopped<>(soFar());
            }
        }
        return new JobOutcome.Finished<>(soFar());
    }

    /** How many samples were asked about. */
    public int done() {
        return done;
    }

    public boolean isDone() {
        return done == sheet.size();
    }

    /** What it answered so far. */
    public AnswerSheet soFar() {
        return sheet.first(done);
    }

    /**
     * Asks about the next part.
     *
     * @return false where it was stopped within; that part is not answered then
     */
    public boolean next(JobControl control) {
        return next(part, control);
    }

    /** The same of so many samples at most. */
    public boolean next(int most, JobControl control) {
        int count = Math.min(Math.min(part, most), sheet.size() - done);
        if (count == 0) {
            return true;
        }
        batch.fill(sheet.samples(), done, count);
        if (!device.runUntil(control::isStopped, () -> outputs = network.forward(batch.inputs(), forward))) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            note(i, done + i);
        }
        done += count;
        return true;
    }

    private void note(int from, int to) {
        int columns = outputs.shape().at(1);
        int label = sheet.labels()[to];
        int answer = Answers.answer(outputs, from);
        sheet.answers()[to] = answer;
        sheet.losses()[to] = (float) lossOf(from, columns, label);
        if (columns == 1) {
            float output = outputs.data()[from];
            sheet.confidence()[to] = near(output, answer);
            sheet.ofLabel()[to] = near(output, label);
            return;
        }
        if (given.length != columns) {
            given = new float[columns];
        }
        shares.of(outputs, from, given);
        sheet.confidence()[to] = given[answer];
        sheet.ofLabel()[to] = given[label];
    }

    private static float near(float output, int whole) {
        return Math.clamp(1 - Math.abs(output - whole), 0f, 1f);
    }

    private double lossOf(int from, int columns, int label) {
        if (row.size() != columns) {
            row = Tensor.of(Shape.of(1, columns), new float[columns]);
        }
        System.arraycopy(outputs.data(), from * columns, row.data(), 0, columns);
        return loss.forward(row, new Target.Classes(new int[] {label}, 1), judging);
    }

    /** What the network says of one sample, a number for each class as {@link Shares} has them. */
    public static float[] shares(TrainedNetwork trained, Split split, int sample, Device device) {
        Batch one = new Batch(split, trained.setup().preparations());
        one.fill(new int[] {sample}, 0, 1);
        Shares meant = Shares.of(trained.network(), trained.experiment().loss().type());
        return meant.of(trained.network().forward(one.inputs(), Pass.evaluation(device)), 0);
    }
}
