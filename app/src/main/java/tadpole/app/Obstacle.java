package tadpole.app;

import java.util.Map;

/** Why a window cannot open on this machine. */
enum Obstacle {
    NO_DISPLAY,
    NO_GTK,
    /** Something else, which is a mistake of the program. */
    OTHER;

    /**
     * Reads it from what JavaFX threw: its toolkit on Linux tells by its sentence only, or fails to link.
     *
     * @param environment variables by name
     */
    static Obstacle of(Throwable thrown, Map<String, String> environment) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            boolean toolkit = each instanceof UnsupportedOperationException
                    && String.valueOf(each.getMessage()).matches(".*(DISPLAY|GTK).*");
            if (toolkit || each instanceof UnsatisfiedLinkError) {
                boolean display = !environment.getOrDefault("DISPLAY", "").isBlank();
                return !display || each.getMessage().contains("DISPLAY") ? NO_DISPLAY : NO_GTK;
            }
        }
        return OTHER;
    }
}
