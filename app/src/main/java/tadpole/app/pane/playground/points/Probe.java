package tadpole.app.pane.playground.points;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tadpole.app.pane.playground.points.Columns.Unit;
import tadpole.engine.dataset.Batch;
import tadpole.engine.dataset.Preparation;
import tadpole.engine.dataset.Split;
import tadpole.engine.job.JobControl;
import tadpole.engine.layer.Linear;
import tadpole.engine.layer.Network;
import tadpole.engine.layer.Pass;
import tadpole.engine.layer.Softmax;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;
import tadpole.engine.training.Evaluator;
import tadpole.engine.training.Setup;

/** Asks a network of its own, with weights that it is given, about every point of the plane. Belongs to one thread at a time. */
final class Probe {

    private static final int EVERY = Look.SIDE / Look.TILE;

    private final Setup setup;
    private final Columns columns;
    private final Batch grid;
    private final Batch point;
    private final Spot spot = new Spot();
    private final List<Pass> passes = new ArrayList<>();
    private final List<Pass> pointPasses = new ArrayList<>();
    private final Network softmax;
    private final Pass softmaxPass;
    private final Evaluator train;
    private final Optional<Evaluator> test;

    /**
     * @param setup whose network this one becomes
     * @param reach the map goes from minus this to this, both ways
     */
    Probe(Setup setup, Columns columns, double reach, Device device) {
        this.setup = setup;
        this.columns = columns;
        List<Preparation> prepare = setup.preparations();
        this.grid = new Batch(new Plane(reach), prepare);
        grid.fill(counted(Look.SIDE * Look.SIDE), 0, Look.SIDE * Look.SIDE);
        this.point = new Batch(spot, prepare);
        setup.network().stages().forEach(_ -> passes.add(Pass.evaluation(device)));
        setup.network().stages().forEach(_ -> pointPasses.add(Pass.evaluation(device)));
        this.softmax = softmax(setup.classes());
        this.softmaxPass = Pass.evaluation(device);
        this.train = new Evaluator(setup.train(), prepare, setup.loss(), device);
        this.test = setup.heldOut().map(split -> new Evaluator(split, prepare, setup.loss(), device));
    }

    private static Network softmax(int classes) {
        try {
            return Network.build(Shape.of(classes), List.of(Softmax.RECIPE.standard()), new Seed(0));
        } catch (SettingException impossible) {
            throw new IllegalStateException("Softmax takes any row of numbers.", impossible);
        }
    }

    private static int[] counted(int count) {
        int[] order = new int[count];
        Arrays.setAll(order, i -> i);
        return order;
    }

    /** Fills the look, with the weights that are in it. */
    void look(Look into, long step, Look.Question question) {
        into.begin(this, columns, step, question);
        take(into.weights());
        paint(0, grid.inputs(), into, question);
        Tensor outputs = forward(grid.inputs(), passes, (column, values) -> paint(column, values, into, question));
        if (into.shown().isEmpty()) {
            Tensor probabilities = softmax.forward(outputs, softmaxPass);
            for (int i = 0; i < into.map().length; i++) {
                into.map()[i] = question.inks().mixed(probabilities.data(), i * setup.classes(), setup.classes());
            }
        }
        question.picked().ifPresent(at -> walk(at, into));
        into.judged(train.evaluate(setup.network(), JobControl.UNWATCHED).orElseThrow(),
                test.map(each -> each.evaluate(setup.network(), JobControl.UNWATCHED).orElseThrow()));
    }

    private void take(float[] weights) {
        int from = 0;
        for (Parameter parameter : setup.network().parameters()) {
            System.arraycopy(weights, from, parameter.value().data(), 0, parameter.size());
            parameter.changed();
            from += parameter.size();
        }
    }

    private interface Seen {
        void see(int column, Tensor values);
    }

    private Tensor forward(Tensor inputs, List<Pass> through, Seen seen) {
        List<Network.Stage> stages = setup.network().stages();
        Tensor passing = inputs;
        int column = 0;
        for (int i = 0; i < stages.size(); i++) {
            passing = stages.get(i).layer().forward(passing, through.get(i));
            column += stages.get(i).layer() instanceof Linear ? 1 : 0;
            boolean ends = i + 1 == stages.size() || stages.get(i + 1).layer() instanceof Linear;
            if (ends) {
                seen.see(column, passing);
            }
        }
        return passing;
    }

    private void paint(int column, Tensor values, Look into, Look.Question question) {
        int count = columns.size(column);
        for (int unit = 0; unit < count; unit++) {
            Unit of = new Unit(column, unit);
            int number = columns.number(of);
            float greatest = greatest(values.data(), unit, count);
            into.greatest()[number] = greatest;
            for (int row = 0; row < Look.TILE; row++) {
                int from = (row * EVERY + 1) * Look.SIDE + 1;
                int to = (number * Look.TILE + row) * Look.TILE;
                for (int i = 0; i < Look.TILE; i++) {
                    into.tiles()[to + i] = question.inks().signed(values.data()[(from + i * EVERY) * count + unit] / greatest);
                }
            }
            if (into.shown().filter(of::equals).isPresent()) {
                for (int i = 0; i < into.map().length; i++) {
                    into.map()[i] = question.inks().signed(values.data()[i * count + unit] / greatest);
                }
            }
        }
    }

    private static float greatest(float[] values, int unit, int count) {
        float greatest = 0;
        for (int i = unit; i < Look.SIDE * Look.SIDE * count; i += count) {
            greatest = Math.max(greatest, Math.abs(values[i]));
        }
        return greatest == 0 ? 1 : greatest;
    }

    private void walk(Look.Picked at, Look into) {
        spot.x1 = (float) at.x1();
        spot.x2 = (float) at.x2();
        point.fill(new int[] {0}, 0, 1);
        copy(0, point.inputs(), into);
        Tensor outputs = forward(point.inputs(), pointPasses, (column, values) -> copy(column, values, into));
        Tensor probabilities = softmax.forward(outputs, softmaxPass);
        System.arraycopy(probabilities.data(), 0, into.probabilities(), 0, setup.classes());
    }

    private void copy(int column, Tensor values, Look into) {
        System.arraycopy(values.data(), 0, into.passing(), columns.number(new Unit(column, 0)), columns.size(column));
    }

    /** One point that one asks about. */
    private static final class Spot implements Split {

        private float x1;
        private float x2;

        @Override
        public int size() {
            return 1;
        }

        @Override
        public Shape shape() {
            return Shape.of(2);
        }

        @Override
        public int label(int index) {
            return 0;
        }

        @Override
        public void read(int index, float[] into, int offset) {
            into[offset] = x1;
            into[offset + 1] = x2;
        }
    }

    /** The middles of the map's cells, row by row from the top, where x2 is greatest. */
    private record Plane(double reach) implements Split {

        @Override
        public int size() {
            return Look.SIDE * Look.SIDE;
        }

        @Override
        public Shape shape() {
            return Shape.of(2);
        }

        @Override
        public int label(int index) {
            return 0;
        }

        @Override
        public void read(int index, float[] into, int offset) {
            into[offset] = at(index % Look.SIDE);
            into[offset + 1] = -at(index / Look.SIDE);
        }

        private float at(int cell) {
            return (float) (reach * ((2 * cell + 1.0) / Look.SIDE - 1));
        }
    }
}
