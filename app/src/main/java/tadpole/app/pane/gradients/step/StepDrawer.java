package tadpole.app.pane.gradients.step;

import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tadpole.app.form.FieldModel;
import tadpole.app.form.FormLayout;
import tadpole.app.form.RecipeForm;
import tadpole.app.pane.gradients.PlaceNames;
import tadpole.app.pane.gradients.SubjectForm;
import tadpole.app.xray.NumberText;
import tadpole.app.xray.XRayLayer;
import tadpole.engine.formula.Address;
import tadpole.engine.inspect.StepTrace;
import tadpole.engine.loss.Target;

/** At the right: which network on which images, the likeliest classes, the first parameters before and after. */
final class StepDrawer extends VBox {

    private static final int MOST_CLASSES = 5;
    private static final int MOST_ROWS = 6;

    private final StepModel model;
    private final XRayLayer layer;
    private final VBox classes = new VBox();
    private final GridPane changes = new GridPane();
    private final Label changesTitle = new Label("Before and after");

    StepDrawer(StepModel model, XRayLayer layer) {
        this.model = model;
        this.layer = layer;
        setId("step-drawer");
        getStyleClass().addAll("form", "step-drawer");
        SubjectForm form = new SubjectForm(model.subject());
        RecipeForm rows = new RecipeForm(form.fields(), FormLayout.PLAIN.named("step"));
        Runnable which = () -> {
            for (FieldModel field : form.fields().fields()) {
                Region row = rows.field(field.setting().key());
                row.setVisible(form.counts(field.setting().key()));
                row.setManaged(row.isVisible());
            }
        };
        model.subject().networkProperty().subscribe(_ -> which.run());
        model.subject().samplesProperty().subscribe(_ -> which.run());
        changesTitle.getStyleClass().add("section-title");
        classes.getStyleClass().add("step-classes");
        changes.getStyleClass().add("step-changes");
        changes.setId("step-changes");
        Label hint = new Label("Click any number to see where it comes from.");
        hint.getStyleClass().add("muted");
        hint.setWrapText(true);
        getChildren().setAll(title("Step"), rows, hairline(), title("What it says"), classes, hairline(), changesTitle, changes, hint);
        model.stageProperty().subscribe(_ -> show());
    }

    private static Label title(String text) {
        Label title = new Label(text);
        title.getStyleClass().add("section-title");
        return title;
    }

    private static Region hairline() {
        Region hairline = new Region();
        hairline.getStyleClass().add("hairline");
        return hairline;
    }

    private void show() {
        classes.getChildren().clear();
        changes.getChildren().clear();
        model.tracedProperty().get().ifPresent(traced -> {
            showClasses(traced.trace());
            showChanges(traced.trace());
        });
    }

    private void showClasses(StepTrace trace) {
        int sample = model.sampleProperty().get();
        trace.probabilities().ifPresent(p -> {
            List<Integer> order = IntStream.range(0, p.columns()).boxed()
                    .sorted((a, b) -> Double.compare(p.at(sample, b), p.at(sample, a))).limit(MOST_CLASSES).toList();
            IntStream right = IntStream.range(0, p.columns()).filter(index -> isRight(trace, sample, index) && !order.contains(index));
            for (int index : IntStream.concat(order.stream().mapToInt(Integer::intValue), right).toArray()) {
                HBox row = row(trace.step().classes().get(index), p.at(sample, index), new Address.Probability(sample, index));
                row.getChildren().getFirst().getStyleClass().add(isRight(trace, sample, index) ? "section-title" : "field-label");
                classes.getChildren().add(row);
            }
        });
        classes.getChildren().add(row("loss", trace.sampleLosses().get(sample), new Address.SampleLoss(sample)));
    }

    private HBox row(String name, double value, Address address) {
        Label label = new Label(name);
        label.setMinWidth(0);
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox row = new HBox(8, label, number(value, address));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static boolean isRight(StepTrace trace, int sample, int index) {
        return trace.target() instanceof Target.Classes classes && classes.labels()[sample] == index;
    }

    private Label number(double value, Address address) {
        Label number = new Label(NumberText.of(value, 4));
        number.getStyleClass().addAll("mono", "step-number");
        number.setMinWidth(USE_PREF_SIZE);
        number.setFocusTraversable(true);
        number.setTooltip(new Tooltip(NumberText.exact(value) + "\nClick to see where it comes from."));
        number.setUserData(address);
        number.setOnMouseClicked(_ -> layer.open(address, number));
        number.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                layer.open(address, number);
            }
        });
        return number;
    }

    /** The first numbers of the parameter one is at, as the lesson prints them. */
    private void showChanges(StepTrace trace) {
        int at = model.stageProperty().get().filter(stage -> stage.phase() == Phase.UPDATE).map(stage -> (Address.Updated) stage.example())
                .map(updated -> trace.parameters().stream().map(StepTrace.Moved::name).toList().indexOf(updated.parameter())).orElse(0);
        if (trace.parameters().isEmpty()) {
            changesTitle.setText("No parameters");
            return;
        }
        StepTrace.Moved moved = trace.parameters().get(at);
        changesTitle.setText(moved.name());
        int most = IntStream.range(0, moved.gradient().size()).reduce(0, (best, i) ->
                Math.abs(moved.gradient().at(i)) > Math.abs(moved.gradient().at(best)) ? i : best);
        int first = Math.clamp(most - MOST_ROWS / 2, 0, Math.max(0, moved.before().size() - MOST_ROWS));
        PlaceNames names = PlaceNames.of(trace.step().layers(), trace.step().classes(), trace.input().shape().perSample());
        head("at", 0);
        head("before", 1);
        head("after", 2);
        head("change", 3);
        for (int row = 0; row < Math.min(MOST_ROWS, moved.before().size()); row++) {
            int index = first + row;
            Label place = new Label(names.of(moved.name(), moved.shape(), index));
            place.setMinWidth(0);
            place.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
            place.setTooltip(new Tooltip(place.getText()));
            place.getStyleClass().addAll("muted", "mono");
            changes.add(place, 0, row + 1);
            changes.add(number(moved.before().at(index), new Address.Weight(moved.name(), index)), 1, row + 1);
            changes.add(number(moved.after().at(index), new Address.Updated(moved.name(), index)), 2, row + 1);
            changes.add(number(moved.after().at(index) - moved.before().at(index), new Address.Updated(moved.name(), index)), 3, row + 1);
        }
    }

    private void head(String name, int column) {
        Label head = new Label(name);
        head.getStyleClass().addAll("muted", "small");
        changes.add(head, column, 0);
    }
}
