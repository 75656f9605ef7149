package tadpole.app.pane.train.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tadpole.engine.design.Misfit;
import tadpole.engine.design.Part;
import tadpole.engine.recipe.Spec;

/**
 * One card of the chain: a layer, or equal layers one after the other that are folded into one.
 *
 * @param from  place of the first one in the network
 * @param parts at least one
 */
record Link(int from, List<Part> parts) {

    /** Fewer are as quickly read one by one. */
    private static final int LEAST_FOLDED = 3;

    Link {
        parts = List.copyOf(parts);
    }

    /** @param folded whether three or more equal layers in a row, with the same shape before and behind, become one link */
    static List<Link> of(List<Part> parts, boolean folded) {
        List<Link> links = new ArrayList<>();
        int from = 0;
        while (from < parts.size()) {
            int to = from + 1;
            while (to < parts.size() && isSame(parts.get(from), parts.get(to))) {
                to++;
            }
            if (!folded || to - from < LEAST_FOLDED) {
                to = from + 1;
            }
            links.add(new Link(from, parts.subList(from, to)));
            from = to;
        }
        return links;
    }

    private static boolean isSame(Part one, Part other) {
        return one instanceof Part.Fitting(_, Spec spec, var cost, var remark) && other instanceof Part.Fitting(_, Spec also, var second, var noRemark)
                && spec.equals(also) && remark.isEmpty() && noRemark.isEmpty()
                && cost.input().equals(second.input()) && cost.output().equals(second.output());
    }

    int count() {
        return parts.size();
    }

    /** The place behind its last layer. */
    int end() {
        return from + parts.size();
    }

    boolean holds(int index) {
        return index >= from && index < end();
    }

    Part first() {
        return parts.getFirst();
    }

    Spec spec() {
        return first().spec();
    }

    /** "conv2d1", "residualBlock2–9". */
    String name() {
        return count() == 1 ? first().name() : "%s–%d".formatted(first().name(), number(first().name()) + count() - 1);
    }

    private static int number(String name) {
        return Integer.parseInt(name.replaceFirst(".*\\D", ""));
    }

    /** What is wrong or odd with it. */
    Optional<Misfit> misfit() {
        return switch (first()) {
            case Part.Fitting fitting -> fitting.remark();
            case Part.Misfitting wrong -> Optional.of(wrong.misfit());
            case Part.NotKnown _ -> Optional.empty();
        };
    }

    long parameters() {
        return parts.stream().mapToLong(part -> part instanceof Part.Fitting fitting ? fitting.cost().parameters() : 0).sum();
    }

    long multiplyAdds() {
        return parts.stream().mapToLong(part -> part instanceof Part.Fitting fitting ? fitting.cost().multiplyAdds() : 0).sum();
    }

    long bytes() {
        return parts.stream().mapToLong(part -> part instanceof Part.Fitting fitting ? fitting.cost().bytes() : 0).sum();
    }
}
