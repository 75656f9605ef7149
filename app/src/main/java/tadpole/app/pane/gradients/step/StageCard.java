package tadpole.app.pane.gradients.step;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tadpole.app.xray.Cells;
import tadpole.app.xray.FormulaView;
import tadpole.app.xray.Lit;
import tadpole.app.xray.NumberGrid;
import tadpole.app.xray.NumberText;
import tadpole.app.xray.ToneBar;
import tadpole.app.xray.XRayLayer;
import tadpole.engine.inspect.Arithmetic;

/** The stage one is at: what happens, its formula, its tensors. */
final class StageCard extends VBox {

    private static final double FORMULA_MARGIN = 40;
    private static final int MOST_CELL = 72;
    /** Between two sheets. */
    private static final double BETWEEN = 32;
    private static final double LEAST = 140;
    /** What name, shape and scale take of a sheet's height. */
    private static final double WORDS = 70;

    private final StepModel model;
    private final XRayLayer layer;
    private final Label title = new Label();
    private final Label place = new Label();
    private final Label sentence = new Label();
    private final StackPane formula = new StackPane();
    private final HBox sheets = new HBox();
    private final List<NumberGrid> grids = new ArrayList<>();

    StageCard(StepModel model, XRayLayer layer) {
        this.model = model;
        this.layer = layer;
        setId("step-card");
        getStyleClass().addAll("card", "step-card");
        title.setId("step-title");
        title.getStyleClass().add("section-title");
        place.setId("step-place");
        place.getStyleClass().add("muted");
        sentence.setId("step-sentence");
        sentence.getStyleClass().add("muted");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        formula.setId("step-formula");
        formula.getStyleClass().add("step-formula");
        formula.setMinHeight(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(title, place, gap, new SampleChooser(model));
        head.setMinHeight(USE_PREF_SIZE);
        head.getStyleClass().add("step-head");
        sheets.setSpacing(BETWEEN);
        sheets.setMinSize(0, 0);
        setMinWidth(0);
        VBox.setVgrow(sheets, Priority.ALWAYS);
        getChildren().setAll(head, sentence, formula, sheets);
        model.stageProperty().subscribe(now -> now.ifPresent(this::show));
        sheets.widthProperty().addListener(_ -> model.stageProperty().get().ifPresent(this::lay));
        sheets.heightProperty().addListener(_ -> model.stageProperty().get().ifPresent(this::lay));
    }

    private void show(StepStage stage) {
        title.setText(stage.title());
        place.setText(model.place());
        sentence.setText(stage.sentence());
        formula.getChildren().setAll(model.tracedProperty().get().map(now -> formula(now, stage)).stream().toList());
        lay(stage);
    }

    private HBox formula(TracedSubject traced, StepStage stage) {
        Arithmetic arithmetic = traced.xray().explain(stage.example());
        double room = Math.max(300, getWidth() - FORMULA_MARGIN);
        HBox both = new HBox(8,
                new FormulaView("", arithmetic.name(), new FormulaView.Setting(NumberText.FLOAT_DIGITS, room, false), Lit.NOTHING, _ -> {}),
                new FormulaView("=", arithmetic.symbols(), new FormulaView.Setting(NumberText.FLOAT_DIGITS, room, true), Lit.NOTHING, _ -> {}));
        both.setAlignment(Pos.BASELINE_LEFT);
        both.setVisible(!arithmetic.symbols().equals(arithmetic.name()));
        return both;
    }

    private void lay(StepStage stage) {
        sheets.getChildren().clear();
        grids.clear();
        double[] widths = widths(stage.sheets());
        if (sheets.getHeight() > WORDS && sheets.getWidth() > 0) {
            for (int i = 0; i < widths.length; i++) {
                sheets.getChildren().add(view(stage.sheets().get(i), widths[i]));
            }
        }
    }

    /** Each the least, and of what is left as much as it has to show. */
    private double[] widths(List<Sheet> shown) {
        double left = sheets.getWidth() - BETWEEN * (shown.size() - 1) - LEAST * shown.size();
        double shares = shown.stream().mapToDouble(Sheet::share).sum();
        return shown.stream().mapToDouble(sheet -> LEAST + Math.floor(Math.max(0, left) * sheet.share() / shares)).toArray();
    }

    private VBox view(Sheet sheet, double width) {
        double height = sheets.getHeight() - WORDS;
        Mosaic mosaic = sheet.mosaic().fitting(width, height, MOST_CELL);
        Cells cells = sheet.cells().apply(mosaic);
        Label name = new Label(sheet.title());
        name.getStyleClass().addAll("mono", "step-sheet-name");
        name.setTooltip(new Tooltip(sheet.title()));
        Label shape = new Label(sheet.shape());
        shape.getStyleClass().addAll("muted", "mono");
        NumberGrid grid = new NumberGrid(layer);
        grid.setId("grid-" + grids.size());
        grid.mostPixelsProperty().set(MOST_CELL);
        grid.show(cells);
        double pixels = Math.min(MOST_CELL, Math.min(width / mosaic.columns(), height / mosaic.rows()));
        grid.setPrefSize(width, pixels < 1 ? height : Math.floor(pixels) * mosaic.rows());
        grids.add(grid);
        ToneBar bar = new ToneBar();
        bar.show(cells.tone());
        VBox view = new VBox(name, shape, grid, bar);
        view.getStyleClass().add("step-sheet");
        // No wider than what is in it, so that the sheets stand together.
        view.setPrefWidth(pixels < 1 ? width : Math.max(LEAST, Math.floor(pixels) * mosaic.columns()));
        view.setMinWidth(0);
        return view;
    }

    /** The sheets that are shown now, from the left. */
    List<NumberGrid> grids() {
        return List.copyOf(grids);
    }
}
