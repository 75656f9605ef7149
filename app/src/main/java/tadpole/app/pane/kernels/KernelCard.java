package tadpole.app.pane.kernels;

import atlantafx.base.controls.Popover;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import tadpole.app.chart.Digits;
import tadpole.engine.convolution.ConvolutionPlan;
import tadpole.engine.convolution.Factors;
import tadpole.engine.convolution.FrequencyResponse;
import tadpole.engine.convolution.Kernel;
import tadpole.engine.convolution.Separable;
import tadpole.resources.Resources;

/** The chosen kernel: its numbers to edit, its name, its sum, whether it is separable, and what it does to waves. */
public final class KernelCard extends VBox {

    private static final PseudoClass SMALL = PseudoClass.getPseudoClass("small");
    /** A longer side than that leaves less room for the rest. */
    private static final int LARGE = 5;

    private final KernelsModel model;
    private final KernelGridModel grid;
    private final KernelGrid cells;
    private final Label size = new Label();
    private final ToggleButton typed = new ToggleButton("Typed");
    private final ToggleButton used = new ToggleButton("As used");
    private final HBox shown = new HBox(typed, used);
    private final Label treatment = muted("kernel-treatment");
    private final Label name = muted("kernel-name");
    private final Label facts = muted("kernel-facts");
    private final Label factors = muted("kernel-factors");
    private final Label saving = muted("kernel-saving");
    private final Label refusal = new Label("", new FontIcon(Material2OutlinedAL.ERROR_OUTLINE));
    private final ResponseCurve curve = new ResponseCurve();
    private final VBox below = new VBox();
    private final Button response = new Button();
    private Optional<Popover> open = Optional.empty();

    public KernelCard(KernelsModel model) {
        this.model = model;
        this.grid = new KernelGridModel(model.kernel(), KernelEdits.of(model));
        this.cells = new KernelGrid(grid);
        setId("kernel-card");
        getStyleClass().add("kernel-card");
        getStylesheets().add(Resources.url("css/pane-kernels-kernel.css").toExternalForm());
        Label title = new Label("Kernel");
        title.getStyleClass().add("section-title");
        size.setId("kernel-size");
        size.getStyleClass().add("muted");
        HBox head = new HBox(title, size);
        head.getStyleClass().add("kernel-head");
        switches();
        refusal.setId("kernel-refusal");
        refusal.getStyleClass().add("refusal");
        refusal.setWrapText(true);
        refusal.setMinHeight(USE_PREF_SIZE);
        refusal.textProperty().bind(grid.refusalProperty());
        hiddenWhenEmpty(refusal);
        factors.getStyleClass().add("mono");
        VBox words = new VBox(name, facts, factors, saving);
        words.getStyleClass().add("kernel-words");
        getChildren().setAll(head, shown, cells, treatment, refusal, words, response());
        cells.roundedProperty().subscribe(_ -> size());
        model.planProperty().subscribe(_ -> show());
        model.filterProperty().subscribe(_ -> show());
        model.channelProperty().subscribe(_ -> show());
    }

    private void switches() {
        ToggleGroup group = new ToggleGroup();
        typed.setToggleGroup(group);
        used.setToggleGroup(group);
        typed.setSelected(true);
        typed.setId("kernel-typed");
        used.setId("kernel-used");
        typed.setTooltip(new Tooltip("The numbers as you typed them; these can be edited."));
        used.setTooltip(new Tooltip("The numbers as they slide: after the gain, the sum and the turn."));
        shown.getStyleClass().add("kernel-shown");
        shown.managedProperty().bind(shown.visibleProperty());
        group.selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null) {
                before.setSelected(true);
            } else {
                show();
            }
        });
    }

    private Button response() {
        Label caption = new Label("its response by frequency");
        caption.getStyleClass().add("response-caption");
        Label from = tick("0");
        Label to = tick("0.5 / pixel");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox ticks = new HBox(from, space, to);
        Label key = new Label("solid along x, dashed along y");
        key.getStyleClass().add("response-key");
        below.getChildren().setAll(ticks, key);
        below.managedProperty().bind(below.visibleProperty());
        VBox content = new VBox(caption, curve, below);
        content.getStyleClass().add("response-small");
        response.setGraphic(content);
        response.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        response.setId("kernel-response");
        response.getStyleClass().addAll("plain-button", "response-button");
        response.setAccessibleText("Response by frequency; opens it for waves of every direction");
        response.setMaxWidth(Double.MAX_VALUE);
        response.setTooltip(new Tooltip());
        response.setOnAction(_ -> openPlane());
        return response;
    }

    private static Label tick(String text) {
        Label tick = new Label(text);
        tick.getStyleClass().addAll("mono", "tick");
        return tick;
    }

    private static Label muted(String id) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        hiddenWhenEmpty(label);
        return label;
    }

    private static void hiddenWhenEmpty(Label label) {
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
    }

    private void show() {
        ConvolutionPlan plan = model.planProperty().get();
        Kernel kernel = model.kernel();
        Kernel effective = plan.effective(kernel);
        boolean differs = !effective.equals(kernel);
        boolean asUsed = differs && used.isSelected();
        size();
        shown.setVisible(differs);
        grid.editableProperty().set(!asUsed);
        grid.show(asUsed ? effective : kernel);
        treatment.setText(differs ? treatment(plan, kernel) : "");
        name.setText(model.names().of(kernel));
        facts(asUsed ? effective : kernel);
        FrequencyResponse waves = new FrequencyResponse(effective, plan.dilation());
        curve.show(waves);
        response.getTooltip().setText(("How strongly waves get through, from even areas (0) to the finest that pixels show (0.5 cycles per pixel). "
                + "Top: × %s. Click for waves of every direction.").formatted(Digits.shortest(curve.most())));
    }

    private void facts(Kernel kernel) {
        Separable separable = Separable.of(kernel);
        boolean apart = separable.factors().isPresent() && kernel.height() > 1 && kernel.width() > 1;
        facts.setText("sum %s · %s".formatted(Digits.shortest((float) kernel.sum()), separable.verdict() + (apart ? ":" : "")));
        factors.setText(separable.factors().filter(_ -> apart).map(Factors::words).orElse(""));
        saving.setText(apart ? separable.saving() : "");
    }

    private void size() {
        Kernel kernel = model.kernel();
        int channels = model.planProperty().get().filters().getFirst().kernels().size();
        String of = channels == 1 ? "" : " · " + ChannelNames.counted(model.channelProperty().get(), channels);
        size.setText("%d × %d%s%s".formatted(kernel.height(), kernel.width(), of, cells.roundedProperty().get() ? ", rounded" : ""));
        boolean large = Math.max(kernel.height(), kernel.width()) > LARGE;
        below.setVisible(!large);
        response.pseudoClassStateChanged(SMALL, large);
    }

    /** As wide as the grid: the words are broken. */
    @Override
    protected double computePrefWidth(double ignored) {
        return cells.prefWidth(-1) + getInsets().getLeft() + getInsets().getRight();
    }

    @Override
    protected double computeMinWidth(double ignored) {
        return cells.minWidth(-1) + getInsets().getLeft() + getInsets().getRight();
    }

    private static String treatment(ConvolutionPlan plan, Kernel kernel) {
        StringBuilder words = new StringBuilder();
        if (plan.divides(kernel)) {
            words.append(", divided by its sum");
        }
        if (plan.gain() != 1) {
            words.append(", × ").append(Digits.shortest(plan.gain()));
        }
        if (plan.flip()) {
            words.append(", turned by half a turn");
        }
        return "As used: " + words.substring(Math.min(2, words.length())) + ".";
    }

    private void openPlane() {
        open.ifPresent(Popover::hide);
        ConvolutionPlan plan = model.planProperty().get();
        Popover popover = new Popover(new ResponsePlane(new FrequencyResponse(plan.effective(model.kernel()), plan.dilation()), name.getText()));
        popover.setDetachable(false);
        popover.setHeaderAlwaysVisible(false);
        popover.setArrowLocation(Popover.ArrowLocation.BOTTOM_CENTER);
        popover.show(response);
        open = Optional.of(popover);
    }
}
