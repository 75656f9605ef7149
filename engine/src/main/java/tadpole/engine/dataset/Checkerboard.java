package tadpole.engine.dataset;

import java.util.List;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Settings;

/** Fields of two classes in turn, between -1 and 1; points lie evenly anywhere in the fields of their class. */
final class Checkerboard {

    static final Recipe<PointSetMaker> RECIPE = new Recipe<>("checkerboard", "Checkerboard",
            "Fields of two classes in turn: the more fields, the more units a network needs.",
            List.of(
                    new Setting.Whole("fields", "Fields a side", 4L, 2, 8, "", "How many fields each side has. Default 4."),
                    PointSettings.POINTS,
                    PointSettings.noise(0, "Deviation of each point from where its class was decided."),
                    PointSettings.TEST,
                    PointSettings.SEED),
            settings -> make("Checkerboard, %1$d × %1$d fields".formatted(settings.whole("fields")), settings, settings.whole("fields")));

    private Checkerboard() {}

    static PointSet make(String title, Settings settings, int fields) {
        PointDraft draft = new PointDraft(settings, 2);
        return draft.fill(title, (color, _) -> {
            int column = draft.oneOf(fields);
            int row = draft.oneOf(fields);
            while ((column + row) % 2 != color) {
                row = draft.oneOf(fields);
            }
            return new double[] {within(column, fields, draft), within(row, fields, draft)};
        });
    }

    private static double within(int field, int fields, PointDraft draft) {
        double middle = (2 * field + 1.0) / fields - 1;
        return middle + draft.anywhere() / fields + draft.noise();
    }
}
