package tadpole.app.pane.kernels.stack;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tadpole.engine.convolution.StackNumber;
import tadpole.engine.convolution.StackNumber.Cell;
import tadpole.engine.convolution.WindowSum;
import tadpole.engine.convolution.WindowSum.Product;
import tadpole.engine.tensor.Tensor;

/**
 * The arithmetic behind one number of a stack, written out.
 *
 * @param terms  all that the number is made of
 * @param result how, and the number
 */
record SumView(Node terms, Node result) {

    /** So many channels have their products written; the others are summed up. */
    private static final int MOST_CHANNELS = 8;

    static SumView of(StackNumber number) {
        return switch (number) {
            case StackNumber.Sum sum -> sum(sum.sum());
            case StackNumber.Largest largest -> new SumView(cells(largest.cells(), largest.winner(), false), result(largest.value(),
                    "the largest of " + words(largest.cells()), "at y %d, x %d of the stage before".formatted(
                            largest.cells().get(largest.winner()).y(), largest.cells().get(largest.winner()).x())));
            case StackNumber.Mean mean -> new SumView(cells(mean.cells(), -1, true), result(mean.value(),
                    "%s / %d, sum by count".formatted(StackWords.number(mean.sum()), mean.cells().size()),
                    note(IntStream.range(0, mean.cells().size()).mapToDouble(i -> mean.cells().get(i).value()).allMatch(StackWords::isExact)
                            && StackWords.isExact(mean.sum()) && StackWords.isExact(mean.value()))));
            case StackNumber.Cut cut -> new SumView(mono("max(0, " + StackWords.number(cut.before()) + ")"), result(cut.value(),
                    cut.before() > 0 ? "above 0: stays as it is" : "not above 0: becomes 0", note(StackWords.isExact(cut.before()))));
        };
    }

    static SumView ofPixel(Sight sight) {
        Tensor picture = sight.run().plane(0);
        int area = picture.shape().at(1) * picture.shape().at(2);
        int at = sight.spot().y() * picture.shape().at(2) + sight.spot().x();
        List<String> values = IntStream.range(0, picture.shape().at(0)).mapToObj(channel -> StackWords.number(picture.data()[channel * area + at])).toList();
        return new SumView(muted(values.size() == 3 ? "red, green, blue" : values.size() == 1 ? "as it came" : "channel by channel"),
                figure(String.join("  ", values)));
    }

    private static SumView sum(WindowSum sum) {
        List<Integer> channels = sum.products().stream().map(Product::channel).distinct().toList();
        FlowPane grids = new FlowPane();
        grids.getStyleClass().add("sum-grids");
        for (int channel : channels.subList(0, Math.min(MOST_CHANNELS, channels.size()))) {
            VBox grid = new VBox(products(sum.products().stream().filter(each -> each.channel() == channel).toList()));
            grid.getStyleClass().add("sum-channel");
            if (channels.size() > 1) {
                grid.getChildren().addFirst(muted("channel %d: %s".formatted(channel + 1, StackWords.number(sum.ofChannel(channel)))));
            }
            grids.getChildren().add(grid);
        }
        if (channels.size() > MOST_CHANNELS) {
            double rest = channels.stream().skip(MOST_CHANNELS).mapToDouble(sum::ofChannel).sum();
            grids.getChildren().add(muted("%d channels more: %s".formatted(channels.size() - MOST_CHANNELS, StackWords.number(rest))));
        }
        double products = sum.sum() - sum.bias();
        boolean exact = sum.products().stream().allMatch(each -> StackWords.isExact(each.pixel()) && StackWords.isExact(each.weight())
                && StackWords.isExact(each.value())) && StackWords.isExact(sum.value());
        return new SumView(grids, result(sum.value(), "%d products give %s, bias adds %s%s".formatted(sum.products().size(), StackWords.number(products),
                StackWords.number(sum.bias()), sum.relu() ? ", then ReLU" : ""), note(exact)));
    }

    /** Rows and columns as the kernel has them. */
    private static GridPane products(List<Product> products) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("sum-grid");
        for (Product each : products) {
            HBox cell = new HBox(mono(StackWords.number(each.pixel())), muted("×"), weight(each.weight()), muted("="), strong(StackWords.number(each.value())));
            cell.getStyleClass().add("sum-product");
            if (each.isPadding()) {
                cell.getStyleClass().add("sum-padding");
            }
            grid.add(cell, each.v(), each.u());
        }
        return grid;
    }

    private static Label weight(float weight) {
        Label label = mono(StackWords.number(weight));
        label.getStyleClass().add(weight < 0 ? "negative" : weight > 0 ? "positive" : "nothing");
        return label;
    }

    private static GridPane cells(List<Cell> cells, int winner, boolean showPadding) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("sum-grid");
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            Label label = mono(cell.padding() && !showPadding ? "–" : StackWords.number(cell.value()));
            label.getStyleClass().add("sum-cell");
            if (i == winner) {
                label.setId("stack-winner");
                label.getStyleClass().add("winner");
            }
            if (cell.padding()) {
                label.getStyleClass().add("sum-padding");
            }
            grid.add(label, cell.x() - cells.getFirst().x(), cell.y() - cells.getFirst().y());
        }
        return grid;
    }

    private static String words(List<Cell> cells) {
        long inside = cells.stream().filter(each -> !each.padding()).count();
        return inside == 1 ? "1 pixel" : inside + " pixels";
    }

    private static String note(boolean exact) {
        return exact ? "" : "rounded to four digits";
    }

    private static VBox result(double value, String how, String note) {
        VBox box = new VBox(muted(how), figure(StackWords.number(value)));
        box.getStyleClass().add("sum-result");
        if (!note.isEmpty()) {
            box.getChildren().add(muted(note));
        }
        return box;
    }

    private static Label figure(String text) {
        Label figure = new Label(text);
        figure.setId("stack-value");
        figure.getStyleClass().add("figure");
        figure.setMinWidth(Region.USE_PREF_SIZE);
        return figure;
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label mono(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("mono", "sum-number");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label strong(String text) {
        Label label = mono(text);
        label.getStyleClass().add("sum-strong");
        return label;
    }
}
