package tadpole.engine.picture.studio;

import java.util.Optional;
import tadpole.engine.picture.Box;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.tensor.Device;

/**
 * Lets the mask go along with its object. It is always resampled from the mask as it was last painted, however many moves came since: a hundred
 * small ones blur it no more than one.
 */
public final class MaskCarrier {

    /** @param painted the mask that one painted, while the object lay there @param carried what came of it last */
    private record Anchor(Mask painted, Placement placement, Mask carried) {}

    private final Device device;
    private Optional<Anchor> anchor = Optional.empty();

    public MaskCarrier(Device device) {
        this.device = device;
    }

    /** @param mask as it is while the object lies at the one place @return what it is at the other */
    public synchronized Mask carry(Mask mask, Placement from, Placement to) {
        Anchor of = anchor.filter(known -> known.carried == mask).orElse(new Anchor(mask, from, mask));
        Mask carried = moved(of.painted, of.placement, to);
        anchor = Optional.of(new Anchor(of.painted, of.placement, carried));
        return carried;
    }

    private Mask moved(Mask mask, Placement from, Placement to) {
        if (from.equals(to)) {
            return mask;
        }
        // The object's size cancels out: both turn about its center.
        Affine there = Affine.of(from, 0, 0).inverse().then(Affine.of(to, 0, 0));
        float[] values = new float[mask.height() * mask.width()];
        Box box = there.of(mask.box(), Math.max(1, 1 / there.scale())).within(Box.of(mask.height(), mask.width()));
        float[] means = new float[box.width() * box.height()];
        float[] cover = new float[means.length];
        new Resampler(mask.values(), 1, mask.height(), mask.width(), there.inverse()).fill(box, means, cover, device);
        for (int y = 0; y < box.height(); y++) {
            for (int x = 0; x < box.width(); x++) {
                int at = y * box.width() + x;
                values[(box.y() + y) * mask.width() + box.x() + x] = means[at] * cover[at];
            }
        }
        return new Mask(mask.height(), mask.width(), values);
    }
}
