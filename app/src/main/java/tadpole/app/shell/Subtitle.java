package tadpole.app.shell;

import java.util.function.ToDoubleFunction;

/** The words beside a pane's title: parts joined by a middle dot, the most important first. */
final class Subtitle {

    private static final String JOINT = " \u00B7 ";

    private Subtitle() {}

    /** The most important part. */
    static String first(String words) {
        return words.split(JOINT, 2)[0];
    }

    /** As many whole parts, from the first, as there is room for; the first alone may be too long. */
    static String fitting(String words, double room, ToDoubleFunction<String> width) {
        String fitting = words;
        while (fitting.contains(JOINT) && width.applyAsDouble(fitting) > room) {
            fitting = fitting.substring(0, fitting.lastIndexOf(JOINT));
        }
        return fitting;
    }
}
