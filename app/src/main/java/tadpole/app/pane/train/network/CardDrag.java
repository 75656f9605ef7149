package tadpole.app.pane.train.network;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** Takes a card along with the pointer and puts it down at the nearest edge; that edge is marked on the way. */
final class CardDrag {

    private static final double LEAST_PIXELS = 6;

    private final NetworkModel model;
    private final Pane chain;
    private List<EdgeView> edges = List.of();
    private Point2D pressed = Point2D.ZERO;
    private boolean dragging;
    private int gap = NetworkModel.NONE;

    CardDrag(NetworkModel model, Pane chain) {
        this.model = model;
        this.chain = chain;
    }

    /** @param all one for each place, in order */
    void over(List<EdgeView> all) {
        edges = List.copyOf(all);
    }

    void follow(LayerCard card) {
        card.setOnMousePressed(event -> {
            pressed = new Point2D(event.getSceneX(), event.getSceneY());
            dragging = false;
            card.requestFocus();
            event.consume();
        });
        card.setOnMouseDragged(event -> drag(card, event));
        card.setOnMouseReleased(event -> drop(card, event));
    }

    private void drag(LayerCard card, MouseEvent event) {
        Point2D now = new Point2D(event.getSceneX(), event.getSceneY());
        if (event.getButton() != MouseButton.PRIMARY || !dragging && now.distance(pressed) < LEAST_PIXELS) {
            return;
        }
        if (!dragging) {
            dragging = true;
            card.getStyleClass().add("layer-dragged");
            card.getParent().setViewOrder(-1);
            card.setCursor(Cursor.CLOSED_HAND);
        }
        card.setTranslateX(now.getX() - pressed.getX());
        card.setTranslateY(now.getY() - pressed.getY());
        mark(nearest(chain.sceneToLocal(now)));
    }

    private void drop(LayerCard card, MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (!dragging) {
            model.select(card.link().from());
            return;
        }
        dragging = false;
        card.setTranslateX(0);
        card.setTranslateY(0);
        card.getStyleClass().remove("layer-dragged");
        card.getParent().setViewOrder(0);
        card.setCursor(Cursor.DEFAULT);
        int to = gap;
        mark(NetworkModel.NONE);
        if (to != NetworkModel.NONE) {
            model.move(card.link(), to);
        }
    }

    private int nearest(Point2D at) {
        int best = NetworkModel.NONE;
        double least = Double.MAX_VALUE;
        for (EdgeView edge : edges) {
            Bounds bounds = chain.sceneToLocal(edge.localToScene(edge.getBoundsInLocal()));
            // Rows first: what is beside the pointer counts more than what is above it.
            double distance = Math.abs(bounds.getCenterX() - at.getX()) + 2 * Math.abs(bounds.getCenterY() - at.getY());
            if (distance < least) {
                least = distance;
                best = edge.gap();
            }
        }
        return best;
    }

    private void mark(int wanted) {
        gap = wanted;
        for (Region edge : edges) {
            edge.getStyleClass().remove("edge-target");
        }
        edges.stream().filter(edge -> edge.gap() == wanted).forEach(edge -> edge.getStyleClass().add("edge-target"));
    }
}
