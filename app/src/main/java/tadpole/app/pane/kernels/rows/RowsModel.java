package tadpole.app.pane.kernels.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import tadpole.app.chart.Digits;
import tadpole.app.image.PlaneModel;
import tadpole.app.pane.kernels.KernelsModel;
import tadpole.app.pane.kernels.LinkedMarks;
import tadpole.app.pane.kernels.Printed;
import tadpole.app.pane.kernels.Shown;
import tadpole.app.pane.kernels.TermsView;
import tadpole.app.pane.kernels.input.InputPicture;
import tadpole.engine.convolution.Convolved;
import tadpole.engine.convolution.ConvolutionPlan;
import tadpole.engine.convolution.ImageRows;
import tadpole.engine.convolution.Mixing;
import tadpole.engine.convolution.Padding;
import tadpole.engine.convolution.WindowSum;
import tadpole.engine.picture.Picture;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** The matrix of windows beside the picture it comes from: which row, which column and which pixel one points at, and what that lights elsewhere. */
final class RowsModel {

    static final int NONE = -1;
    /** More products than these are not written out. */
    static final int MOST_TERMS = 120;
    /** Up to so many columns products with 0 are written too. */
    private static final int FEW = 27;
    private static final int SMALL = 5;

    private final KernelsModel kernels;
    private final ReadOnlyObjectWrapper<Optional<ImageRows>> rows = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final IntegerProperty column = new SimpleIntegerProperty(NONE);
    private final BooleanProperty held = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Optional<Before>> before = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** What was looked at before the small example. */
    record Before(InputPicture input, ConvolutionPlan plan) {}

    RowsModel(KernelsModel kernels) {
        this.kernels = kernels;
        kernels.convolvedProperty().subscribe(this::lay);
        kernels.filterProperty().subscribe(this::lay);
        kernels.placeProperty().subscribe(this::lay);
        kernels.pictureProperty().subscribe(now -> {
            if (before.get().isPresent() && now.filter(RowsModel::isSmall).isEmpty()) {
                before.set(Optional.empty());
            }
        });
        lay();
    }

    /** Whether there is no more to cut out. */
    boolean isAllSmall() {
        return kernels.pictureProperty().get().filter(RowsModel::isSmall).isPresent();
    }

    private static boolean isSmall(Picture picture) {
        return picture.height() <= SMALL && picture.width() <= SMALL;
    }

    private void lay() {
        Optional<Convolved> now = kernels.convolvedProperty().get();
        int filter = now.map(each -> Shown.filter(kernels, each)).orElse(0);
        if (rows.get().map(ImageRows::convolved).equals(now) && rows.get().map(each -> each.filter() == filter).orElse(true)) {
            return;
        }
        rows.set(now.map(convolved -> new ImageRows(convolved, filter)));
        if (column.get() >= rows.get().map(ImageRows::columns).orElse(0)) {
            column.set(NONE);
        }
    }

    KernelsModel kernels() {
        return kernels;
    }

    ReadOnlyObjectProperty<Optional<ImageRows>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** The column, so the weight, that one points at; {@link #NONE} where it is none. */
    IntegerProperty columnProperty() {
        return column;
    }

    /** Whether the row stays while one points at others, so that one gets to its terms. */
    BooleanProperty heldProperty() {
        return held;
    }

    /** What the button leads back to, while the small example is looked at. */
    ReadOnlyObjectProperty<Optional<Before>> beforeProperty() {
        return before.getReadOnlyProperty();
    }

    /** The row of the place that all views share; {@link #NONE} before there is one. */
    int row() {
        return rows.get().flatMap(now -> kernels.placeProperty().get().map(place -> inside(now, place) ? now.row(place.y(), place.x()) : NONE)).orElse(NONE);
    }

    private static boolean inside(ImageRows now, KernelsModel.Place place) {
        return place.y() < now.convolved().height() && place.x() < now.convolved().width();
    }

    /** Where no row is held. */
    void hoverRow(int row) {
        if (!held.get()) {
            pointAtRow(row);
        }
    }

    /** Holds the row, or lets it go. */
    void hold(int row) {
        held.set(!held.get() || row != row());
        pointAtRow(row);
    }

    void pointAtRow(int row) {
        rows.get().ifPresent(now -> kernels.placeProperty().set(Optional.of(new KernelsModel.Place(now.filter(), now.y(row), now.x(row)))));
    }

    /** At an input pixel: it is lit wherever it stands in the matrix. */
    void pointAtPixel(int y, int x) {
        rows.get().ifPresent(now -> kernels.inputProperty().set(Optional.of(new KernelsModel.Place(channel(), y, x))));
    }

    void pointAtNoPixel() {
        kernels.inputProperty().set(Optional.empty());
    }

    /** The input channel that is drawn where one is drawn: that of the column pointed at, else the one that is edited. */
    int channel() {
        return rows.get().map(now -> column.get() != NONE ? now.channel(column.get())
                : Shown.channel(kernels, now.convolved())).orElse(0);
    }

    /** The cells of the matrix that hold the input pixel one points at. */
    List<ImageRows.Cell> cellsOfPixel() {
        return rows.get().flatMap(now -> kernels.inputProperty().get().map(at -> at.y() < now.convolved().picture().height() && at.x() < now.convolved().picture().width()
                ? now.cellsOf(at.channel(), at.y(), at.x()) : List.<ImageRows.Cell>of())).orElse(List.of());
    }

    List<PlaneModel.Mark> inputMarks() {
        List<PlaneModel.Mark> marks = new ArrayList<>();
        rows.get().ifPresent(now -> {
            int row = row();
            if (column.get() != NONE) {
                marks.addAll(LinkedMarks.met(now, column.get(), "hue-3"));
            }
            if (row != NONE) {
                marks.addAll(LinkedMarks.window(now.convolved(), now.y(row), now.x(row), "accent"));
                if (column.get() != NONE) {
                    WindowSum.Product met = now.cell(row, column.get());
                    marks.add(LinkedMarks.cell(met.row(), met.column(), "hue-3", false));
                }
            }
            kernels.inputProperty().get().ifPresent(at -> marks.add(LinkedMarks.cell(at.y(), at.x(), "hue-2", false)));
        });
        return List.copyOf(marks);
    }

    List<PlaneModel.Mark> outputMarks() {
        List<PlaneModel.Mark> marks = new ArrayList<>();
        rows.get().ifPresent(now -> {
            marks.addAll(LinkedMarks.together(cellsOfPixel().stream().map(cell -> LinkedMarks.cell(now.y(cell.row()), now.x(cell.row()), "hue-2", false)).toList()));
            if (row() != NONE) {
                marks.add(LinkedMarks.cell(now.y(row()), now.x(row()), "accent", false));
            }
        });
        return List.copyOf(marks);
    }

    /** "25 rows (5·5 places) × 27 columns (3·3·3 weights) = 675 numbers, 2.7 kB". */
    String size() {
        return rows.get().map(now -> {
            int depth = now.columns() / now.kernelHeight() / now.kernelWidth();
            return "%s rows (%d·%d places) × %d columns (%s%d·%d weights) = %s numbers, %s".formatted(Digits.count(now.rows()),
                    now.convolved().height(), now.convolved().width(), now.columns(), depth == 1 ? "" : depth + "·", now.kernelHeight(),
                    now.kernelWidth(), Digits.count(now.size()), Printed.bytes(now.bytes()));
        }).orElse("");
    }

    /** "Row 12 · output at y 2, x 2"; empty where no row is chosen. */
    String rowName() {
        int row = row();
        return row == NONE ? "" : rows.get().map(now -> "Row %s · output at y %d, x %d".formatted(Digits.count(row), now.y(row), now.x(row))).orElse("");
    }

    /** What the lines under the numbers mean, and how to get to them. */
    String hint() {
        List<ImageRows.Cell> cells = cellsOfPixel();
        if (!cells.isEmpty()) {
            KernelsModel.Place at = kernels.inputProperty().get().orElseThrow();
            return "pixel %d,%d: in %d cells, whose gradients col2im adds".formatted(at.y(), at.x(), cells.size());
        }
        boolean padding = terms().stream().anyMatch(TermsView.Term::padding);
        String zeros = rows.get().filter(now -> now.columns() > FEW).isPresent() ? "zeros left out · " : "";
        return (padding ? "underlined: padding · " : "") + zeros + (held.get() ? "held: click again to let go" : "a click holds the row");
    }

    /** The products of the chosen row that are written, by their columns: of a large kernel those that are not 0. */
    List<Integer> written() {
        int row = row();
        return rows.get().filter(_ -> row != NONE).map(now -> IntStream.range(0, now.columns()).boxed()
                .filter(column -> now.columns() <= FEW || !isNothing(now.cell(row, column))).limit(MOST_TERMS).toList()).orElse(List.of());
    }

    private static boolean isNothing(WindowSum.Product met) {
        return met.pixel() == 0 || met.weight() == 0;
    }

    /** The products of the chosen row, in the order of {@link #written}. */
    List<TermsView.Term> terms() {
        int row = row();
        return rows.get().filter(_ -> row != NONE).map(now -> written().stream().map(column -> {
            WindowSum.Product met = now.cell(row, column);
            return new TermsView.Term("%s × %s".formatted(Printed.number(met.pixel()), Printed.factor(met.weight())), isNothing(met), met.isPadding());
        }).toList()).orElse(List.of());
    }

    /** "= 86 + bias 0 = 86"; what a calculator gives for the printed products. */
    String result() {
        int row = row();
        return rows.get().filter(_ -> row != NONE).map(now -> result(now, row)).orElse("");
    }

    private static String result(ImageRows now, int row) {
        double printed = 0;
        for (int i = 0; i < now.columns(); i++) {
            printed += Printed.worth(now.at(row, i)) * Printed.worth(now.weight(i));
        }
        boolean relu = now.convolved().plan().relu();
        double biased = printed + Printed.worth(now.bias());
        String sum = Printed.result(now.product(row), printed);
        String bias = now.bias() == 0 ? "" : " %s %s".formatted(now.bias() < 0 ? "-" : "+", Printed.number(Math.abs(now.bias())));
        String output = Printed.result(now.output(row), relu ? Math.max(0, biased) : biased);
        long written = IntStream.range(0, now.columns()).filter(column -> now.columns() <= FEW || !isNothing(now.cell(row, column))).count();
        String more = written > MOST_TERMS ? "and %s more products ".formatted(Digits.count(written - MOST_TERMS)) : "";
        String start = "%s= %s".formatted(more, sum);
        if (relu) {
            return "%s%s, ReLU: max(0, %s) = %s".formatted(start, bias, Printed.result(now.product(row) + now.bias(), biased), output);
        }
        return bias.isEmpty() ? start : "%s%s = %s".formatted(start, bias, output);
    }

    /** A picture of 5×5 in color, summed over its channels with padding 1: 25 rows of 27 columns, as the whole class can see them. */
    void smallExample() {
        show(SmallPicture.made(), plan -> plan.withMixing(Mixing.SUM).withStride(1).withDilation(1).withPadding(Padding.of(1)));
    }

    /** Five by five pixels about the place, with everything else as it is. */
    void cutOut() {
        rows.get().map(now -> now.convolved().plan().mixing() == Mixing.GRAY ? kernels.pictureProperty().get().orElseThrow() : now.convolved().picture())
                .ifPresent(whole -> {
                    int[] middle = middle();
                    show(cut(whole, middle[0], middle[1]), UnaryOperator.identity());
                });
    }

    private int[] middle() {
        int row = row();
        ImageRows now = rows.get().orElseThrow();
        if (row == NONE) {
            return new int[] {now.convolved().picture().height() / 2, now.convolved().picture().width() / 2};
        }
        WindowSum.Product met = now.cell(row, now.column(now.channel(0), now.kernelHeight() / 2, now.kernelWidth() / 2));
        return new int[] {met.row(), met.column()};
    }

    private static Picture cut(Picture whole, int y, int x) {
        int height = Math.min(SMALL, whole.height());
        int width = Math.min(SMALL, whole.width());
        int top = Math.clamp(y - height / 2, 0, whole.height() - height);
        int left = Math.clamp(x - width / 2, 0, whole.width() - width);
        Tensor values = Tensor.zeros(Shape.of(whole.channels(), height, width));
        for (int i = 0; i < values.size(); i++) {
            values.data()[i] = whole.at(i / width / height, top + i / width % height, left + i % width);
        }
        return new Picture("%s, %d×%d at y %d, x %d".formatted(whole.name(), height, width, top, left), values, whole.black(), whole.white());
    }

    private void show(Picture small, UnaryOperator<ConvolutionPlan> edit) {
        Optional<Before> start = before.get().or(() -> kernels.input().shownProperty().get().map(now -> new Before(now, kernels.planProperty().get())));
        kernels.changeWithPicture(() -> kernels.input().showSmall(small), edit);
        before.set(start);
    }

    /** To the picture and the settings before the small one. */
    void back() {
        before.get().ifPresent(start -> kernels.changeWithPicture(() -> kernels.input().restore(start.input()), _ -> start.plan()));
    }
}
