package tadpole.app.pane.studio.canvas;

import java.util.Optional;
import tadpole.engine.picture.studio.Composition;
import tadpole.engine.picture.studio.Placement;

/**
 * The frame around the object, in pixels of the painting.
 *
 * @param corners x and y of the upper left, upper right, lower right and lower left one, as the object is seen unmirrored
 */
record ObjectFrame(double[] corners) {

    static Optional<ObjectFrame> of(Composition now) {
        return now.object().map(object -> of(now.placement(), object.height(), object.width()));
    }

    private static ObjectFrame of(Placement at, int height, int width) {
        double radians = Math.toRadians(at.degrees());
        double cos = at.scale() * Math.cos(radians);
        double sin = at.scale() * Math.sin(radians);
        double[] corners = new double[8];
        int[] across = {-1, 1, 1, -1};
        int[] down = {-1, -1, 1, 1};
        for (int i = 0; i < 4; i++) {
            double dx = across[i] * width / 2.0;
            double dy = down[i] * height / 2.0;
            corners[2 * i] = at.x() + cos * dx - sin * dy;
            corners[2 * i + 1] = at.y() + sin * dx + cos * dy;
        }
        return new ObjectFrame(corners);
    }

    double[] corner(MoveHand.Grip grip) {
        int i = index(grip);
        return new double[] {corners[2 * i], corners[2 * i + 1]};
    }

    double[] across(MoveHand.Grip grip) {
        int i = (index(grip) + 2) % 4;
        return new double[] {corners[2 * i], corners[2 * i + 1]};
    }

    private static int index(MoveHand.Grip grip) {
        return grip.ordinal() - MoveHand.Grip.UPPER_LEFT.ordinal();
    }

    /** So far above the middle of the upper side, seen from the object. */
    double[] above(double distance) {
        double x = (corners[0] + corners[2]) / 2;
        double y = (corners[1] + corners[3]) / 2;
        double downX = corners[6] - corners[0];
        double downY = corners[7] - corners[1];
        double length = Math.hypot(downX, downY);
        return new double[] {x - downX / length * distance, y - downY / length * distance};
    }

    boolean contains(double x, double y) {
        for (int i = 0; i < 4; i++) {
            int next = (i + 1) % 4;
            double alongX = corners[2 * next] - corners[2 * i];
            double alongY = corners[2 * next + 1] - corners[2 * i + 1];
            if (alongX * (y - corners[2 * i + 1]) - alongY * (x - corners[2 * i]) < 0) {
                return false;
            }
        }
        return true;
    }
}
