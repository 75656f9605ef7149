package tadpole.app.pane.gradients.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import tadpole.app.chart.Digits;
import tadpole.app.chart.HeatGroup;
import tadpole.app.chart.HeatLayout;
import tadpole.engine.inspect.CheckedTensor;
import tadpole.engine.inspect.Grade;
import tadpole.engine.layer.Network;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Shape;

/**
 * Which number each cell of the heat map is: all of a parameter as tiles in the form of what it looks at, or the checked ones run on.
 *
 * @param groups what is drawn
 * @param of     beside the groups: which numbers the cells are
 */
record Cells(List<HeatGroup> groups, List<Source> of) {

    /** One number of a tensor. */
    record Number(int tensor, int index) {}

    /**
     * @param tensor place in the check's list
     * @param places of the cells; empty where they are all, in order
     */
    record Source(int tensor, int[] places) {

        int index(int cell) {
            return places.length == 0 ? cell : cell < places.length ? places[cell] : -1;
        }

        OptionalInt cell(int index) {
            return places.length == 0 ? OptionalInt.of(index) : IntStream.range(0, places.length).filter(i -> places[i] == index).findFirst();
        }
    }

    /**
     * @param layer    whose numbers are shown, what goes into it too; empty for all parameters
     * @param settings of the check
     */
    static Cells of(CheckSoFar soFar, Network network, OptionalInt layer, Settings settings) {
        int most = settings.whole("most");
        int passing = settings.whole("passing");
        List<HeatGroup> groups = new ArrayList<>();
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < soFar.tensors().size(); i++) {
            CheckedTensor tensor = soFar.tensors().get(i);
            boolean parameter = tensor.kind() == CheckedTensor.Kind.PARAMETER;
            int planned = Math.min(tensor.size(), parameter ? most == 0 ? tensor.size() : most : passing);
            if (planned == 0 || layer.isEmpty() && !parameter || layer.isPresent() && layer.getAsInt() != tensor.layer()) {
                continue;
            }
            boolean all = planned == tensor.size() && parameter;
            int[] places = all ? new int[0] : soFar.places(i).stream().mapToInt(Integer::intValue).toArray();
            sources.add(new Source(i, places));
            groups.add(all ? tiles(tensor, network) : sample(tensor, places, Math.max(planned, places.length)));
        }
        return new Cells(List.copyOf(groups), List.copyOf(sources));
    }

    private static HeatGroup tiles(CheckedTensor tensor, Network network) {
        int[] all = IntStream.range(0, tensor.size()).toArray();
        Shape tile = tile(tensor, network);
        return new HeatGroup(tensor.name(), words(tensor), tile.at(0), tile.at(1), errors(tensor, all, all.length), marks(tensor, all, all.length));
    }

    private static HeatGroup sample(CheckedTensor tensor, int[] places, int planned) {
        String words = tensor.kind() == CheckedTensor.Kind.PASSING
                ? "%s, the gradient that passes, %d of %s numbers".formatted(tensor.shape(), planned, Digits.count(tensor.size()))
                : "%s, %d of %s drawn by lot".formatted(tensor.shape(), planned, Digits.count(tensor.size()));
        return new HeatGroup(tensor.name(), words, 1, 1, errors(tensor, places, planned), marks(tensor, places, planned));
    }

    private static String words(CheckedTensor tensor) {
        return tensor.shape().rank() == 1 ? Digits.count(tensor.size()) : "%s, %s numbers".formatted(tensor.shape(), Digits.count(tensor.size()));
    }

    /** What one unit looks at: a picture for weights that follow one, else a row of the matrix; biases are run on. */
    private static Shape tile(CheckedTensor tensor, Network network) {
        Shape shape = tensor.shape();
        if (shape.rank() == 4) {
            return Shape.of(shape.at(2), shape.at(3));
        }
        if (shape.rank() != 2) {
            return Shape.of(1, 1);
        }
        int before = tensor.layer() - 1;
        if (before >= 0 && before < network.stages().size()) {
            Shape picture = network.stages().get(before).input();
            if (picture.rank() == 3 && picture.size() == shape.at(1) && picture.at(1) > 1) {
                return Shape.of(picture.at(1), picture.at(2));
            }
        }
        return Shape.of(shape.at(0), shape.at(1));
    }

    private static double[] errors(CheckedTensor tensor, int[] places, int planned) {
        double[] errors = new double[planned];
        Arrays.fill(errors, Double.NaN);
        for (int i = 0; i < places.length; i++) {
            errors[i] = tensor.error(places[i]);
        }
        return errors;
    }

    private static HeatGroup.Mark[] marks(CheckedTensor tensor, int[] places, int planned) {
        HeatGroup.Mark[] marks = new HeatGroup.Mark[planned];
        Arrays.fill(marks, HeatGroup.Mark.NONE);
        for (int i = 0; i < places.length; i++) {
            Grade grade = tensor.grade(places[i]);
            marks[i] = grade == Grade.KINK ? HeatGroup.Mark.KINK : grade == Grade.ROUNDING ? HeatGroup.Mark.ROUNDING : HeatGroup.Mark.NONE;
        }
        return marks;
    }

    /** The number of a cell; none where it is not checked yet and so not known. */
    Optional<Number> number(HeatLayout.Place place) {
        Source source = of.get(place.group());
        int index = source.index(place.index());
        return index < 0 ? Optional.empty() : Optional.of(new Number(source.tensor(), index));
    }

    /** The cell of a number; none where it is not shown. */
    Optional<HeatLayout.Place> place(Number number) {
        for (int i = 0; i < of.size(); i++) {
            if (of.get(i).tensor() == number.tensor()) {
                OptionalInt cell = of.get(i).cell(number.index());
                return cell.isPresent() ? Optional.of(new HeatLayout.Place(i, cell.getAsInt())) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
