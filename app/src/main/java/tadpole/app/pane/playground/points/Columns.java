package tadpole.app.pane.playground.points;

import java.util.ArrayList;
import java.util.List;

/**
 * How many units stand in each column of the drawing, from the inputs to the outputs, and where the numbers between them lie
 * among all parameters of the network, weights before biases, layer by layer.
 *
 * @param names of the linear layers, in order
 */
record Columns(List<Integer> sizes, List<String> names) {

    /** Something in the drawing that one can point at. */
    sealed interface Spot {}

    /** @param column 0 for the inputs */
    record Unit(int column, int index) implements Spot {}

    /** A number that training moves. */
    sealed interface Number extends Spot {}

    /** @param column of the unit it leads to, from 1 */
    record Weight(int column, int from, int to) implements Number {}

    record Bias(int column, int unit) implements Number {}

    Columns {
        sizes = List.copyOf(sizes);
        names = List.copyOf(names);
    }

    /** @param inputs how many features there are */
    static Columns of(int inputs, Wiring wiring, int outputs) {
        List<Integer> sizes = new ArrayList<>();
        List<String> names = new ArrayList<>();
        sizes.add(inputs);
        wiring.hidden().forEach(each -> sizes.add(each.neurons()));
        sizes.add(outputs);
        for (int i = 1; i < sizes.size(); i++) {
            names.add("linear" + i);
        }
        return new Columns(sizes, names);
    }

    int last() {
        return sizes.size() - 1;
    }

    int size(int column) {
        return sizes.get(column);
    }

    /** Of all columns. */
    int units() {
        return sizes.stream().mapToInt(Integer::intValue).sum();
    }

    int parameters() {
        return start(sizes.size());
    }

    /** The place of a unit when all are counted from the first input. */
    int number(Unit unit) {
        return sizes.subList(0, unit.column()).stream().mapToInt(Integer::intValue).sum() + unit.index();
    }

    /** Where a number stands among all parameters. */
    int place(Number number) {
        return switch (number) {
            case Weight weight -> start(weight.column()) + index(weight);
            case Bias bias -> start(bias.column()) + size(bias.column()) * size(bias.column() - 1) + bias.unit();
        };
    }

    /** The parameter that holds it, such as "linear1.weight". */
    String parameter(Number number) {
        return switch (number) {
            case Weight weight -> names.get(weight.column() - 1) + ".weight";
            case Bias bias -> names.get(bias.column() - 1) + ".bias";
        };
    }

    /** Its place within its parameter. */
    int index(Number number) {
        return switch (number) {
            case Weight weight -> weight.to() * size(weight.column() - 1) + weight.from();
            case Bias bias -> bias.unit();
        };
    }

    /** The number that stands there: the way back from {@link #parameter} and {@link #index}. */
    Number number(String parameter, int index) {
        int column = 1 + names.indexOf(parameter.substring(0, parameter.lastIndexOf('.')));
        int in = size(column - 1);
        return parameter.endsWith(".weight") ? new Weight(column, index % in, index / in) : new Bias(column, index);
    }

    private int start(int column) {
        int start = 0;
        for (int i = 1; i < column; i++) {
            start += size(i) * size(i - 1) + size(i);
        }
        return start;
    }

    boolean has(Spot spot) {
        return switch (spot) {
            case Unit unit -> unit.column() <= last() && unit.index() < size(unit.column());
            case Weight weight -> weight.column() <= last() && weight.to() < size(weight.column()) && weight.from() < size(weight.column() - 1);
            case Bias bias -> bias.column() <= last() && bias.unit() < size(bias.column());
        };
    }

}
