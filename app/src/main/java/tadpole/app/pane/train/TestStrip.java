package tadpole.app.pane.train;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import tadpole.engine.dataset.Batch;
import tadpole.engine.dataset.Split;
import tadpole.engine.evaluation.Shares;
import tadpole.engine.layer.Network;
import tadpole.engine.layer.Pass;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Tensor;
import tadpole.engine.training.Answers;
import tadpole.engine.training.Setup;
import tadpole.engine.training.TrainedNetwork;

/**
 * Asks a network in training about some test images; where there are none, held-out ones, else those of training. Called
 * on the training thread between two steps, or on any thread while no step runs.
 */
final class TestStrip {

    private static final int CHUNK = 250;

    private final Split split;
    private final Network network;
    private final Shares shares;
    private final Batch batch;
    private final Pass pass;
    private final List<Integer> mistakes = new ArrayList<>();
    private int cursor;

    TestStrip(Setup setup, String loss, Device device) {
        this(setup, setup.network(), loss, device);
    }

    /** Of a network that stands still. */
    TestStrip(TrainedNetwork network, Device device) {
        this(network.setup(), network.network(), network.experiment().loss().type(), device);
    }

    private TestStrip(Setup setup, Network network, String loss, Device device) {
        this.split = setup.test().or(setup::validation).orElse(setup.train());
        this.network = network;
        this.shares = Shares.of(network, loss);
        this.batch = new Batch(split, setup.preparations());
        this.pass = Pass.evaluation(device);
    }

    /** So many images from the first one on, as the file has them. */
    static List<Seen> unseen(Split split, int count) {
        List<Seen> images = new ArrayList<>();
        for (int i = 0; i < Math.min(count, split.size()); i++) {
            images.add(new Seen(i, split.label(i), OptionalInt.empty(), new float[0]));
        }
        return images;
    }

    Split split() {
        return split;
    }

    synchronized List<Seen> look(boolean onlyMistakes, int count) {
        return onlyMistakes ? mistakes(count) : ask(first(count));
    }

    private int[] first(int count) {
        int[] indices = new int[Math.min(count, split.size())];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = i;
        }
        return indices;
    }

    /** Images stay while they are mistaken; each look goes through one more part of the images for others. */
    private List<Seen> mistakes(int count) {
        List<Seen> seen = new ArrayList<>(ask(mistakes.stream().mapToInt(Integer::intValue).toArray()));
        seen.removeIf(image -> !image.isWrong());
        int looked = 0;
        while (seen.size() < count && looked < Math.min(split.size(), 4 * CHUNK)) {
            int[] next = new int[Math.min(CHUNK, split.size() - looked)];
            for (int i = 0; i < next.length; i++) {
                next[i] = (cursor + i) % split.size();
            }
            cursor = (cursor + next.length) % split.size();
            looked += next.length;
            List<Integer> known = seen.stream().map(Seen::index).toList();
            ask(next).stream().filter(image -> image.isWrong() && !known.contains(image.index())).forEach(seen::add);
        }
        List<Seen> shown = List.copyOf(seen.subList(0, Math.min(count, seen.size())));
        mistakes.clear();
        shown.forEach(image -> mistakes.add(image.index()));
        return shown;
    }

    private List<Seen> ask(int[] indices) {
        List<Seen> seen = new ArrayList<>();
        if (indices.length == 0) {
            return seen;
        }
        batch.fill(indices, 0, indices.length);
        Tensor outputs = network.forward(batch.inputs(), pass);
        for (int i = 0; i < indices.length; i++) {
            seen.add(new Seen(indices[i], batch.labels()[i], OptionalInt.of(Answers.answer(outputs, i)), shares.of(outputs, i)));
        }
        return seen;
    }
}
