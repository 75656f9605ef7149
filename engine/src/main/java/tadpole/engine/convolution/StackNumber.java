package tadpole.engine.convolution;

import java.util.ArrayList;
import java.util.List;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** Where one number of a stack comes from. */
public sealed interface StackNumber {

    /** The engine's own. */
    float value();

    /** One place under a window. @param y counted from the input's first row; outside of it in the padding, where the value is 0 */
    record Cell(int y, int x, float value, boolean padding) {}

    record Sum(WindowSum sum) implements StackNumber {

        @Override
        public float value() {
            return sum.value();
        }
    }

    /** @param winner which of the cells: the first of equal ones */
    record Largest(List<Cell> cells, int winner, float value) implements StackNumber {}

    /** sum / n. */
    record Mean(List<Cell> cells, float value) implements StackNumber {

        /** In double. */
        public double sum() {
            return cells.stream().mapToDouble(Cell::value).sum();
        }
    }

    /** max(0, before). */
    record Cut(float before, float value) implements StackNumber {}

    static StackNumber of(StackRun.Result result, int channel, int y, int x) {
        float value = at(result.output(), channel, y, x);
        return switch (result.stage()) {
            case StackStage.Convolution _ -> new Sum(result.convolved().orElseThrow().window(channel, y, x));
            case StackStage.Rectified _ -> new Cut(at(result.input(), channel, y, x), value);
            case StackStage.Pooled pooled -> {
                List<Cell> cells = cells(pooled, result.input(), channel, y, x);
                yield pooled.kind() == StackStage.Pooled.Kind.MAX ? new Largest(cells, winner(cells), value) : new Mean(cells, value);
            }
        };
    }

    private static List<Cell> cells(StackStage.Pooled pooled, Tensor input, int channel, int y, int x) {
        Area window = pooled.sliding().window(Area.ofPlace(y, x));
        List<Cell> cells = new ArrayList<>();
        for (int row = window.y(); row <= window.bottom(); row++) {
            for (int column = window.x(); column <= window.right(); column++) {
                boolean inside = Area.ofPlace(row, column).isInside(input.shape().at(1), input.shape().at(2));
                cells.add(new Cell(row, column, inside ? at(input, channel, row, column) : 0, !inside));
            }
        }
        return List.copyOf(cells);
    }

    private static int winner(List<Cell> cells) {
        int best = -1;
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            if (!cell.padding() && (best < 0 || cell.value() > cells.get(best).value()
                    || Float.isNaN(cell.value()) && !Float.isNaN(cells.get(best).value()))) {
                best = i;
            }
        }
        return best;
    }

    private static float at(Tensor plane, int channel, int y, int x) {
        Shape shape = plane.shape();
        return plane.data()[(channel * shape.at(1) + y) * shape.at(2) + x];
    }
}
