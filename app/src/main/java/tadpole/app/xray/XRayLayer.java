package tadpole.app.xray;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import tadpole.engine.formula.Address;
import tadpole.engine.inspect.Arithmetic;

/**
 * Floats the X-ray's card over a stage, beside what was clicked. It lies on top of the stage in a StackPane and lets every press through
 * that is not on the card.
 */
public final class XRayLayer extends Pane {

    private static final double MOST_HEIGHT = 0.6;
    private static final double LEAST_WIDTH = 340;
    private static final double ROOM_IN_EMS = 34;
    private static final double MARGINS = 70;

    private final XRayModel model;
    private final XRayCard card;
    /** Shows nothing; its font says how large the window's type is. */
    private final Label type = new Label();
    private Supplier<Bounds> clicked = () -> new BoundingBox(0, 0, 0, 0);
    private Optional<Node> focusBefore = Optional.empty();

    public XRayLayer(XRayModel model) {
        this.model = model;
        this.card = new XRayCard(model, this::room);
        setPickOnBounds(false);
        getStyleClass().add("xray-layer");
        card.setManaged(false);
        type.setManaged(false);
        type.setVisible(false);
        getChildren().setAll(type, card);
        model.openProperty().subscribe(this::opened);
        model.shownProperty().subscribe(_ -> requestLayout());
        card.whenOutgrown(this::requestLayout);
        setMinSize(0, 0);
    }

    public XRayModel model() {
        return model;
    }

    /** @param maker what stands below a number's result, such as a check of it; empty for nothing */
    public void setFurther(Function<Arithmetic, Optional<Node>> maker) {
        card.setFurther(maker);
    }

    /** @param words what people call the number, and for which sample it is computed: a line under its name; empty for none */
    public void setWords(Function<Address, String> words) {
        card.setWords(words);
    }

    /** Opens a number's arithmetic beside the node that was clicked. */
    public void open(Address address, Node beside) {
        open(address, () -> beside.localToScene(beside.getLayoutBounds()));
    }

    /** @param beside what must not be covered, in the scene's coordinates; asked again whenever the stage changes its size */
    public void open(Address address, Supplier<Bounds> beside) {
        clicked = beside;
        model.open(address);
        requestLayout();
    }

    private void opened(boolean now) {
        card.setVisible(now);
        if (getScene() == null) {
            return;
        }
        if (now) {
            focusBefore = Optional.ofNullable(getScene().getFocusOwner());
            card.requestFocus();
        } else if (isInside(getScene().getFocusOwner())) {
            focusBefore.filter(node -> node.getScene() == getScene()).ifPresent(Node::requestFocus);
        }
    }

    private boolean isInside(Node focused) {
        for (Node node = focused; node != null; node = node.getParent()) {
            if (node == card) {
                return true;
            }
        }
        return false;
    }

    private double room() {
        double wanted = ROOM_IN_EMS * type.getFont().getSize();
        return getWidth() > 0 ? Math.max(200, Math.min(wanted, getWidth() - MARGINS)) : wanted;
    }

    @Override
    protected void layoutChildren() {
        if (!model.openProperty().get() || getWidth() < 1) {
            return;
        }
        double width = Math.max(LEAST_WIDTH, card.wantedWidth());
        double height = Math.min(card.wantedHeight(width), MOST_HEIGHT * getHeight());
        Bounds at = Placing.place(sceneToLocal(clicked.get()), new Dimension2D(width, height), new Dimension2D(getWidth(), getHeight()));
        card.resizeRelocate(at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight());
    }

    /** The floating card, for those who look where it is. */
    public Region card() {
        return card;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 0;
    }
}
