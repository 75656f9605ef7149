package tadpole.samples.drawing;

/** A place on paper: x to the right, y down. */
public record Point(double x, double y) {

    public Point plus(double dx, double dy) {
        return new Point(x + dx, y + dy);
    }

    public Point toward(Point other, double part) {
        return new Point(x + part * (other.x - x), y + part * (other.y - y));
    }

    public double distance(Point other) {
        return Math.sqrt((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y));
    }
}
