package tadpole.app.pane.kernels;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tadpole.app.image.PlaneModel;
import tadpole.engine.convolution.Convolved;
import tadpole.engine.convolution.ConvolutionPlan;
import tadpole.engine.convolution.ImageRows;
import tadpole.engine.convolution.KernelGradients;
import tadpole.engine.convolution.WindowSum;

/** Which cells of a picture are lit when one points at something that comes from them. */
public final class LinkedMarks {

    /** More cells than these are said by a frame around all of them. */
    private static final int MOST = 600;

    private LinkedMarks() {}

    public static PlaneModel.Mark cell(int y, int x, String token, boolean fill) {
        return new PlaneModel.Mark(y, x, 1, 1, token, fill);
    }

    /** The window behind one output pixel: one frame, and where the kernel has gaps its cells. */
    public static List<PlaneModel.Mark> window(Convolved convolved, int y, int x, String token) {
        ConvolutionPlan plan = convolved.plan();
        int dilation = plan.dilation();
        int top = y * plan.stride() - plan.padding().before(plan.height(), dilation);
        int left = x * plan.stride() - plan.padding().before(plan.width(), dilation);
        List<PlaneModel.Mark> marks = new ArrayList<>();
        if (dilation > 1) {
            for (int i = 0; i < plan.height() * plan.width(); i++) {
                marks.add(cell(top + i / plan.width() * dilation, left + i % plan.width() * dilation, token, true));
            }
        }
        marks.add(new PlaneModel.Mark(top, left, (plan.height() - 1) * dilation + 1, (plan.width() - 1) * dilation + 1, token, false));
        return marks;
    }

    /** All pixels that one weight meets on its way over the picture. */
    public static List<PlaneModel.Mark> met(ImageRows rows, int column, String token) {
        WindowSum.Product first = rows.cell(0, column);
        WindowSum.Product last = rows.cell(rows.rows() - 1, column);
        int stride = rows.convolved().plan().stride();
        if (stride == 1 || rows.rows() > MOST) {
            return List.of(new PlaneModel.Mark(first.row(), first.column(), last.row() - first.row() + 1, last.column() - first.column() + 1, token, false));
        }
        return IntStream.range(0, rows.rows()).mapToObj(row -> cell(first.row() + rows.y(row) * stride, first.column() + rows.x(row) * stride, token, true))
                .toList();
    }

    /** The output cells whose gradients come back in a sum. */
    public static List<PlaneModel.Mark> places(List<KernelGradients.Term> terms, int filter, String token) {
        return together(terms.stream().filter(term -> term.filter() == filter).map(term -> cell(term.y(), term.x(), token, false)).toList());
    }

    /** One frame about single cells that fill a rectangle; else each of them tinted. */
    public static List<PlaneModel.Mark> together(List<PlaneModel.Mark> cells) {
        List<PlaneModel.Mark> each = cells.stream().distinct().toList();
        if (each.size() < 2) {
            return each;
        }
        int top = each.stream().mapToInt(PlaneModel.Mark::y).min().orElseThrow();
        int left = each.stream().mapToInt(PlaneModel.Mark::x).min().orElseThrow();
        int height = each.stream().mapToInt(PlaneModel.Mark::y).max().orElseThrow() - top + 1;
        int width = each.stream().mapToInt(PlaneModel.Mark::x).max().orElseThrow() - left + 1;
        String token = each.getFirst().token();
        return each.size() == height * width ? List.of(new PlaneModel.Mark(top, left, height, width, token, false))
                : each.stream().map(cell -> cell(cell.y(), cell.x(), token, true)).toList();
    }
}
