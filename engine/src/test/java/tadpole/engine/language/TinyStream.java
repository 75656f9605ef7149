package tadpole.engine.language;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;

/** A small recurrent network with fixed random weights; its minds are without logits. */
final class TinyStream implements TokenStream {

    private final int hidden;
    private final float[][] embedding;
    private final float[][] recurrent;
    private final float[][] output;
    private final float[] logits;
    private float[] state;
    int reads;

    TinyStream(int vocabulary, int hidden) {
        SplittableRandom random = new SplittableRandom(1);
        this.hidden = hidden;
        embedding = matrix(random, vocabulary, hidden, 1);
        recurrent = matrix(random, hidden, hidden, 0.8);
        output = matrix(random, vocabulary, hidden, 1.5);
        logits = new float[vocabulary];
        state = new float[hidden];
    }

    private static float[][] matrix(SplittableRandom random, int rows, int columns, double size) {
        float[][] matrix = new float[rows][columns];
        for (float[] row : matrix) {
            for (int column = 0; column < columns; column++) {
                row[column] = (float) (random.nextDouble(-1, 1) * size);
            }
        }
        return matrix;
    }

    @Override
    public void read(int id) {
        reads++;
        float[] next = new float[hidden];
        for (int unit = 0; unit < hidden; unit++) {
            next[unit] = (float) Math.tanh(embedding[id][unit] + PlainPointer.dot(recurrent[unit], state));
        }
        state = next;
        for (int token = 0; token < logits.length; token++) {
            logits[token] = (float) PlainPointer.dot(output[token], state);
        }
    }

    @Override
    public float[] logits() {
        return logits;
    }

    @Override
    public float[] hidden() {
        return state;
    }

    @Override
    public LanguageStream.Mind mind() {
        return new LanguageStream.Mind(Map.of("h", state.clone()), new float[0], new float[0]);
    }

    @Override
    public void mind(LanguageStream.Mind other) {
        state = other.states().get("h").clone();
        Arrays.fill(logits, Float.NaN);
    }

    @Override
    public void forget() {
        state = new float[hidden];
        Arrays.fill(logits, Float.NaN);
    }
}
