package tadpole.engine.picture.finish;

import java.util.Arrays;
import java.util.Optional;
import tadpole.engine.job.JobControl;
import tadpole.engine.picture.Box;
import tadpole.engine.picture.Crop;
import tadpole.engine.picture.Resize;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * Gives a picture that was worked out small the fine detail of a painting of full size: where a small patch found its like in the small
 * painting, the large picture takes what the small painting lacks, from the same place of the large one. Each pixel goes by the best of
 * the patches that hold it, so that strokes are not averaged away.
 */
public final class DetailTransfer {

    private static final int PATCH = 5;
    private static final int ROUNDS = 6;
    private static final int ROWS = 16;

    private final Tensor painting;
    private final Tensor small;
    private final Device device;

    /**
     * @param painting [3,height,width] at full size
     * @param small    the same painting at the size of the work
     */
    public DetailTransfer(Tensor painting, Tensor small, Device device) {
        this.painting = painting;
        this.small = small;
        this.device = device;
    }

    /**
     * @param picture [3, the small painting's height and width]
     * @param loose   of the small size: where it was worked on
     * @param seed    of the random search
     * @return the picture at full size; empty when it was stopped
     */
    public Optional<Tensor> of(Tensor picture, Mask loose, long seed, JobControl control) {
        Box box = loose.box().grown(PATCH).within(Box.of(loose.height(), loose.width()));
        Tensor large = Resize.of(picture, height(), width(), Resize.Way.BICUBIC, device);
        if (box.isEmpty()) {
            return Optional.of(large);
        }
        boolean[] asked = new boolean[box.width() * box.height()];
        Arrays.fill(asked, true);
        return PatchMatch.of(Pixels.of(Crop.of(picture, box)), Pixels.of(small), asked, PATCH, ROUNDS, new Seed(seed), device, control)
                .map(field -> add(field, box, large));
    }

    private int height() {
        return painting.shape().at(1);
    }

    private int width() {
        return painting.shape().at(2);
    }

    private Tensor add(PatchField field, Box box, Tensor large) {
        Tensor lacking = Resize.of(small, height(), width(), Resize.Way.BICUBIC, device);
        for (int i = 0; i < lacking.size(); i++) {
            lacking.data()[i] = painting.data()[i] - lacking.data()[i];
        }
        int[] best = best(field);
        double down = (double) height() / small.shape().at(1);
        double along = (double) width() / small.shape().at(2);
        device.run(Math.ceilDiv(height(), ROWS), n -> {
            for (int y = n * ROWS; y < Math.min(height(), (n + 1) * ROWS); y++) {
                for (int x = 0; x < width(); x++) {
                    int row = (int) ((y + 0.5) / down);
                    int column = (int) ((x + 0.5) / along);
                    if (box.contains(column, row)) {
                        int at = (row - box.y()) * box.width() + column - box.x();
                        add(field, best[at], box, y, x, down, along, lacking, large);
                    }
                }
            }
        });
        return large;
    }

    /** For each place of the field the patch that holds it and found the nearest, as the patch's middle; -1 where none does. */
    private static int[] best(PatchField field) {
        int[] best = new int[field.height() * field.width()];
        for (int i = 0; i < best.length; i++) {
            int y = i / field.width();
            int x = i % field.width();
            best[i] = PatchField.NONE;
            for (int v = Math.max(0, y - field.reach()); v <= Math.min(field.height() - 1, y + field.reach()); v++) {
                for (int u = Math.max(0, x - field.reach()); u <= Math.min(field.width() - 1, x + field.reach()); u++) {
                    int at = v * field.width() + u;
                    if (field.matches()[at] != PatchField.NONE && (best[i] == PatchField.NONE || field.squares()[at] < field.squares()[best[i]])) {
                        best[i] = at;
                    }
                }
            }
        }
        return best;
    }

    private void add(PatchField field, int middle, Box box, int y, int x, double down, double along, Tensor lacking, Tensor large) {
        if (middle == PatchField.NONE) {
            return;
        }
        int match = field.matches()[middle];
        int fromY = y + (int) Math.round((match / small.shape().at(2) - middle / field.width() - box.y()) * down);
        int fromX = x + (int) Math.round((match % small.shape().at(2) - middle % field.width() - box.x()) * along);
        if (fromY < 0 || fromX < 0 || fromY >= height() || fromX >= width()) {
            return;
        }
        int area = height() * width();
        for (int c = 0; c < 3; c++) {
            large.data()[c * area + y * width() + x] += lacking.data()[c * area + fromY * width() + fromX];
        }
    }
}
