package tadpole.engine.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The tokens of a text that grows at its end, and what a model thought of each. */
final class ReadPieces {

    private final StringBuilder text = new StringBuilder();
    private int size;
    private int[] places = new int[3 * 16];
    private float[] thoughts = new float[3 * 16];

    int size() {
        return size;
    }

    /** The text itself, to be appended to by {@link #add} only. */
    StringBuilder text() {
        return text;
    }

    /** The text as far as its last token. */
    String string() {
        return text.toString();
    }

    int id(int piece) {
        return places[3 * piece];
    }

    /** From the first of these pieces to before the last. */
    int[] ids(int from, int to) {
        return IntStream.range(from, to).map(this::id).toArray();
    }

    Piece piece(int piece) {
        return new Piece(places[3 * piece], places[3 * piece + 1], places[3 * piece + 2]);
    }

    double surprise(int piece) {
        return thoughts[3 * piece];
    }

    double cached(int piece) {
        return thoughts[3 * piece + 1];
    }

    double share(int piece) {
        return thoughts[3 * piece + 2];
    }

    void add(Piece piece, CharSequence letters, double surprise, double cached, double share) {
        if (3 * size == places.length) {
            places = Arrays.copyOf(places, places.length * 2);
            thoughts = Arrays.copyOf(thoughts, thoughts.length * 2);
        }
        text.append(letters);
        places[3 * size] = piece.id();
        places[3 * size + 1] = piece.from();
        places[3 * size + 2] = piece.to();
        thoughts[3 * size] = (float) surprise;
        thoughts[3 * size + 1] = (float) cached;
        thoughts[3 * size + 2] = (float) share;
        size++;
    }

    /** How many of the first pieces are these. */
    int common(List<Piece> pieces) {
        int count = Math.min(size, pieces.size());
        for (int piece = 0; piece < count; piece++) {
            if (!piece(piece).equals(pieces.get(piece))) {
                return piece;
            }
        }
        return count;
    }

    /** A copy of the first pieces. */
    ReadPieces upTo(int count) {
        ReadPieces copy = new ReadPieces();
        copy.places = Arrays.copyOf(places, Math.max(16, count) * 3);
        copy.thoughts = Arrays.copyOf(thoughts, Math.max(16, count) * 3);
        copy.size = count;
        copy.text.append(text, 0, count == 0 ? 0 : places[3 * count - 1]);
        return copy;
    }

    Perplexity perplexity() {
        double plain = 0;
        double mixed = 0;
        long count = 0;
        for (int piece = 0; piece < size; piece++) {
            if (!Double.isNaN(surprise(piece))) {
                plain += surprise(piece);
                mixed += cached(piece);
                count++;
            }
        }
        double nats = Math.log(2) / count;
        return new Perplexity(plain * nats, mixed * nats, count);
    }

    ReadText read(int from) {
        List<Piece> pieces = new ArrayList<>();
        double[] surprise = new double[size - from];
        double[] cached = new double[size - from];
        double[] share = new double[size - from];
        for (int piece = from; piece < size; piece++) {
            pieces.add(piece(piece));
            surprise[piece - from] = surprise(piece);
            cached[piece - from] = cached(piece);
            share[piece - from] = share(piece);
        }
        return new ReadText(string(), pieces, surprise, cached, share);
    }
}
