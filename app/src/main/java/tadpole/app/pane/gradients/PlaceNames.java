package tadpole.app.pane.gradients;

import java.util.ArrayList;
import java.util.List;
import tadpole.engine.layer.Network;
import tadpole.engine.tensor.Shape;

/**
 * Names the numbers of parameters as people call their places: "frog, R, 3, 17" instead of an index.
 *
 * @param classes names by label; empty where the network gives no classes
 * @param picture what goes in, per sample
 * @param first   name of the first layer with parameters
 * @param last    name of the last one
 */
public record PlaceNames(List<String> classes, Shape picture, String first, String last) {

    private static final List<String> COLORS = List.of("R", "G", "B");

    public PlaceNames {
        classes = List.copyOf(classes);
    }

    /** @param stages of the network whose parameters are named */
    public static PlaceNames of(List<Network.Stage> stages, List<String> classes, Shape picture) {
        List<String> learning = stages.stream().filter(each -> !each.layer().parameters().isEmpty()).map(Network.Stage::name).toList();
        return new PlaceNames(classes, picture, learning.isEmpty() ? "" : learning.getFirst(), learning.isEmpty() ? "" : learning.getLast());
    }

    /** @param parameter such as "linear1.weight" */
    public String of(String parameter, Shape shape, int index) {
        List<Integer> at = places(shape, index);
        boolean ofFirst = parameter.startsWith(first + ".");
        List<String> names = new ArrayList<>();
        boolean named = parameter.startsWith(last + ".") && shape.at(0) == classes.size();
        names.add(named ? classes.get(at.getFirst()) : Integer.toString(at.getFirst()));
        if (ofFirst && shape.rank() == 2 && picture.rank() == 3 && shape.at(1) == picture.size()) {
            pictured(names, places(picture, at.get(1)), picture.at(0));
        } else if (ofFirst && shape.rank() == 4) {
            pictured(names, at.subList(1, at.size()), shape.at(1));
        } else {
            at.subList(1, at.size()).forEach(each -> names.add(Integer.toString(each)));
        }
        return String.join(", ", names);
    }

    /** Channel, row, column; the only channel goes without saying. */
    private static void pictured(List<String> names, List<Integer> at, int channels) {
        if (channels > 1) {
            names.add(channels == COLORS.size() ? COLORS.get(at.getFirst()) : Integer.toString(at.getFirst()));
        }
        at.subList(1, at.size()).forEach(each -> names.add(Integer.toString(each)));
    }

    private static List<Integer> places(Shape shape, int index) {
        List<Integer> places = new ArrayList<>();
        int rest = index;
        for (int axis = shape.rank() - 1; axis >= 0; axis--) {
            places.addFirst(rest % shape.at(axis));
            rest /= shape.at(axis);
        }
        return places;
    }
}
