package tadpole.app.pane.studio.inside;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import tadpole.app.chart.AreasPicture;
import tadpole.app.pane.studio.PullColors;
import tadpole.app.pane.studio.PullHistory;
import tadpole.engine.picture.pull.PullName;

/** The losses of a run with their shares, in an order that stays: kind by kind, from the first layer to the deepest. */
final class PullsModel {

    /** One loss. @param share of now, 0 to 1 @param shade which of its kind, 0 the first */
    record Row(PullName name, double share, boolean muted, int shade) {

        String words() {
            return name.layer().equals(PullName.PIXELS) ? kind() : kind() + " " + name.layer();
        }

        private String kind() {
            return name.toString().split(" ")[0];
        }

        int look() {
            return PullColors.look(name.kind());
        }
    }

    private final PullHistory history;
    private final IntegerProperty lit = new SimpleIntegerProperty(-1);

    PullsModel(PullHistory history) {
        this.history = history;
    }

    PullHistory history() {
        return history;
    }

    /** The row one points at; -1 for none. */
    IntegerProperty litProperty() {
        return lit;
    }

    List<Row> rows() {
        Set<PullName> names = new LinkedHashSet<>();
        history.momentsProperty().get().forEach(moment -> names.addAll(moment.shares().keySet()));
        Map<PullName, Double> now = history.momentsProperty().get().isEmpty() ? Map.of() : history.momentsProperty().get().getLast().shares();
        Map<PullName.Kind, Integer> shades = new EnumMap<>(PullName.Kind.class);
        List<Row> rows = new ArrayList<>();
        names.stream().sorted(Comparator.comparing(PullName::kind).thenComparing(PullName::layer)).forEach(name -> rows.add(new Row(name,
                now.getOrDefault(name, 0.0), history.mutedProperty().get().contains(name), shades.merge(name.kind(), 1, Integer::sum) - 1)));
        return rows;
    }

    void muteOrHear(int row) {
        List<Row> rows = rows();
        if (row >= 0 && row < rows.size()) {
            history.mute(rows.get(row).name(), !rows.get(row).muted());
        }
    }

    AreasPicture picture() {
        List<PullHistory.Moment> moments = history.momentsProperty().get();
        double[] steps = moments.stream().mapToDouble(PullHistory.Moment::number).toArray();
        List<AreasPicture.Area> areas = rows().stream().map(row -> new AreasPicture.Area(row.words(),
                moments.stream().mapToDouble(moment -> moment.shares().getOrDefault(row.name(), 0.0)).toArray(), row.look(), row.shade(), row.muted())).toList();
        List<AreasPicture.Upright> flags = new ArrayList<>();
        for (int i = 0; i < moments.size(); i++) {
            if (i == 0 || !moments.get(i).stage().equals(moments.get(i - 1).stage())) {
                flags.add(new AreasPicture.Upright(moments.get(i).number(), moments.get(i).stage()));
            }
        }
        return new AreasPicture(steps, areas, flags, lit.get());
    }
}
