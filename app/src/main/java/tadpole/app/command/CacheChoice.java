package tadpole.app.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import tadpole.engine.language.PointerCache;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;

/** The pointer cache that a command sets beside its model. */
final class CacheChoice {

    @Option(names = "--cache", paramLabel = "THETA,LAMBDA,WINDOW", description = "Sets a pointer cache beside the model, such as 1,0.1,500: sharpness, share in the mixture, tokens remembered.")
    private Optional<String> cache = Optional.empty();

    @Option(names = "--full-window", description = "The cache acts only once its window is full; without it, from the first prediction that it can help with.")
    private boolean full;

    /** Settings of {@link PointerCache#RECIPE}. */
    Optional<Settings> settings() throws CommandException {
        if (cache.isEmpty()) {
            if (full) {
                throw CommandException.wrongRequest("--full-window says when a cache acts, but there is none. Give one with --cache THETA,LAMBDA,WINDOW.", null);
            }
            return Optional.empty();
        }
        String[] parts = cache.get().split(",", -1);
        if (parts.length != 3) {
            throw malformed();
        }
        try {
            Map<String, Object> given = new LinkedHashMap<>();
            given.put("theta", Double.valueOf(parts[0].strip()));
            given.put("lambda", Double.valueOf(parts[1].strip()));
            given.put("window", Long.valueOf(parts[2].strip()));
            given.put("begins", full ? "full" : "first");
            return Optional.of(PointerCache.RECIPE.settings(given));
        } catch (NumberFormatException noNumber) {
            throw malformed();
        } catch (SettingException outOfBounds) {
            throw CommandException.wrongRequest("--cache: %s".formatted(outOfBounds.getMessage()), outOfBounds);
        }
    }

    private CommandException malformed() {
        return CommandException.wrongRequest("--cache takes three numbers, theta,lambda,window such as 1,0.1,500, but is \"%s\".".formatted(cache.get()), null);
    }
}
