package tadpole.samples.drawing;

/** Labels dealt like cards: each of ten classes equally often, in an order as good as random. */
public final class Deck {

    private Deck() {
    }

    public static byte[] labels(int count, Dice dice) {
        byte[] labels = new byte[count];
        for (int i = 0; i < count; i++) {
            int other = dice.below(i + 1);
            labels[i] = labels[other];
            labels[other] = (byte) (i % 10);
        }
        return labels;
    }
}
