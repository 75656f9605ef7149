package tadpole.engine.picture.finish;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tadpole.engine.job.JobControl;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Seed;

/**
 * Finds for patches of a picture similar ones in a painting: a random start, then in every round each patch tries what its four neighbors
 * found, moved by their distance, and random places around its own best, from the whole painting down to one pixel. Barnes, Shechtman, Finkelstein,
 * Goldman: PatchMatch, 2009, section 3.
 *
 * <p>The picture is cut into strips of {@value #ROWS} rows that are searched at the same time, each from one end to the other and in the next
 * round back; across a strip's border a patch sees what its neighbor had found the round before. So the result depends on the seed only.
 */
final class PatchMatch {

    static final int ROWS = 24;

    private final Pixels picture;
    private final Pixels painting;
    private final int reach;
    private final int height;
    private final int width;
    private final boolean[] asked;
    private final int[] matches;
    private final float[] squares;
    private final int[] before;

    private PatchMatch(Pixels picture, Pixels painting, boolean[] asked, int patch) {
        this.picture = picture;
        this.painting = painting;
        this.reach = patch / 2;
        this.height = picture.height();
        this.width = picture.width();
        this.asked = asked;
        this.matches = new int[height * width];
        this.squares = new float[height * width];
        this.before = new int[height * width];
        Arrays.fill(matches, PatchField.NONE);
    }

    /**
     * @param asked pixels of the picture around which patches are to be found; those whose patch reaches beyond the picture are left out
     * @param patch side in pixels, odd
     * @return empty when it was stopped
     */
    static Optional<PatchField> of(Pixels picture, Pixels painting, boolean[] asked, int patch, int rounds, Seed seed, Device device, JobControl control) {
        return new PatchMatch(picture, painting, asked, patch).found(rounds, seed, device, control);
    }

    private Optional<PatchField> found(int rounds, Seed seed, Device device, JobControl control) {
        int strips = Math.ceilDiv(height, ROWS);
        boolean fits = Math.min(painting.height(), painting.width()) > 2 * reach;
        for (int round = 0; fits && round <= rounds; round++) {
            if (!control.proceedWithin()) {
                return Optional.empty();
            }
            int current = round;
            System.arraycopy(matches, 0, before, 0, matches.length);
            device.run(strips, strip -> {
                if (!control.isStopped()) {
                    strip(strip, current, seed.derive(current).derive(strip).generator());
                }
            });
        }
        return control.proceedWithin() ? Optional.of(new PatchField(reach, height, width, matches, squares)) : Optional.empty();
    }

    /** Round 0 is the random start. */
    private void strip(int strip, int round, RandomGenerator random) {
        int first = strip * ROWS;
        int last = Math.min(height, first + ROWS) - 1;
        int step = round % 2 == 0 ? -1 : 1;
        for (int n = 0; n <= last - first; n++) {
            int y = step > 0 ? first + n : last - n;
            for (int m = 0; m < width; m++) {
                int x = step > 0 ? m : width - 1 - m;
                if (!asked[y * width + x] || !picture.holds(y, x, reach)) {
                    continue;
                }
                if (round == 0) {
                    start(y, x, random);
                } else {
                    propagate(y, x, y, x - step, matches);
                    propagate(y, x, y - step, x, y - step < first || y - step > last ? before : matches);
                    propagate(y, x, y, x + step, matches);
                    propagate(y, x, y + step, x, y + step < first || y + step > last ? before : matches);
                    search(y, x, random);
                }
            }
        }
    }

    private void start(int y, int x, RandomGenerator random) {
        int at = y * width + x;
        matches[at] = random.nextInt(reach, painting.height() - reach) * painting.width() + random.nextInt(reach, painting.width() - reach);
        squares[at] = square(y, x, matches[at] / painting.width(), matches[at] % painting.width(), Float.POSITIVE_INFINITY);
    }

    private void propagate(int y, int x, int fromY, int fromX, int[] found) {
        if (fromY < 0 || fromX < 0 || fromY >= height || fromX >= width || found[fromY * width + fromX] == PatchField.NONE) {
            return;
        }
        int match = found[fromY * width + fromX];
        consider(y, x, match / painting.width() + y - fromY, match % painting.width() + x - fromX);
    }

    private void search(int y, int x, RandomGenerator random) {
        int at = y * width + x;
        int middle = matches[at];
        int bestY = middle / painting.width();
        int bestX = middle % painting.width();
        for (int radius = Math.max(painting.height(), painting.width()); radius >= 1; radius /= 2) {
            int top = Math.max(reach, bestY - radius);
            int bottom = Math.min(painting.height() - 1 - reach, bestY + radius);
            int left = Math.max(reach, bestX - radius);
            int right = Math.min(painting.width() - 1 - reach, bestX + radius);
            consider(y, x, random.nextInt(top, bottom + 1), random.nextInt(left, right + 1));
        }
    }

    private void consider(int y, int x, int toY, int toX) {
        int at = y * width + x;
        int match = toY * painting.width() + toX;
        if (!painting.holds(toY, toX, reach) || match == matches[at]) {
            return;
        }
        float square = square(y, x, toY, toX, squares[at]);
        if (square < squares[at]) {
            squares[at] = square;
            matches[at] = match;
        }
    }

    /** Given up at the end of a row of the patch once it is above the most that is of use. */
    private float square(int y, int x, int toY, int toX, float most) {
        float[] ours = picture.values();
        float[] theirs = painting.values();
        int run = 3 * (2 * reach + 1);
        // Three sums at once: one chain of additions would wait for itself.
        float red = 0;
        float green = 0;
        float blue = 0;
        for (int d = -reach; d <= reach && red + green + blue < most; d++) {
            int from = 3 * ((y + d) * width + x - reach);
            int to = 3 * ((toY + d) * painting.width() + toX - reach);
            for (int i = 0; i < run; i += 3) {
                float r = ours[from + i] - theirs[to + i];
                float g = ours[from + i + 1] - theirs[to + i + 1];
                float b = ours[from + i + 2] - theirs[to + i + 2];
                red += r * r;
                green += g * g;
                blue += b * b;
            }
        }
        return red + green + blue;
    }
}
