package tadpole.engine.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tadpole.engine.recipe.Settings;

/** What a reader leaves behind on its way through a text, so that one can come back to any place of it. */
final class Trail {

    /** Up to so many numbers of states are kept for a cache to be filled from; beyond, they are read again. */
    private static final long STATES = 1 << 24;

    private final Optional<Settings> cache;
    private final Minds minds;
    private final List<float[]> states;

    Trail(Optional<Settings> cache) {
        this(cache, new Minds(), List.of());
    }

    private Trail(Optional<Settings> cache, Minds minds, List<float[]> states) {
        this.cache = cache;
        this.minds = minds;
        this.states = new ArrayList<>(states);
    }

    /** Called before the token with this number is read. */
    void before(int token, TokenStream stream) {
        minds.before(token, stream);
    }

    /** Called after each token. */
    void after(TokenStream stream) {
        if (cache.isPresent() && (states.size() + 1L) * stream.hidden().length <= STATES) {
            states.add(stream.hidden().clone());
        }
    }

    Trail upTo(int tokens) {
        return new Trail(cache, minds.upTo(tokens), states.subList(0, Math.min(tokens, states.size())));
    }

    /** What is needed to stand behind so many of these tokens again. */
    Revisit revisit(ReadPieces pieces, int place) {
        if (place == 0) {
            return new Revisit(Optional.empty(), new int[0], cache, 0, new int[0], List.of());
        }
        int followers = cache.map(settings -> Math.min(settings.whole("window"), place - 1)).orElse(0);
        int oldest = place - followers;
        boolean known = states.size() >= place - 1;
        int first = minds.nearest(known ? place - 1 : oldest - 1);
        Optional<LanguageStream.Mind> mind = first == 0 ? Optional.empty() : Optional.of(minds.at(first));
        return new Revisit(mind, pieces.ids(first, place), cache, followers, known ? pieces.ids(oldest, place) : new int[0],
                known && followers > 0 ? List.copyOf(states.subList(oldest - 1, place - 1)) : List.of());
    }
}
