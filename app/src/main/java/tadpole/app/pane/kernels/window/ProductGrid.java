package tadpole.app.pane.kernels.window;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import tadpole.engine.convolution.WindowSum;

/** The products of one channel, standing as the kernel does: in full where there is room, else smaller, else rounded, else their values alone. */
final class ProductGrid extends Region {

    private static final double GAP = 8;
    private static final double SHORT_GAP = 4;
    private static final double LARGE_GAP = 48;
    private static final double LINE = 1.85;
    private static final double LOOSE_LINE = 2.2;
    private static final double SMALL_LINE = 1.3;
    private static final double SHORT_LINE = 1.1;
    /** Width of a character of JetBrains Mono, in em. */
    private static final double CHARACTER = 0.6;
    private static final double SMALL = 11.0 / 13;

    /** How the products are written, the roomiest first. */
    private enum Manner {
        FULL, SMALL, ROUNDED, SHORT
    }

    private final Consumer<Optional<WindowSum.Product>> pointed;
    private final List<ProductCell> cells = new ArrayList<>();
    private final Label probe = new Label();
    private List<SumSheet.Term> terms = List.of();
    private int columns = 1;
    private ProductCell.Widths widths = ProductCell.Widths.of(List.of());
    private List<SumSheet.Term> rounded = List.of();
    private ProductCell.Widths roundedWidths = widths;
    private Manner manner = Manner.FULL;
    private final ReadOnlyBooleanWrapper full = new ReadOnlyBooleanWrapper(true);

    /** @param pointed is told over which product the pointer is */
    ProductGrid(Consumer<Optional<WindowSum.Product>> pointed) {
        this.pointed = pointed;
        getStyleClass().add("product-grid");
        probe.setVisible(false);
        probe.getStyleClass().add("product-sign");
        getChildren().add(probe);
        probe.fontProperty().subscribe(this::requestLayout);
    }

    /** @param wide columns of the kernel */
    void show(List<SumSheet.Term> shown, int wide) {
        terms = shown;
        columns = wide;
        widths = ProductCell.Widths.of(shown);
        rounded = shown.stream().map(SumSheet.Term::rounded).toList();
        roundedWidths = ProductCell.Widths.of(rounded);
        while (cells.size() < shown.size()) {
            cells.add(cell(cells.size()));
        }
        for (int i = 0; i < cells.size(); i++) {
            cells.get(i).setVisible(i < shown.size());
        }
        write();
        requestLayout();
    }

    /** Whether pixels and weights are written too. */
    ReadOnlyBooleanProperty fullProperty() {
        return full.getReadOnlyProperty();
    }

    private ProductCell cell(int number) {
        ProductCell cell = new ProductCell();
        cell.setId("product-" + number);
        cell.setOnMouseEntered(_ -> pointed.accept(Optional.of(terms.get(number).product())));
        cell.setOnMouseExited(_ -> pointed.accept(Optional.empty()));
        getChildren().add(cell);
        return cell;
    }

    private void write() {
        boolean whole = manner == Manner.FULL || manner == Manner.SMALL;
        for (int i = 0; i < terms.size(); i++) {
            cells.get(i).show((whole ? terms : rounded).get(i), whole ? widths : roundedWidths, manner != Manner.SHORT, manner == Manner.SMALL || manner == Manner.ROUNDED);
        }
    }

    private double em() {
        return probe.getFont().getSize();
    }

    private int rows() {
        return terms.size() / columns;
    }

    private double cellWidth(Manner of) {
        return switch (of) {
            case FULL -> widths.full() * CHARACTER * em();
            case SMALL -> widths.full() * CHARACTER * em() * SMALL + 2;
            case ROUNDED -> roundedWidths.full() * CHARACTER * em() * SMALL + 2;
            case SHORT -> shortWidth();
        };
    }

    private boolean fits(Manner of) {
        return of == Manner.SHORT
                || columns * (cellWidth(of) + GAP) <= getWidth() && rows() * em() * (of == Manner.FULL ? LINE : SMALL_LINE) <= getHeight();
    }

    private double shortWidth() {
        return Math.max(3, widths.brief()) * CHARACTER * em() * SMALL + 2;
    }

    @Override
    protected double computeMinWidth(double height) {
        return columns * (shortWidth() + SHORT_GAP);
    }

    @Override
    protected double computeMinHeight(double width) {
        return rows() * Math.ceil(em() * SHORT_LINE);
    }

    @Override
    protected double computePrefHeight(double width) {
        return computeMinHeight(width);
    }

    @Override
    protected void layoutChildren() {
        Manner now = Arrays.stream(Manner.values()).filter(this::fits).findFirst().orElseThrow();
        if (now != manner) {
            manner = now;
            full.set(now != Manner.SHORT);
            write();
        }
        double cell = Math.ceil(cellWidth(now));
        double gap = Math.clamp((getWidth() - columns * cell) / columns, full.get() ? GAP : SHORT_GAP, LARGE_GAP);
        double line = Math.floor(em() * Math.clamp(getHeight() / (Math.max(1, rows()) * em()), SHORT_LINE, full.get() ? LOOSE_LINE : LINE));
        for (int i = 0; i < terms.size(); i++) {
            cells.get(i).resizeRelocate(snapPositionX(i % columns * (cell + gap)), i / columns * line, cell, line);
        }
    }
}
