package tadpole.engine.picture.film;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A few colors for many: the colors of pixels are cut into boxes, always the one with the widest spread at its median, and each box becomes its
 * mean. Heckbert: Color image quantization for frame buffer display, 1982 (median cut). Colors are told apart to 5 bits a channel.
 */
public final class Palette {

    private static final int BITS = 5;
    private static final int LEVELS = 1 << BITS;
    private static final int CELLS = LEVELS * LEVELS * LEVELS;
    private static final int UNKNOWN = -1;

    private final int[] colors;
    private final int[] nearest = new int[CELLS];

    private Palette(int[] colors) {
        this.colors = colors;
        Arrays.fill(nearest, UNKNOWN);
    }

    /** At most so many colors for these of the pixels, 0xRRGGBB, that are asked for; none for none. */
    public static Palette of(int[] pixels, boolean[] asked, int most) {
        long[][] cells = new long[4][CELLS];
        for (int i = 0; i < pixels.length; i++) {
            if (asked[i]) {
                int cell = cell(pixels[i]);
                cells[0][cell]++;
                for (int c = 0; c < 3; c++) {
                    cells[c + 1][cell] += channel(pixels[i], c);
                }
            }
        }
        List<Cut> cuts = new ArrayList<>();
        int[] used = IntStream.range(0, CELLS).filter(cell -> cells[0][cell] > 0).toArray();
        if (used.length > 0) {
            cuts.add(Cut.of(used, cells));
        }
        while (cuts.size() < most) {
            int widest = 0;
            for (int i = 1; i < cuts.size(); i++) {
                widest = cuts.get(i).spread > cuts.get(widest).spread ? i : widest;
            }
            if (cuts.isEmpty() || cuts.get(widest).spread <= 0) {
                break;
            }
            List<Cut> halves = cuts.remove(widest).halves(cells);
            cuts.addAll(halves);
        }
        return new Palette(cuts.stream().mapToInt(cut -> cut.color(cells)).toArray());
    }

    /** 0xRRGGBB each. */
    public int[] colors() {
        return colors.clone();
    }

    public int size() {
        return colors.length;
    }

    public int color(int index) {
        return colors[index];
    }

    /** The nearest of its colors, told to 5 bits a channel. @param rgb 0xRRGGBB */
    public int indexOf(int rgb) {
        int cell = cell(rgb);
        if (nearest[cell] == UNKNOWN) {
            int middle = 4;
            int red = (channel(rgb, 0) & 0xF8) + middle;
            int green = (channel(rgb, 1) & 0xF8) + middle;
            int blue = (channel(rgb, 2) & 0xF8) + middle;
            int least = Integer.MAX_VALUE;
            for (int i = 0; i < colors.length; i++) {
                int r = red - channel(colors[i], 0);
                int g = green - channel(colors[i], 1);
                int b = blue - channel(colors[i], 2);
                int square = r * r + g * g + b * b;
                if (square < least) {
                    least = square;
                    nearest[cell] = i;
                }
            }
        }
        return nearest[cell];
    }

    /** Of red, green or blue, counted from 0. */
    static int channel(int rgb, int channel) {
        return rgb >> 16 - 8 * channel & 0xFF;
    }

    private static int cell(int rgb) {
        return channel(rgb, 0) >> 3 << 2 * BITS | channel(rgb, 1) >> 3 << BITS | channel(rgb, 2) >> 3;
    }

    private static int level(int cell, int channel) {
        return cell >> (2 - channel) * BITS & LEVELS - 1;
    }

    /** Some cells that become one color. @param spread sum of the squared distances from the mean along the widest channel; 0 for one cell */
    private record Cut(int[] cells, int channel, double spread) {

        static Cut of(int[] cells, long[][] sums) {
            int widest = 0;
            double most = -1;
            for (int c = 0; c < 3; c++) {
                double count = 0;
                double sum = 0;
                double squares = 0;
                for (int cell : cells) {
                    double level = level(cell, c);
                    count += sums[0][cell];
                    sum += sums[0][cell] * level;
                    squares += sums[0][cell] * level * level;
                }
                double spread = cells.length == 1 ? 0 : squares - sum * sum / count;
                if (spread > most) {
                    most = spread;
                    widest = c;
                }
            }
            return new Cut(cells, widest, most);
        }

        List<Cut> halves(long[][] sums) {
            int[] sorted = IntStream.of(cells).boxed()
                    .sorted((a, b) -> level(a, channel) != level(b, channel) ? level(a, channel) - level(b, channel) : a - b).mapToInt(Integer::intValue).toArray();
            long half = IntStream.of(cells).mapToLong(cell -> sums[0][cell]).sum() / 2;
            long before = 0;
            int end = 0;
            while (end < sorted.length - 1 && (end == 0 || before + sums[0][sorted[end]] / 2 < half)) {
                before += sums[0][sorted[end++]];
            }
            return List.of(of(Arrays.copyOf(sorted, end), sums), of(Arrays.copyOfRange(sorted, end, sorted.length), sums));
        }

        int color(long[][] sums) {
            long count = 0;
            long[] means = new long[3];
            for (int cell : cells) {
                count += sums[0][cell];
                for (int c = 0; c < 3; c++) {
                    means[c] += sums[c + 1][cell];
                }
            }
            int rgb = 0;
            for (long mean : means) {
                rgb = rgb << 8 | (int) ((mean + count / 2) / count);
            }
            return rgb;
        }
    }
}
