package tadpole.app.pane.gradients.step;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tadpole.app.xray.Cells;
import tadpole.app.xray.FormulaText;
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
    private static final int MOST_CELL = 64;

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
        HBox head = new HBox(title, place);
        head.getStyleClass().add("step-head");
        sheets.getStyleClass().add("step-sheets");
        sheets.setMinHeight(0);
        VBox.setVgrow(sheets, Priority.ALWAYS);
        getChildren().setAll(head, sentence, formula, sheets);
        model.stageProperty().subscribe(now -> now.ifPresent(this::show));
    }

    private void show(StepStage stage) {
        title.setText(stage.title());
        place.setText(model.place());
        sentence.setText(stage.sentence());
        formula.getChildren().setAll(model.tracedProperty().get().map(now -> formula(now, stage)).stream().toList());
        sheets.getChildren().clear();
        grids.clear();
        stage.sheets().forEach(sheet -> sheets.getChildren().add(view(sheet)));
    }

    private FormulaView formula(TracedSubject traced, StepStage stage) {
        Arithmetic arithmetic = traced.xray().explain(stage.example());
        FormulaView.Setting setting = new FormulaView.Setting(NumberText.FLOAT_DIGITS, Math.max(300, getWidth() - FORMULA_MARGIN), true);
        return new FormulaView(FormulaText.of(arithmetic.name(), NumberText.FLOAT_DIGITS) + " =", arithmetic.symbols(), setting, Lit.NOTHING, _ -> {});
    }

    private VBox view(Sheet sheet) {
        Cells cells = sheet.cells().get();
        Label name = new Label(sheet.title());
        name.getStyleClass().addAll("mono", "step-sheet-name");
        Label shape = new Label(sheet.shape());
        shape.getStyleClass().addAll("muted", "mono");
        NumberGrid grid = new NumberGrid(layer);
        grid.setId("grid-" + grids.size());
        grid.mostPixelsProperty().set(MOST_CELL);
        grid.show(cells);
        grids.add(grid);
        VBox.setVgrow(grid, Priority.ALWAYS);
        ToneBar bar = new ToneBar();
        bar.show(cells.tone());
        VBox view = new VBox(name, shape, grid, bar);
        view.getStyleClass().add("step-sheet");
        view.setMinWidth(0);
        view.setPrefWidth(1);
        HBox.setHgrow(view, Priority.ALWAYS);
        return view;
    }

    /** The sheets that are shown now, from the left. */
    List<NumberGrid> grids() {
        return List.copyOf(grids);
    }

}
