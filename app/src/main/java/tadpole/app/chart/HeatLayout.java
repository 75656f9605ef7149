package tadpole.app.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the cells of a heat map stand: square, all of one size, as large as there is room for. */
public final class HeatLayout {

    /**
     * One cell.
     *
     * @param group which parameter
     * @param index its place there
     */
    public record Place(int group, int index) {}

    /** @param size of the square, gap left out */
    public record Box(double x, double y, double size) {}

    private record Block(HeatGroup group, double top, int across, int cell, double gap) {

        double wide() {
            return (double) group.columns() * cell;
        }

        double high() {
            return (double) group.rows() * cell;
        }
    }

    static final double SIDE = 12;
    static final double TOP = 8;
    /** Under the cells: the scale. */
    static final double FOOT = 40;
    static final double HEAD = 24;
    private static final int LARGEST = 16;
    /** So few can be large among small ones. */
    private static final int FEW = 200;

    private final List<Block> blocks;
    private final int cell;
    private final double bottom;

    private HeatLayout(List<Block> blocks, int cell, double bottom) {
        this.blocks = blocks;
        this.cell = cell;
        this.bottom = bottom;
    }

    public static HeatLayout of(List<HeatGroup> groups, double width, double height) {
        double bottom = height - FOOT;
        for (int cell = LARGEST; cell > 1; cell--) {
            List<Block> blocks = blocks(groups, cell, width - 2 * SIDE);
            if (fits(blocks, width - 2 * SIDE, bottom)) {
                return new HeatLayout(blocks, cell, bottom);
            }
        }
        return new HeatLayout(blocks(groups, 1, width - 2 * SIDE), 1, bottom);
    }

    private static boolean fits(List<Block> blocks, double width, double bottom) {
        return blocks.stream().allMatch(each -> each.wide() <= width)
                && (blocks.isEmpty() || end(blocks.getLast()) <= bottom);
    }

    private static List<Block> blocks(List<HeatGroup> groups, int cell, double width) {
        List<Block> blocks = new ArrayList<>();
        double top = TOP;
        for (HeatGroup group : groups) {
            double gap = group.isRunOn() ? 0 : cell > 6 ? 8 : cell > 2 ? 5 : 3;
            int least = group.errors().length > FEW ? cell : group.isRunOn() ? 12 : 8;
            int own = Math.max(cell, least);
            int across = Math.max(1, (int) ((width + gap) / (group.columns() * own + gap)));
            blocks.add(new Block(group, top, across, own, gap));
            top = end(blocks.getLast()) + 10;
        }
        return List.copyOf(blocks);
    }

    private static double end(Block block) {
        int lines = (block.group().tiles() + block.across() - 1) / block.across();
        return block.top() + HEAD + lines * (block.high() + block.gap()) - block.gap();
    }

    /** From one cell of most groups to the next. */
    public int cell() {
        return cell;
    }

    double bottom() {
        return bottom;
    }

    /** Where the name of a group stands. */
    double top(int group) {
        return blocks.get(group).top();
    }

    public int groups() {
        return blocks.size();
    }

    /** Whether all cells have room; else those at the end are not drawn. */
    public boolean isWhole() {
        return blocks.isEmpty() || end(blocks.getLast()) <= bottom;
    }

    public Box box(Place place) {
        Block block = blocks.get(place.group());
        int area = block.group().rows() * block.group().columns();
        int tile = place.index() / area;
        int inside = place.index() % area;
        double x = SIDE + tile % block.across() * (block.wide() + block.gap()) + inside % block.group().columns() * block.cell();
        double y = block.top() + HEAD + tile / block.across() * (block.high() + block.gap()) + inside / block.group().columns() * block.cell();
        return new Box(x, y, block.cell() > 4 ? block.cell() - 1 : block.cell());
    }

    /** The cell at a point. */
    public Optional<Place> at(double x, double y) {
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            double right = x - SIDE;
            double down = y - block.top() - HEAD;
            if (right < 0 || down < 0 || y >= Math.min(end(block), bottom)) {
                continue;
            }
            int line = (int) (down / (block.high() + block.gap()));
            int place = (int) (right / (block.wide() + block.gap()));
            double inX = right - place * (block.wide() + block.gap());
            double inY = down - line * (block.high() + block.gap());
            int index = (line * block.across() + place) * block.group().rows() * block.group().columns()
                    + (int) (inY / block.cell()) * block.group().columns() + (int) (inX / block.cell());
            if (place < block.across() && inX < block.wide() && inY < block.high() && index < block.group().errors().length) {
                return Optional.of(new Place(i, index));
            }
        }
        return Optional.empty();
    }
}
