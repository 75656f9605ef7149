package tadpole.engine.language;

import java.util.List;
import java.util.Optional;
import tadpole.engine.recipe.Settings;

/**
 * All that is needed to come back to a place of a text, taken out of its {@link Trail} so that the text may grow meanwhile.
 *
 * @param mind      before the first of the tokens to read; empty at the beginning of the text
 * @param ids       tokens to read, up to the one before the place
 * @param cache     settings of the cache; empty without one
 * @param followers how many tokens the cache remembers at the place; the last ones
 * @param followed  these tokens, where their states are known; else empty
 * @param states    what each of them followed
 */
record Revisit(Optional<LanguageStream.Mind> mind, int[] ids, Optional<Settings> cache, int followers, int[] followed, List<float[]> states) {

    /** Puts the stream there and gives the cache as it was there; empty without one, and at the beginning of the text. */
    Optional<PointerCache> go(TokenStream stream, int vocabulary) {
        mind.ifPresentOrElse(stream::mind, stream::forget);
        if (cache.isEmpty() || ids.length == 0) {
            readAll(stream);
            return Optional.empty();
        }
        if (followed.length == followers) {
            readAll(stream);
            return Optional.of(filled(stream.hidden().length, vocabulary));
        }
        stream.read(ids[0]);
        PointerCache there = new PointerCache(cache.get(), stream.hidden().length, vocabulary);
        for (int place = 1; place < ids.length; place++) {
            if (place >= ids.length - followers) {
                there.add(stream.hidden(), ids[place]);
            }
            stream.read(ids[place]);
        }
        return Optional.of(there);
    }

    private void readAll(TokenStream stream) {
        for (int id : ids) {
            stream.read(id);
        }
    }

    private PointerCache filled(int hidden, int vocabulary) {
        PointerCache there = new PointerCache(cache.orElseThrow(), hidden, vocabulary);
        for (int place = 0; place < followers; place++) {
            there.add(states.get(place), followed[place]);
        }
        return there;
    }
}
