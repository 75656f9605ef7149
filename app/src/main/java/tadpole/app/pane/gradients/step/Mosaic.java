package tadpole.app.pane.gradients.step;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import tadpole.app.xray.Cells;
import tadpole.app.xray.Tone;
import tadpole.engine.formula.Address;
import tadpole.engine.tensor.Shape;

/**
 * Lays a tensor out as small pictures beside each other: every feature map, kernel or row of weights is a tile.
 *
 * @param across how many tiles stand in a row
 * @param gap    cells between two tiles
 */
record Mosaic(int tiles, int height, int width, int across, int gap) {

    /** A sample, or a parameter without pictures. */
    static Mosaic of(Shape shape) {
        return switch (shape.rank()) {
            case 0 -> pictures(1, 1, 1);
            case 1 -> vector(shape.at(0));
            case 2 -> pictures(1, shape.at(0), shape.at(1));
            case 3 -> pictures(shape.at(0), shape.at(1), shape.at(2));
            default -> {
                int kernel = shape.at(shape.rank() - 1);
                int high = shape.at(shape.rank() - 2);
                yield pictures(shape.size() / Math.max(1, kernel * high), high, kernel);
            }
        };
    }

    /** Rows of weights as pictures of what they look at. @param picture [channels, height, width] with as many numbers as a row */
    static Mosaic rows(Shape weight, Shape picture) {
        return pictures(weight.at(0) * picture.at(0), picture.at(1), picture.at(2));
    }

    private static Mosaic vector(int numbers) {
        return new Mosaic(numbers, 1, 1, Math.max(1, numbers), 0);
    }

    static Mosaic pictures(int tiles, int height, int width) {
        return new Mosaic(tiles, height, width, Math.max(1, tiles), tiles > 1 ? 1 : 0);
    }

    int numbers() {
        return tiles * height * width;
    }

    /** With as many tiles in a row as make the cells largest in a room, whole pixels where there are any. */
    Mosaic fitting(double roomWidth, double roomHeight, int mostPixels) {
        Mosaic best = this;
        double largest = -1;
        for (int each = 1; each <= tiles; each++) {
            Mosaic candidate = new Mosaic(tiles, height, width, each, gap);
            double pixels = Math.min(mostPixels, Math.min(roomWidth / candidate.columns(), roomHeight / candidate.rows()));
            pixels = pixels >= 1 ? Math.floor(pixels) : pixels;
            if (pixels > largest) {
                largest = pixels;
                best = candidate;
            }
        }
        return best;
    }

    int rows() {
        int down = Math.ceilDiv(tiles, across);
        return down * height + (down - 1) * gap;
    }

    int columns() {
        return across * width + (across - 1) * gap;
    }

    /** Where each cell's number stands in the tensor; -1 in a gap. */
    int[] places() {
        int columns = columns();
        int[] places = new int[rows() * columns];
        Arrays.fill(places, -1);
        for (int tile = 0; tile < tiles; tile++) {
            int top = tile / across * (height + gap);
            int left = tile % across * (width + gap);
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    places[(top + y) * columns + left + x] = (tile * height + y) * width + x;
                }
            }
        }
        return places;
    }

    /** @param name of a place, such as "3, 0, 17" */
    Cells cells(String title, double[] numbers, IntFunction<Address> address, IntFunction<String> name, Function<double[], Tone> tone) {
        int[] places = places();
        double[] values = Arrays.stream(places).mapToDouble(at -> at < 0 ? Double.NaN : numbers[at]).toArray();
        return new Cells(title, rows(), columns(), values, cell -> places[cell] < 0 ? Optional.empty() : Optional.of(address.apply(places[cell])),
                cell -> places[cell] < 0 ? "" : name.apply(places[cell]), tone.apply(numbers));
    }
}
