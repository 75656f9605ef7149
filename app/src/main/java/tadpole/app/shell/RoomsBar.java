package tadpole.app.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** The switch between rooms above their stage, in as many lines as it needs, and what stands beside it: that gets the room which is left. */
final class RoomsBar extends Region {

    private static final PseudoClass WIDE = PseudoClass.getPseudoClass("wide");
    private static final double WIDE_FROM = 1250;
    private static final double GAP = 4;
    private static final double BESIDE_GAP = 16;

    private final List<Node> buttons;
    private final Node beside;

    private record Spot(double x, double y, double width, double height) {}

    RoomsBar(List<Node> buttons, Node beside) {
        this.buttons = List.copyOf(buttons);
        this.beside = beside;
        getStyleClass().add("rooms-bar");
        getChildren().setAll(buttons);
        getChildren().add(beside);
        widthProperty().subscribe(now -> pseudoClassStateChanged(WIDE, now.doubleValue() >= WIDE_FROM));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return around() + buttons.stream().mapToDouble(each -> each.prefWidth(-1)).max().orElse(0);
    }

    @Override
    protected double computePrefWidth(double height) {
        return around() + buttons.stream().mapToDouble(each -> Math.ceil(each.prefWidth(-1)) + GAP).sum() + BESIDE_GAP + beside.prefWidth(-1);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        Spot last = spots(width > 0 ? width : getWidth() > 0 ? getWidth() : Double.MAX_VALUE).getLast();
        return last.y() + last.height() + getInsets().getBottom();
    }

    @Override
    protected void layoutChildren() {
        List<Spot> spots = spots(getWidth());
        for (int i = 0; i < spots.size(); i++) {
            Spot at = spots.get(i);
            buttons.get(i).resizeRelocate(at.x(), at.y(), at.width(), at.height());
        }
        Spot last = spots.getLast();
        double from = last.x() + last.width() + BESIDE_GAP;
        double width = Math.max(0, getWidth() - getInsets().getRight() - from);
        beside.resizeRelocate(from, last.y(), width, last.height());
    }

    private List<Spot> spots(double width) {
        List<Spot> spots = new ArrayList<>();
        double x = getInsets().getLeft();
        double y = getInsets().getTop();
        for (Node button : buttons) {
            double wide = Math.ceil(button.prefWidth(-1));
            double tall = Math.ceil(button.prefHeight(-1));
            if (x > getInsets().getLeft() && x + wide > width - getInsets().getRight()) {
                x = getInsets().getLeft();
                y += tall + GAP;
            }
            spots.add(new Spot(x, y, wide, tall));
            x += wide + GAP;
        }
        return spots;
    }

    private double around() {
        return getInsets().getLeft() + getInsets().getRight();
    }
}
