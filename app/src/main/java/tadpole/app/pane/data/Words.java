package tadpole.app.pane.data;

import java.util.Locale;
import java.util.Set;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.Split;

/** How counts, sizes and classes are said. */
final class Words {

    private static final Set<String> SAME_IN_PLURAL = Set.of("deer", "sheep", "fish", "aircraft");
    private static final char NO_BREAK_SPACE = '\u00A0';

    private Words() {}

    /** 50 000, with spaces that do not break. */
    static String count(int number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', NO_BREAK_SPACE);
    }

    static String images(int number) {
        return count(number) + (number == 1 ? " image" : " images");
    }

    /** "5 000 frogs" where the plural is plain, else "5 000 images of fox". */
    static String imagesOf(String name, int number) {
        if (SAME_IN_PLURAL.contains(name) || number == 1 && isWord(name)) {
            return count(number) + " " + name;
        }
        boolean plain = isWord(name) && !name.matches(".*(s|x|z|h|y|f)");
        return plain ? count(number) + " " + name + "s" : images(number) + " of " + name;
    }

    /** "3×32×32". */
    static String shape(Split split) {
        return "%d×%d×%d".formatted(split.shape().at(0), split.shape().at(1), split.shape().at(2));
    }

    /** "CIFAR-10 · 50 000 training, 10 000 test images · 3×32×32". */
    static String contents(Dataset dataset) {
        String counts = dataset.test()
                .map(test -> "%s training, %s test images".formatted(count(dataset.train().size()), count(test.size())))
                .orElse("%s training images".formatted(count(dataset.train().size())));
        return "%s · %s · %s".formatted(dataset.title(), counts, shape(dataset.train()));
    }

    /** What the images and labels take in memory. */
    static String size(Dataset dataset) {
        double megabytes = (bytes(dataset.train()) + dataset.test().map(Words::bytes).orElse(0L)) / 1e6;
        if (megabytes < 0.1) {
            return "under 0.1 MB";
        }
        return String.format(Locale.ROOT, megabytes < 10 ? "%.1f MB" : "%.0f MB", megabytes);
    }

    private static long bytes(Split split) {
        return split.size() * (split.shape().size() + 1L);
    }

    private static boolean isWord(String name) {
        return name.matches("[a-z]{2,}");
    }
}
