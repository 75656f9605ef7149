package tadpole.engine.insight;

import java.util.stream.IntStream;
import tadpole.engine.tensor.Shape;

/**
 * Which places behind one ReLU were ever above zero. A unit is one number of a row, or behind a convolution a whole channel: it is silent
 * where none of its places ever was.
 *
 * @param layer the ReLU, such as "relu1", "residualBlock1.body.relu1", or "residualBlock1" for the cut at the block's end
 * @param shape of one sample there
 * @param spoke of every place, row by row
 */
public record LayerSilence(String layer, Shape shape, boolean[] spoke) {

    /** Channels, or the numbers of a row. */
    public int units() {
        return shape.rank() == 3 ? shape.at(0) : shape.size();
    }

    public int silentUnits() {
        int each = shape.size() / units();
        return (int) IntStream.range(0, units()).filter(unit -> IntStream.range(unit * each, (unit + 1) * each).noneMatch(i -> spoke[i])).count();
    }

    public int places() {
        return shape.size();
    }

    public int silentPlaces() {
        return (int) IntStream.range(0, shape.size()).filter(i -> !spoke[i]).count();
    }
}
