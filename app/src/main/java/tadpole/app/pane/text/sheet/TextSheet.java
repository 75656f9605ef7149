package tadpole.app.pane.text.sheet;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import tadpole.app.shell.Theme;
import tadpole.engine.language.Piece;

/** A text of any length with colors under its tokens, to read and to edit: only the lines that are seen are drawn. */
public final class TextSheet extends Region {

    private static final double SIDE = 36;
    private static final double ABOVE = 24;
    private static final double BAR = 12;
    /** Of the font's size. */
    private static final double LINE = 1.72;

    private final Paper paper;
    private final Tokens tokens;
    private final Theme theme;
    private final Canvas canvas = new Canvas();
    private final ScrollBar bar = new ScrollBar();
    /** Shows nothing; its font, which the style sheet gives, is the text's. */
    private final Label type = new Label();
    private final ReadOnlyIntegerWrapper hovered = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyIntegerWrapper pinned = new ReadOnlyIntegerWrapper(-1);
    private TextLayout layout = new TextLayout(new CharWidths(_ -> 0));
    private SheetPainter painter;
    private Font font = Font.getDefault();
    private SheetLook look = SheetLook.PLAIN;
    private boolean follow = true;
    private boolean toCaret;
    private boolean editable = true;

    public TextSheet(Paper paper, Tokens tokens, Theme theme) {
        this.paper = paper;
        this.tokens = tokens;
        this.theme = theme;
        getStyleClass().add("text-sheet");
        setFocusTraversable(true);
        setCursor(Cursor.TEXT);
        setAccessibleRole(AccessibleRole.TEXT_AREA);
        type.getStyleClass().add("text-sheet-type");
        type.setManaged(false);
        type.setMouseTransparent(true);
        canvas.setManaged(false);
        canvas.setMouseTransparent(true);
        bar.setOrientation(Orientation.VERTICAL);
        bar.setManaged(false);
        bar.setCursor(Cursor.DEFAULT);
        getChildren().setAll(canvas, bar, type);
        type.fontProperty().subscribe(this::setFont);
        paper.textProperty().subscribe(_ -> {
            pinned.set(-1);
            notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
            requestLayout();
        });
        paper.caretProperty().subscribe(_ -> {
            pinned.set(-1);
            notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTION_START);
            requestLayout();
        });
        paper.anchorProperty().subscribe(_ -> requestLayout());
        theme.kindProperty().subscribe(_ -> requestLayout());
        focusedProperty().subscribe(_ -> requestLayout());
        bar.valueProperty().subscribe(_ -> requestLayout());
        new SheetHands(this, paper);
    }

    private void setFont(Font wanted) {
        font = wanted;
        layout = new TextLayout(CharWidths.of(wanted));
        painter = new SheetPainter(theme, layout, paper, tokens);
        requestLayout();
    }

    public void setLook(SheetLook wanted) {
        look = wanted;
        requestLayout();
    }

    /** Draws the tokens anew: there are more of them, or their colors changed. */
    public void repaint() {
        requestLayout();
    }

    /** The token under the pointer; -1 where there is none. */
    public ReadOnlyIntegerProperty hoveredProperty() {
        return hovered.getReadOnlyProperty();
    }

    /** The token that was clicked at last, until the caret or the text changes; -1 where there is none. */
    public ReadOnlyIntegerProperty pinnedProperty() {
        return pinned.getReadOnlyProperty();
    }

    /** Whether the end is kept in sight while text is added there. */
    public void setFollow(boolean wanted) {
        follow = wanted;
    }

    /** Whether one can write here; else it is only read, and has no caret. */
    public void setEditable(boolean wanted) {
        editable = wanted;
        setCursor(wanted ? Cursor.TEXT : Cursor.DEFAULT);
        requestLayout();
    }

    boolean isEditable() {
        return editable;
    }

    TextLayout lines() {
        return layout;
    }

    double lineHeight() {
        return Math.round(font.getSize() * LINE);
    }

    int linesSeen() {
        return Math.max(1, (int) (getHeight() / lineHeight()) - 1);
    }

    private SheetFrame frame() {
        return new SheetFrame(SIDE, ABOVE, lineHeight(), bar.getValue());
    }

    private int lineAt(double y) {
        return Math.clamp(frame().line(y), 0, layout.lines() - 1);
    }

    int placeAt(double x, double y) {
        return layout.nearest(lineAt(y), x - SIDE);
    }

    /** The place so many lines below, or above. */
    int beside(int place, int lines) {
        int line = layout.line(place);
        int other = line + lines;
        if (other < 0) {
            return 0;
        }
        return other >= layout.lines() ? layout.text().length() : layout.nearest(other, layout.x(line, place));
    }

    private int tokenAt(double x, double y) {
        int line = frame().line(y);
        if (line < 0 || line >= layout.lines() || x < SIDE) {
            return -1;
        }
        int at = layout.under(line, x - SIDE);
        int index = tokens.at(at);
        boolean there = index < tokens.count() && tokens.piece(index).from() <= at && at < layout.end(line, true);
        return there ? index : -1;
    }

    void pointAt(double x, double y) {
        hovered.set(tokenAt(x, y));
    }

    void pointNowhere() {
        hovered.set(-1);
    }

    void pin(double x, double y) {
        pinned.set(tokenAt(x, y));
    }

    /** The middle of a token in this node's own pixels, as far as it is laid out; for tests and for what floats beside it. */
    public Point2D middle(int token) {
        Piece piece = tokens.piece(token);
        int line = layout.line(piece.from());
        double x = (layout.x(line, piece.from()) + layout.x(line, Math.min(piece.to(), layout.end(line, true)))) / 2;
        return new Point2D(SIDE + x, frame().top(line) + lineHeight() / 2);
    }

    void scrollBy(double pixels) {
        bar.setValue(Math.clamp(bar.getValue() + pixels, 0, bar.getMax()));
    }

    void showCaret() {
        toCaret = true;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        canvas.setWidth(width);
        canvas.setHeight(height);
        boolean atEnd = bar.getValue() >= bar.getMax() - lineHeight();
        layout.lay(paper.text(), Math.max(40, width - 2 * SIDE));
        double whole = 2 * ABOVE + layout.lines() * lineHeight();
        bar.setMax(Math.max(0, whole - height));
        bar.setVisibleAmount(whole <= height ? 1 : bar.getMax() * height / whole);
        bar.setUnitIncrement(lineHeight());
        bar.setBlockIncrement(Math.max(lineHeight(), height - lineHeight()));
        bar.setVisible(whole > height);
        bar.resizeRelocate(width - BAR - 2, 4, BAR, height - 8);
        if (toCaret) {
            double top = layout.line(paper.caret()) * lineHeight();
            double least = top + 2 * ABOVE + lineHeight() - height;
            bar.setValue(Math.clamp(Math.clamp(bar.getValue(), Math.max(0, Math.min(least, top)), top), 0, bar.getMax()));
        } else if (follow && atEnd && paper.caret() == paper.text().length()) {
            bar.setValue(bar.getMax());
        } else {
            bar.setValue(Math.clamp(bar.getValue(), 0, bar.getMax()));
        }
        toCaret = false;
        if (painter != null && width >= 1 && height >= 1) {
            painter.paint(canvas.getGraphicsContext2D(), frame(), look, font, editable);
        }
    }

    @Override
    protected double computeMinWidth(double height) {
        return 200;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 600;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 200;
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case TEXT -> paper.text();
            case EDITABLE -> editable;
            case CARET_OFFSET -> paper.caret();
            case SELECTION_START -> paper.from();
            case SELECTION_END -> paper.to();
            case LINE_FOR_OFFSET -> layout.line((Integer) parameters[0]);
            case LINE_START -> layout.start((Integer) parameters[0]);
            case LINE_END -> layout.end((Integer) parameters[0], true);
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
