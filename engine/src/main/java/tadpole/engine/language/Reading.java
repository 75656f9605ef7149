package tadpole.engine.language;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import tadpole.engine.language.PointerCache.Pointed;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Device;

/**
 * A text with what a model thought while it read or wrote it. Grows at its end, token by token; remembers what the model had in mind
 * every few tokens, so that it answers for any place without reading all again. Several threads may ask while one lets it grow.
 */
public final class Reading {

    private final Supplier<TokenStream> streams;
    private final Tokenizer tokenizer;
    private final Optional<Settings> cacheSettings;
    private final ReadPieces pieces;
    private final Trail trail;
    private final TokenStream head;
    private Optional<PointerCache> cache;
    private boolean attended;
    private final Object lookingBack = new Object();
    private TokenStream back;

    /** An empty text. */
    public Reading(LanguageModel model, Optional<Settings> cache, Device device) {
        this(() -> model.stream(device), model.tokenizer(), cache);
    }

    Reading(Supplier<TokenStream> streams, Tokenizer tokenizer, Optional<Settings> cache) {
        this(streams, tokenizer, cache, new ReadPieces(), new Trail(cache), streams.get());
    }

    private Reading(Supplier<TokenStream> streams, Tokenizer tokenizer, Optional<Settings> cache, ReadPieces pieces, Trail trail, TokenStream head) {
        this.streams = streams;
        this.tokenizer = tokenizer;
        cacheSettings = cache;
        this.pieces = pieces;
        this.trail = trail;
        this.head = head;
        this.cache = trail.revisit(pieces, pieces.size()).go(head, tokenizer.vocabulary().size());
    }

    public Tokenizer tokenizer() {
        return tokenizer;
    }

    /** How many tokens were read or written. */
    public synchronized int size() {
        return pieces.size();
    }

    public synchronized String text() {
        return pieces.string();
    }

    /** All of it as it is now. */
    public ReadText read() {
        return read(0);
    }

    /** The pieces from this one on, with the whole text. */
    public synchronized ReadText read(int from) {
        return pieces.read(from);
    }

    /** How surprised the model was by all that it could expect; NaN where that is nothing. */
    public synchronized Perplexity perplexity() {
        return pieces.perplexity();
    }

    /** The first pieces as a text of their own, to go on from there. */
    public Reading upTo(int count) {
        ReadPieces first;
        Trail way;
        synchronized (this) {
            first = pieces.upTo(count);
            way = trail.upTo(count);
        }
        return new Reading(streams, tokenizer, cacheSettings, first, way, streams.get());
    }

    /** The pieces that this one and another text begin with, to go on from there. */
    Reading common(List<Piece> others) {
        int count;
        synchronized (this) {
            count = pieces.common(others);
        }
        return upTo(count);
    }

    /**
     * What the model expects as the piece with this number, from 0 to {@link #size}; as the first one what it expects of a text that
     * begins.
     *
     * @param most    how many of the likeliest tokens
     * @param pointed how many of the occurrences that the cache points to
     */
    public NextToken next(int place, int most, int pointed) {
        synchronized (lookingBack) {
            Revisit there;
            OptionalInt standing;
            synchronized (this) {
                if (place < 0 || place > pieces.size()) {
                    throw new IllegalArgumentException("The place must lie between 0 and " + pieces.size() + ", but is " + place + ".");
                }
                there = trail.revisit(pieces, place);
                standing = place < pieces.size() ? OptionalInt.of(pieces.id(place)) : OptionalInt.empty();
            }
            if (back == null) {
                back = streams.get();
            }
            Optional<PointerCache> then = there.go(back, tokenizer.vocabulary().size());
            if (place == 0) {
                back.read(tokenizer.vocabulary().first());
                return Thoughts.next(back.logits(), Optional.empty(), most, standing, List.of());
            }
            List<NextToken.Pointed> strongest = then.map(each -> each.pointed(back.hidden(), pointed)).orElse(List.of()).stream()
                    .map(occurrence -> at(place, occurrence)).toList();
            Optional<PointerCache> acting = then.filter(each -> each.attend(back.hidden()));
            return Thoughts.next(back.logits(), acting, most, standing, strongest);
        }
    }

    private static NextToken.Pointed at(int place, Pointed pointed) {
        return new NextToken.Pointed(place - pointed.back(), pointed.id(), pointed.attention());
    }

    /** Puts a token behind the text, as if the model had written it. */
    public synchronized Written write(int id) {
        StringBuilder before = pieces.text();
        String letters = tokenizer.written(before, id);
        int to = before.length() + letters.length();
        String bare = letters.stripLeading();
        int from = bare.isEmpty() ? before.length() : to - bare.length();
        return add(new Piece(id, from, to), letters);
    }

    /** Reads the token that begins a text, which has no letters; only where nothing was read yet. */
    synchronized void begin() {
        if (pieces.size() == 0) {
            add(new Piece(tokenizer.vocabulary().first(), 0, 0), "");
        }
    }

    /** Reads the next piece of a longer text, with what lies before it. */
    synchronized Written read(Piece piece, CharSequence whole) {
        return add(piece, whole.subSequence(pieces.text().length(), piece.to()));
    }

    /** Takes what lies behind the last piece of a text. */
    synchronized void close(CharSequence whole) {
        pieces.text().append(whole, pieces.text().length(), whole.length());
    }

    /** The scores of the next token: of the network, or where a cache acts ln of the mixture. */
    synchronized void expect(float[] room) {
        System.arraycopy(head.logits(), 0, room, 0, room.length);
        if (attend()) {
            Thoughts.mix(room, cache.get());
        }
    }

    /** A stream of its own behind the last token; behind the token that begins a text where there is none. */
    TokenStream behind() {
        Revisit end;
        synchronized (this) {
            end = trail.revisit(pieces, pieces.size());
        }
        TokenStream stream = streams.get();
        end.go(stream, tokenizer.vocabulary().size());
        if (end.ids().length == 0) {
            stream.read(tokenizer.vocabulary().first());
        }
        return stream;
    }

    /** The last token; -1 where there is none. */
    synchronized int last() {
        return pieces.size() == 0 ? -1 : pieces.id(pieces.size() - 1);
    }

    private Written add(Piece piece, CharSequence letters) {
        double surprise = Double.NaN;
        double cached = Double.NaN;
        double share = Double.NaN;
        if (pieces.size() > 0) {
            double logarithm = head.logits()[piece.id()] - Thoughts.logSum(head.logits());
            surprise = Thoughts.bits(logarithm);
            if (attend()) {
                double pointer = cache.get().lambda() * cache.get().probability(piece.id());
                double mixed = (1 - cache.get().lambda()) * Math.exp(logarithm) + pointer;
                cached = Thoughts.bits(Math.log(mixed));
                share = mixed > 0 ? pointer / mixed : 0;
            } else if (cacheSettings.isPresent()) {
                cached = surprise;
                share = 0;
            }
            cache.ifPresent(each -> each.add(head.hidden(), piece.id()));
        }
        trail.before(pieces.size(), head);
        head.read(piece.id());
        trail.after(head);
        pieces.add(piece, letters, surprise, cached, share);
        attended = false;
        if (cache.isEmpty()) {
            cache = cacheSettings.map(settings -> new PointerCache(settings, head.hidden().length, tokenizer.vocabulary().size()));
        }
        return new Written(piece, letters.toString(), surprise, cached, share);
    }

    /** Looks back with the cache, once for every place; false where none acts. */
    private boolean attend() {
        if (cache.isEmpty() || !cache.get().acts()) {
            return false;
        }
        if (!attended) {
            attended = cache.get().attend(head.hidden());
        }
        return true;
    }
}
