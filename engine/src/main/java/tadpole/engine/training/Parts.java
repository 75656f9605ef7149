package tadpole.engine.training;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.Shuffled;
import tadpole.engine.dataset.Split;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;

/** The samples of a data set as an experiment parts them, and where in the data set each one stands. */
public record Parts(Split train, Optional<Split> validation, Optional<Split> test) {

    static Parts of(Experiment experiment, Dataset dataset) throws SettingException {
        Seed seed = new Seed(experiment.seed());
        int classes = dataset.classes().size();
        SampleChanges changes = experiment.data().changes();
        Split given = experiment.data().chosen(changes.correct(dataset.train(), false), classes);
        int[] order = new int[given.size()];
        new Shuffled().fill(order, seed.derive("validation"));
        int held = experiment.data().heldOut(order.length);
        Split train = held == 0 ? given : given.subset(sorted(order, held, order.length));
        return new Parts(
                changes.plant(train, classes, seed.derive("labels")),
                held == 0 ? Optional.empty() : Optional.of(given.subset(sorted(order, 0, held))),
                dataset.test().map(split -> changes.correct(split, true)));
    }

    /**
     * Where in the data set's own parts the samples stand, as numbers to be read: sample i of the training part here was sample
     * {@link #place} of the data set's training part; so was one of the validation part.
     */
    public static Parts places(Experiment experiment, Dataset dataset) throws SettingException {
        return of(experiment, dataset.with(new Numbered(dataset.train()), dataset.test().map(Numbered::new)));
    }

    /** Of one part of {@link #places}. */
    public static int place(Split part, int index) {
        float[] place = new float[2];
        part.read(index, place, 0);
        return (int) place[0] * Numbered.ROOM + (int) place[1];
    }

    private static int[] sorted(int[] order, int from, int to) {
        int[] part = Arrays.copyOfRange(order, from, to);
        Arrays.sort(part);
        return part;
    }

    /** Instead of its numbers each sample holds its place, in two numbers that are exact. */
    private record Numbered(Split of) implements Split {

        private static final int ROOM = 1 << 16;

        @Override
        public int size() {
            return of.size();
        }

        @Override
        public Shape shape() {
            return Shape.of(2);
        }

        @Override
        public Optional<Shape> target() {
            return of.target();
        }

        @Override
        public int label(int index) {
            return of.label(index);
        }

        @Override
        public void read(int index, float[] into, int offset) {
            into[offset] = index / ROOM;
            into[offset + 1] = index % ROOM;
        }
    }
}
