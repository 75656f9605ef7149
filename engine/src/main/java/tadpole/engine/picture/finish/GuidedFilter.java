package tadpole.engine.picture.finish;

/**
 * Smooths a plane but keeps the edges of another one, its guide: within every window of 2r + 1 pixels the result is a straight function of the
 * guide. In time that does not depend on r. He, Sun, Tang: Guided image filtering, 2010, equations 5 to 8.
 */
final class GuidedFilter {

    private final int height;
    private final int width;
    private final int radius;

    private GuidedFilter(int height, int width, int radius) {
        this.height = height;
        this.width = width;
        this.radius = radius;
    }

    /**
     * @param guide   height · width values, about 0..1
     * @param plane   what is smoothed; not changed
     * @param radius  windows are cut off at the edge of the plane
     * @param epsilon variance of the guide below which it is taken as even, in the guide's units squared
     */
    static float[] of(float[] guide, float[] plane, int height, int width, int radius, double epsilon) {
        return new GuidedFilter(height, width, radius).filtered(guide, plane, epsilon);
    }

    private float[] filtered(float[] guide, float[] plane, double epsilon) {
        int size = height * width;
        double[] guides = new double[size];
        double[] values = new double[size];
        double[] products = new double[size];
        double[] squares = new double[size];
        for (int i = 0; i < size; i++) {
            guides[i] = guide[i];
            values[i] = plane[i];
            products[i] = guides[i] * values[i];
            squares[i] = guides[i] * guides[i];
        }
        double[] guideMeans = means(guides);
        double[] valueMeans = means(values);
        double[] productMeans = means(products);
        double[] squareMeans = means(squares);
        double[] slopes = new double[size];
        double[] starts = new double[size];
        for (int i = 0; i < size; i++) {
            double variance = squareMeans[i] - guideMeans[i] * guideMeans[i];
            slopes[i] = (productMeans[i] - guideMeans[i] * valueMeans[i]) / (variance + epsilon);
            starts[i] = valueMeans[i] - slopes[i] * guideMeans[i];
        }
        double[] slopeMeans = means(slopes);
        double[] startMeans = means(starts);
        float[] made = new float[size];
        for (int i = 0; i < size; i++) {
            made[i] = (float) (slopeMeans[i] * guides[i] + startMeans[i]);
        }
        return made;
    }

    private double[] means(double[] plane) {
        double[] along = new double[plane.length];
        for (int y = 0; y < height; y++) {
            line(plane, along, y * width, 1, width);
        }
        double[] made = new double[plane.length];
        for (int x = 0; x < width; x++) {
            line(along, made, x, width, height);
        }
        return made;
    }

    private void line(double[] from, double[] to, int start, int step, int length) {
        double sum = 0;
        for (int i = 0; i < Math.min(radius, length); i++) {
            sum += from[start + i * step];
        }
        for (int i = 0; i < length; i++) {
            if (i + radius < length) {
                sum += from[start + (i + radius) * step];
            }
            if (i - radius - 1 >= 0) {
                sum -= from[start + (i - radius - 1) * step];
            }
            to[start + i * step] = sum / (Math.min(length - 1, i + radius) - Math.max(0, i - radius) + 1);
        }
    }
}
