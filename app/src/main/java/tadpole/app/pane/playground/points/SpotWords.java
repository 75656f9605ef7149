package tadpole.app.pane.playground.points;

import java.util.Locale;
import tadpole.app.pane.playground.points.Columns.Bias;
import tadpole.app.pane.playground.points.Columns.Number;
import tadpole.app.pane.playground.points.Columns.Spot;
import tadpole.app.pane.playground.points.Columns.Unit;
import tadpole.app.pane.playground.points.Columns.Weight;

/** Names what one points at, with its exact number. */
record SpotWords(PlayDraft draft, Look look) {

    String of(Spot spot) {
        return switch (spot) {
            case Number number -> "%s\n%s = %s".formatted(title(number), number instanceof Weight ? "w" : "b",
                    Float.toString(look.weights()[draft.columns().place(number)]));
            case Unit unit -> title(unit) + value(unit);
        };
    }

    private String value(Unit unit) {
        if (look.picked().isEmpty() || !draft.columns().equals(look.columns())) {
            return "";
        }
        String gives = "\ngives %s at the picked point".formatted(Float.toString(look.passing()[draft.columns().number(unit)]));
        return unit.column() < draft.columns().last() ? gives : gives + ", probability %s".formatted(Float.toString(look.probabilities()[unit.index()]));
    }

    String title(Spot spot) {
        return switch (spot) {
            case Weight(int column, int from, int to) -> "Weight from %s to %s".formatted(name(new Unit(column - 1, from)), name(new Unit(column, to)));
            case Bias(int column, int unit) -> "Bias of " + name(new Unit(column, unit));
            case Unit unit -> {
                String name = name(unit);
                yield Character.toUpperCase(name.charAt(0)) + name.substring(1);
            }
        };
    }

    private String name(Unit unit) {
        if (unit.column() == 0) {
            return draft.inputs().get(unit.index());
        }
        return unit.column() == draft.columns().last() ? "class " + ClassMark.letter(unit.index())
                : String.format(Locale.ROOT, "layer %d, neuron %d", unit.column(), unit.index() + 1);
    }
}
