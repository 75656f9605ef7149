package tadpole.app.xray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import tadpole.app.Screenshots;
import tadpole.app.shell.Fonts;
import tadpole.engine.formula.Address;
import tadpole.engine.formula.Expr;
import tadpole.engine.formula.Function;
import tadpole.engine.inspect.Arithmetic;
import tadpole.resources.Resources;

@ExtendWith(ApplicationExtension.class)
class XRayCardTest {

    private static final int INPUTS = 3072;

    private final FakeStep step = new FakeStep(INPUTS, 1);
    private XRayModel model;
    private XRayLayer layer;
    private NumberGrid weights;
    private NumberGrid inputs;
    private Scene scene;

    @Start
    private void start(Stage stage) {
        Fonts.load();
        model = new XRayModel();
        model.explain(Optional.of(step));
        layer = new XRayLayer(model);
        weights = grid(new Cells("linear1.weight, gradients", 3, INPUTS, step.weights(),
                index -> Optional.of(new Address.WeightGradient("linear1.weight", index)), Tone.signed(step.weights())), "weights", 60);
        inputs = grid(new Cells("input", 48, 64, step.inputs(), index -> Optional.of(new Address.Input(0, index)), Tone.signed(step.inputs())),
                "inputs", 300);
        ToneBar bar = new ToneBar();
        bar.show(Tone.signed(step.inputs()));
        VBox content = new VBox(16, weights, inputs, bar);
        content.setPadding(new Insets(24));
        scene = new Scene(new StackPane(content, layer), 960, 700);
        dress("light", "light");
        stage.setScene(scene);
        stage.show();
    }

    private NumberGrid grid(Cells cells, String id, double height) {
        NumberGrid grid = new NumberGrid(layer);
        grid.setId(id);
        grid.setMinHeight(height);
        grid.setPrefHeight(height);
        grid.show(cells);
        return grid;
    }

    private void dress(String base, String... tokens) {
        Application.setUserAgentStylesheet((base.equals("dark") ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
        scene.getStylesheets().setAll(Stream.concat(
                        Stream.of(tokens).map(each -> "tokens-" + each), Stream.of("app", "xray"))
                .map(name -> Resources.url("css/" + name + ".css").toExternalForm()).toList());
    }

    @Test
    void opensWalksAndClosesByMouseAndKeys(FxRobot robot) throws Exception {
        robot.clickOn(inputs.getChildrenUnmodifiable().getFirst());
        waitForFxEvents();
        assertThat(model.shownProperty().get().orElseThrow().of()).isInstanceOf(Address.Input.class);
        isBesideAndInside(inputs.boundsOf(((Address.Input) model.shownProperty().get().orElseThrow().of()).index()));

        run(() -> layer.open(new Address.WeightGradient("linear1.weight", 1302), () -> weights.boundsOf(1302)));
        assertThat(this.<Label>find("#xray-result").getText()).isEqualTo("= " + model.shownProperty().get().orElseThrow().result());
        assertThat(model.litProperty().get().at(new Address.Input(0, 1302))).contains(Mark.SECOND);
        isBesideAndInside(weights.boundsOf(1302));
        picture("xray-gradient");

        robot.clickOn(source(new Address.Probability(0, 0)));
        assertThat(model.shownProperty().get().orElseThrow().of()).isEqualTo(new Address.Probability(0, 0));
        picture("xray-probability");
        run(() -> source(new Address.Activation(0, 0, 1)).requestFocus());
        robot.type(KeyCode.ENTER);
        assertThat(model.shownProperty().get().orElseThrow().of()).isEqualTo(new Address.Activation(0, 0, 1));
        picture("xray-long-sum");

        Label more = find(".formula-more");
        assertThat(more.getText()).isEqualTo("... 3\u00A0067 more");
        run(() -> more.getOnMouseClicked().handle(null));
        assertThat(this.<Label>find(".formula-more").getText()).isEqualTo("... 2\u00A0817 more");
        waitForFxEvents();
        assertThat(layer.card().getHeight()).isLessThanOrEqualTo(0.6 * scene.getHeight() + 1);
        picture("xray-many-terms");

        run(() -> layer.card().requestFocus());
        robot.press(KeyCode.ALT).type(KeyCode.LEFT).type(KeyCode.LEFT).type(KeyCode.RIGHT).release(KeyCode.ALT);
        assertThat(model.shownProperty().get().orElseThrow().of()).isEqualTo(new Address.Probability(0, 0));
        robot.clickOn("#xray-copy");
        String copied = asyncFx(() -> Clipboard.getSystemClipboard().getString()).get();
        assertThat(copied).startsWith("p_0\n= exp(z_0) / (Σ_k exp(z_k))\n= exp(");

        robot.type(KeyCode.ESCAPE);
        assertThat(model.openProperty().get()).isFalse();
        assertThat(layer.card().isVisible()).isFalse();
    }

    @Test
    void arrowKeysAndEnterOpenACell(FxRobot robot) throws Exception {
        run(() -> inputs.requestFocus());
        robot.type(KeyCode.RIGHT).type(KeyCode.DOWN).type(KeyCode.ENTER);

        assertThat(model.shownProperty().get().orElseThrow().of()).isEqualTo(new Address.Input(0, 65));
    }

    @Test
    void looksRightInEveryTheme(FxRobot robot) throws Exception {
        run(() -> layer.setFurther(_ -> Optional.of(new Label("numeric -0.07300720, as here"))));
        run(() -> layer.open(new Address.Probability(0, 2), () -> inputs.boundsOf(40)));
        run(() -> dress("dark", "dark"));
        picture("xray-dark");
        run(() -> dress("light", "light", "light-contrast"));
        picture("xray-light-contrast");
        run(() -> dress("dark", "dark", "dark-contrast"));
        picture("xray-dark-contrast");
        run(() -> {
            dress("light", "light");
            Expr adam = Expr.minus(Expr.number(0.5, new Address.Weight("w", 0)), Expr.over(
                    Expr.product(Expr.number(0.001), Expr.over(Expr.number(-0.0213), Expr.minus(Expr.number(1), Expr.power(Expr.number(0.9), Expr.number(3))))),
                    Expr.sum(Expr.call(Function.SQRT, Expr.over(Expr.number(0.25f), Expr.minus(Expr.number(1), Expr.power(Expr.number(0.999), Expr.number(3))))),
                            Expr.number(1e-8))));
            Expr symbols = Expr.minus(Expr.symbol("w"), Expr.over(Expr.product(Expr.symbol("η"), Expr.symbol("m̂")),
                    Expr.sum(Expr.call(Function.SQRT, Expr.symbol("v̂")), Expr.symbol("ε"))));
            model.explain(Optional.of(where -> new Arithmetic(where, Expr.symbol("w′"), symbols, adam, adam.value(), "Adam counts its steps from 1.")));
            layer.open(new Address.Updated("w", 0), () -> inputs.boundsOf(900));
        });
        picture("xray-adam");
        assertThat(this.<Label>find("#xray-note").getText()).startsWith("Adam");
    }

    private void isBesideAndInside(Bounds clicked) throws Exception {
        waitForFxEvents();
        Bounds card = asyncFx(() -> layer.card().localToScene(layer.card().getLayoutBounds())).get();
        assertThat(card.intersects(clicked)).isFalse();
        assertThat(scene.getRoot().getLayoutBounds().contains(card)).isTrue();
    }

    private Node source(Address address) {
        return scene.getRoot().lookupAll(".formula-source").stream().filter(node -> address.equals(node.getUserData())).findFirst().orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private <T extends Node> T find(String selector) {
        return (T) scene.getRoot().lookup(selector);
    }

    private static void run(Runnable what) throws Exception {
        asyncFx(what).get();
        waitForFxEvents();
    }

    private void picture(String name) throws Exception {
        waitForFxEvents();
        run(() -> Screenshots.take(scene, name));
    }
}
