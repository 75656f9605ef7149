package tadpole.app.xray;

import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import tadpole.engine.formula.Address;
import tadpole.engine.inspect.Arithmetic;

/** The arithmetic of one number: its name, the formula, the same with the numbers, the result. */
final class XRayCard extends VBox {

    private static final double CHROME = 44;

    private final XRayModel model;
    private final DoubleSupplier room;
    private final HBox title = new HBox();
    private final VBox lines = new VBox();
    private final ScrollPane scroll = new ScrollPane(lines);
    private Function<Arithmetic, Optional<Node>> further = _ -> Optional.empty();
    private Function<Address, String> words = _ -> "";
    private String text = "";

    /** @param room how wide it may become */
    XRayCard(XRayModel model, DoubleSupplier room) {
        this.model = model;
        this.room = room;
        setId("xray");
        getStyleClass().addAll("floating", "xray");
        setFocusTraversable(true);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.getStyleClass().add("xray-title");
        title.setMinWidth(0);
        Button back = button("xray-back", Material2OutlinedAL.ARROW_BACK, "Back to the number before (Alt+Left)", model::back);
        back.disableProperty().bind(model.beforeProperty().not());
        Button forward = button("xray-forward", Material2OutlinedAL.ARROW_FORWARD, "Forward again (Alt+Right)", model::forward);
        forward.disableProperty().bind(model.afterProperty().not());
        HBox head = new HBox(title, back, forward,
                button("xray-copy", Material2OutlinedAL.CONTENT_COPY, "Copy as text", this::copy),
                button("xray-close", Material2OutlinedAL.CLOSE, "Close (Esc)", model::close));
        head.getStyleClass().add("xray-head");
        head.setMinHeight(USE_PREF_SIZE);
        lines.getStyleClass().add("xray-lines");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("xray-scroll");
        scroll.setMinHeight(0);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(head, scroll);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        model.shownProperty().subscribe(now -> now.ifPresent(this::show));
    }

    /** @param maker what stands below the result, such as a check of it */
    void setFurther(Function<Arithmetic, Optional<Node>> maker) {
        further = maker;
    }

    /** @param maker what people call a number; empty where its name says enough */
    void setWords(Function<Address, String> maker) {
        words = maker;
    }

    private static Button button(String id, Ikon icon, String tip, Runnable run) {
        Button button = new Button(tip, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll("icon-button", "plain-button", "small-button");
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleText(tip);
        button.setOnAction(_ -> run.run());
        return button;
    }

    private void pressed(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            model.close();
        } else if (key.isAltDown() && key.getCode() == KeyCode.LEFT) {
            model.back();
        } else if (key.isAltDown() && key.getCode() == KeyCode.RIGHT) {
            model.forward();
        } else {
            return;
        }
        key.consume();
    }

    private void show(Arithmetic arithmetic) {
        double wide = room.getAsDouble();
        Lit lit = Lit.of(arithmetic);
        FormulaView.Setting inLines = new FormulaView.Setting(NumberText.FLOAT_DIGITS, wide, true);
        FormulaView.Setting inTitle = new FormulaView.Setting(NumberText.FLOAT_DIGITS, wide - 4 * CHROME, false);
        FormulaView name = new FormulaView("", arithmetic.name(), inTitle, lit, model::walk);
        title.getChildren().setAll(name);
        lines.getChildren().clear();
        StringBuilder said = new StringBuilder(name.text());
        String called = words.apply(arithmetic.of());
        if (!called.isEmpty()) {
            lines.getChildren().add(muted("xray-words", called));
            said.append("\n").append(called);
        }
        if (!arithmetic.isGiven()) {
            add(new FormulaView("=", arithmetic.symbols(), inLines, lit, model::walk), "xray-symbols", said);
            add(new FormulaView("=", arithmetic.numbers(), inLines, lit, model::walk), "xray-numbers", said);
        }
        result(arithmetic, said);
        if (!arithmetic.remark().isEmpty()) {
            lines.getChildren().add(muted("xray-note", arithmetic.remark()));
            said.append('\n').append(arithmetic.remark());
        }
        further.apply(arithmetic).ifPresent(section -> {
            Region hairline = new Region();
            hairline.getStyleClass().add("hairline");
            lines.getChildren().addAll(hairline, section);
        });
        text = said.toString();
        setAccessibleText(text);
        scroll.setVvalue(0);
    }

    private void add(FormulaView formula, String style, StringBuilder said) {
        formula.getStyleClass().add(style);
        formula.setMaxWidth(USE_PREF_SIZE);
        lines.getChildren().add(formula);
        said.append("\n= ").append(formula.text());
    }

    private void result(Arithmetic arithmetic, StringBuilder said) {
        String digits = arithmetic.result();
        Label result = new Label(digits.startsWith("≈") ? digits : "= " + digits);
        result.setId("xray-result");
        result.getStyleClass().addAll("mono", "xray-result");
        result.setTooltip(new Tooltip(NumberText.exact(arithmetic.value())));
        lines.getChildren().add(result);
        said.append("\n= ").append(digits);
    }

    private Label muted(String id, String sentence) {
        Label note = new Label(sentence);
        note.setId(id);
        note.getStyleClass().add("muted");
        note.setWrapText(true);
        note.setMaxWidth(room.getAsDouble());
        note.setMinHeight(USE_PREF_SIZE);
        return note;
    }

    /** What the copy button copies. */
    String text() {
        return text;
    }

    private void copy() {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }

    /** @param run whenever its lines need another height, as when more terms are shown */
    void whenOutgrown(Runnable run) {
        lines.heightProperty().addListener(_ -> run.run());
    }

    /** As high as all its lines. */
    double wantedHeight(double width) {
        applyCss();
        double head = getChildren().getFirst().prefHeight(-1);
        double inside = lines.prefHeight(width - snappedLeftInset() - snappedRightInset());
        return Math.ceil(snappedTopInset() + head + getSpacing() + inside + snappedBottomInset() + 2);
    }

    double wantedWidth() {
        applyCss();
        double inside = Math.max(lines.prefWidth(-1), title.prefWidth(-1) + 4 * CHROME);
        return Math.ceil(snappedLeftInset() + inside + snappedRightInset() + 14);
    }
}
