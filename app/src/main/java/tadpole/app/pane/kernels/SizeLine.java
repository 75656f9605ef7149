package tadpole.app.pane.kernels;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/** The formula of the output's size with its numbers, beside the switch between the views; shorter where there is less room. */
final class SizeLine extends Region {

    private final Label words = new Label();
    private final Tooltip help = new Tooltip();
    private List<String> texts = List.of("");

    SizeLine(KernelsModel model) {
        words.setId("kernels-size");
        words.getStyleClass().add("kernels-size");
        words.setTooltip(help);
        words.fontProperty().subscribe(this::requestLayout);
        getChildren().add(words);
        model.convolvedProperty().subscribe(now -> {
            Optional<SizeFormula> formula = now.map(SizeFormula::of);
            texts = formula.map(SizeFormula::texts).orElse(List.of(""));
            help.setText(formula.map(SizeFormula::help).orElse(""));
            requestLayout();
        });
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return widthOf(texts.getFirst());
    }

    @Override
    protected double computePrefHeight(double width) {
        return words.prefHeight(-1);
    }

    @Override
    protected void layoutChildren() {
        words.setText(texts.stream().filter(text -> widthOf(text) <= getWidth()).findFirst().orElse(""));
        double width = Math.min(getWidth(), Math.ceil(words.prefWidth(-1)));
        double height = words.prefHeight(width);
        words.resizeRelocate(getWidth() - width, snapPositionY((getHeight() - height) / 2), width, height);
    }

    private double widthOf(String text) {
        Text measured = new Text(text);
        measured.setFont(words.getFont());
        return Math.ceil(measured.getLayoutBounds().getWidth()) + 1;
    }
}
