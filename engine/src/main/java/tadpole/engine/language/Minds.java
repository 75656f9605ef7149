package tadpole.engine.language;

import java.util.ArrayList;
import java.util.List;

/** What a reader had in mind before every few tokens of a text; where there are many, every second one is dropped. */
final class Minds {

    private static final int MOST = 2048;

    private final List<LanguageStream.Mind> minds = new ArrayList<>();
    private int every = 16;

    /** A copy of those before the first so many tokens. */
    Minds upTo(int tokens) {
        Minds copy = new Minds();
        copy.every = every;
        copy.minds.addAll(minds.subList(0, Math.min(minds.size(), (tokens + every - 1) / every)));
        return copy;
    }

    /** Keeps the mind before this token, if it is one of those that are kept. */
    void before(int token, TokenStream stream) {
        if (token % every != 0) {
            return;
        }
        minds.add(stream.mind().withoutLogits());
        if (minds.size() > MOST) {
            every *= 2;
            for (int place = 1; place < minds.size(); place++) {
                minds.remove(place);
            }
        }
    }

    /** The last token at or before this one whose mind is kept. */
    int nearest(int token) {
        return token / every * every;
    }

    LanguageStream.Mind at(int nearest) {
        return minds.get(nearest / every);
    }
}
