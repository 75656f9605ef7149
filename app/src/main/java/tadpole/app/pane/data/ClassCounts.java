package tadpole.app.pane.data;

import java.util.List;
import tadpole.engine.dataset.Split;

/**
 * How many images of each class a part has.
 *
 * @param classes names, by label
 * @param counts  one a class
 */
record ClassCounts(List<String> classes, List<Integer> counts) {

    static final ClassCounts NONE = new ClassCounts(List.of(), List.of());

    ClassCounts {
        classes = List.copyOf(classes);
        counts = List.copyOf(counts);
    }

    static ClassCounts of(List<String> classes, Split split) {
        Integer[] counts = new Integer[classes.size()];
        int[] counted = new int[classes.size()];
        for (int i = 0; i < split.size(); i++) {
            counted[split.label(i)]++;
        }
        for (int label = 0; label < counts.length; label++) {
            counts[label] = counted[label];
        }
        return new ClassCounts(classes, List.of(counts));
    }

    int all() {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }
}
