package tadpole.engine.picture.made;

/** A solid thing within the unit ball, told by how far away its surface is. x to the right, y up, z toward us. */
interface Sculpture {

    /** At most the distance to the surface, negative inside. */
    double distance(double x, double y, double z);

    /** Color of its surface there, and how much it mirrors the lamp (0 to 1). */
    double paint(double x, double y, double z, Tone tone);

    static double ellipsoid(double x, double y, double z, double a, double b, double c) {
        double near = Math.sqrt(x * x / (a * a) + y * y / (b * b) + z * z / (c * c));
        double slope = Math.sqrt(x * x / (a * a * a * a) + y * y / (b * b * b * b) + z * z / (c * c * c * c));
        return slope < 1e-9 ? -Math.min(a, Math.min(b, c)) : near * (near - 1) / slope;
    }

    /** A bar with round ends from one place to another, from one thickness to another. */
    static double limb(double x, double y, double z, double[] from, double[] to, double thickFrom, double thickTo) {
        double dx = to[0] - from[0];
        double dy = to[1] - from[1];
        double dz = to[2] - from[2];
        double along = Math.clamp(((x - from[0]) * dx + (y - from[1]) * dy + (z - from[2]) * dz) / (dx * dx + dy * dy + dz * dz), 0, 1);
        double offX = x - from[0] - along * dx;
        double offY = y - from[1] - along * dy;
        double offZ = z - from[2] - along * dz;
        return Math.sqrt(offX * offX + offY * offY + offZ * offZ) - thickFrom - along * (thickTo - thickFrom);
    }

    /** The nearer of two, with a round seam so wide. */
    static double join(double a, double b, double seam) {
        double t = Math.max(seam - Math.abs(a - b), 0) / seam;
        return Math.min(a, b) - t * t * seam / 4;
    }
}
