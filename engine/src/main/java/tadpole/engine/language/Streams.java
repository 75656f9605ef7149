package tadpole.engine.language;

import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * A text cut into parallel streams of one length, each a whole part of it, and the streams into steps as even as possible: in an epoch
 * every token but the first is predicted once, each from the one before. Fewer than one token a stream is left over at the end of the text.
 */
final class Streams {

    private final int[] ids;
    private final int count;
    private final int length;
    private final int steps;
    private final float[] inputs;
    private final int[] targets;

    /**
     * @param wanted   how many streams; a short text gets fewer, so that each is as long as a sequence
     * @param sequence the most tokens of a stream in a step
     * @throws IllegalArgumentException for a text of less than two tokens
     */
    Streams(int[] ids, int wanted, int sequence) {
        if (ids.length < 2) {
            throw new IllegalArgumentException("A text to learn from needs at least two tokens, but has " + ids.length + ".");
        }
        this.ids = ids;
        this.count = Math.clamp((ids.length - 1) / sequence, 1, wanted);
        this.length = (ids.length - 1) / count;
        this.steps = Math.ceilDiv(length, sequence);
        this.inputs = new float[count * Math.ceilDiv(length, steps)];
        this.targets = new int[inputs.length];
    }

    int count() {
        return count;
    }

    /** How many steps an epoch has. */
    int steps() {
        return steps;
    }

    /** How many tokens are predicted in an epoch. */
    int tokens() {
        return count * length;
    }

    private int begin(int step) {
        return (int) ((long) length * step / steps);
    }

    int time(int step) {
        return begin(step + 1) - begin(step);
    }

    /** [streams, time], in memory that the next call uses again. */
    Tensor inputs(int step) {
        int time = time(step);
        for (int stream = 0; stream < count; stream++) {
            for (int t = 0; t < time; t++) {
                inputs[stream * time + t] = ids[stream * length + begin(step) + t];
            }
        }
        return Tensor.of(Shape.of(count, time), inputs);
    }

    /** What comes next at each place, [streams time], in memory that the next call uses again. */
    int[] targets(int step) {
        int time = time(step);
        for (int stream = 0; stream < count; stream++) {
            System.arraycopy(ids, stream * length + begin(step) + 1, targets, stream * time, time);
        }
        return targets;
    }
}
