package tadpole.engine.picture;

/**
 * Which old pixels of a row, at which weights, make each new pixel.
 *
 * @param from    old pixels
 * @param to      new pixels
 * @param count   old ones that make a new one; the same for all, some at weight 0
 * @param places  [to · count]
 * @param weights [to · count]; of one new pixel they sum to 1
 */
record Samples(int from, int to, int count, int[] places, float[] weights) {

    static Samples of(Resize.Way way, int from, int to) {
        if (from < 1 || to < 1) {
            throw new IllegalArgumentException("A picture has at least 1 pixel on each side, but %d are to become %d.".formatted(from, to));
        }
        return switch (way) {
            case AREA -> area(from, to);
            case BICUBIC -> cubic(from, to);
            case BILINEAR -> linear(from, to);
            case NEAREST -> nearest(from, to);
        };
    }

    int place(int at, int k) {
        return places[at * count + k];
    }

    float weight(int at, int k) {
        return weights[at * count + k];
    }

    private static Samples area(int from, int to) {
        double step = (double) from / to;
        Samples made = empty(from, to, (int) Math.ceil(step) + 1);
        for (int i = 0; i < to; i++) {
            double start = i * step;
            double end = (i + 1) * step;
            for (int k = 0; k < made.count; k++) {
                int place = (int) start + k;
                double covered = Math.min(end, place + 1) - Math.max(start, place);
                made.put(i, k, place, Math.max(0, covered) / step);
            }
        }
        return made;
    }

    private static Samples linear(int from, int to) {
        Samples made = empty(from, to, 2);
        for (int i = 0; i < to; i++) {
            double center = Math.max(0, (i + 0.5) * from / to - 0.5);
            int place = (int) center;
            made.put(i, 0, place, 1 - (center - place));
            made.put(i, 1, place + 1, center - place);
        }
        return made;
    }

    private static Samples cubic(int from, int to) {
        Samples made = empty(from, to, 4);
        for (int i = 0; i < to; i++) {
            double center = (i + 0.5) * from / to - 0.5;
            int place = (int) Math.floor(center);
            double t = center - place;
            made.put(i, 0, place - 1, ((-0.5 * t + 1) * t - 0.5) * t);
            made.put(i, 1, place, (1.5 * t - 2.5) * t * t + 1);
            made.put(i, 2, place + 1, ((-1.5 * t + 2) * t + 0.5) * t);
            made.put(i, 3, place + 2, (0.5 * t - 0.5) * t * t);
        }
        return made;
    }

    private static Samples nearest(int from, int to) {
        Samples made = empty(from, to, 1);
        for (int i = 0; i < to; i++) {
            made.put(i, 0, (int) ((i + 0.5) * from / to), 1);
        }
        return made;
    }

    private static Samples empty(int from, int to, int count) {
        return new Samples(from, to, count, new int[to * count], new float[to * count]);
    }

    private void put(int at, int k, int place, double weight) {
        places[at * count + k] = Math.clamp(place, 0, from - 1);
        weights[at * count + k] = (float) weight;
    }
}
