package tadpole.engine.convolution;

import java.util.List;
import java.util.stream.IntStream;
import tadpole.engine.dataset.Split;

/** What two networks make of the same samples. */
public record Comparison(Split samples, Judged before, Judged after) {

    /** A sample that is given another class than before. */
    public record Flip(int index, int label, int before, int after) {

        public boolean isMended() {
            return after == label;
        }

        public boolean isBroken() {
            return before == label;
        }
    }

    /** Of one class: how many samples it has, and how many of them are right. */
    public record OfClass(int count, int before, int after) {}

    /** Those that became wrong first, then those that became right, then the others; by index within. */
    public List<Flip> flips() {
        List<Flip> all = IntStream.range(0, samples.size()).filter(i -> before.answers()[i] != after.answers()[i])
                .mapToObj(i -> new Flip(i, samples.label(i), before.answers()[i], after.answers()[i])).toList();
        return List.of(all.stream().filter(Flip::isBroken), all.stream().filter(Flip::isMended),
                all.stream().filter(each -> !each.isBroken() && !each.isMended())).stream().flatMap(each -> each).toList();
    }

    /** One for each class. */
    public List<OfClass> classes(int count) {
        int[] all = new int[count];
        int[] first = new int[count];
        int[] second = new int[count];
        for (int i = 0; i < samples.size(); i++) {
            int label = samples.label(i);
            all[label]++;
            first[label] += before.answers()[i] == label ? 1 : 0;
            second[label] += after.answers()[i] == label ? 1 : 0;
        }
        return IntStream.range(0, count).mapToObj(i -> new OfClass(all[i], first[i], second[i])).toList();
    }
}
