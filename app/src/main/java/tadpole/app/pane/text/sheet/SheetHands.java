package tadpole.app.pane.text.sheet;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** Mouse and keys of a {@link TextSheet}, as every text field has them. */
final class SheetHands {

    private static final double LINES_A_NOTCH = 3;

    private final TextSheet sheet;
    private final Paper paper;

    SheetHands(TextSheet sheet, Paper paper) {
        this.sheet = sheet;
        this.paper = paper;
        sheet.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        sheet.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        sheet.addEventHandler(MouseEvent.MOUSE_MOVED, move -> sheet.pointAt(move.getX(), move.getY()));
        sheet.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> sheet.pointNowhere());
        sheet.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        sheet.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        sheet.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    }

    private void pressed(MouseEvent press) {
        if (press.getButton() != MouseButton.PRIMARY) {
            return;
        }
        sheet.requestFocus();
        int at = sheet.placeAt(press.getX(), press.getY());
        if (press.getClickCount() == 2) {
            paper.chooseWord(at);
        } else if (press.getClickCount() > 2) {
            int line = sheet.lines().line(at);
            paper.choose(sheet.lines().start(line), sheet.lines().end(line, false));
        } else {
            paper.choose(press.isShiftDown() ? paper.anchorProperty().get() : at, at);
            sheet.pin(press.getX(), press.getY());
        }
    }

    private void dragged(MouseEvent drag) {
        if (drag.isPrimaryButtonDown()) {
            paper.choose(paper.anchorProperty().get(), sheet.placeAt(drag.getX(), drag.getY()));
        }
    }

    private void scrolled(ScrollEvent scroll) {
        double lines = scroll.getTextDeltaYUnits() == ScrollEvent.VerticalTextScrollUnits.LINES ? scroll.getTextDeltaY() : Math.signum(scroll.getDeltaY()) * LINES_A_NOTCH;
        sheet.scrollBy(-lines * sheet.lineHeight());
        sheet.pointAt(scroll.getX(), scroll.getY());
        scroll.consume();
    }

    private void keyPressed(KeyEvent key) {
        boolean done = key.isShortcutDown() ? shortcut(key) : move(key, key.isShiftDown()) || sheet.isEditable() && edit(key);
        if (done) {
            key.consume();
        }
    }

    private boolean shortcut(KeyEvent key) {
        KeyCode code = key.getCode();
        switch (code) {
            case A -> paper.choose(0, paper.text().length());
            case C -> copy();
            case X -> {
                copy();
                if (sheet.isEditable() && paper.hasChoice()) {
                    paper.erase(false);
                }
            }
            case V -> {
                if (sheet.isEditable() && Clipboard.getSystemClipboard().hasString()) {
                    paper.put(Clipboard.getSystemClipboard().getString());
                }
            }
            case Z -> {
                if (!sheet.isEditable()) {
                    return false;
                }
                if (key.isShiftDown()) {
                    paper.redo();
                } else {
                    paper.undo();
                }
            }
            case Y -> {
                if (!sheet.isEditable()) {
                    return false;
                }
                paper.redo();
            }
            case HOME -> to(0, key.isShiftDown());
            case END -> to(paper.text().length(), key.isShiftDown());
            case LEFT -> to(paper.wordBeside(paper.caret(), false), key.isShiftDown());
            case RIGHT -> to(paper.wordBeside(paper.caret(), true), key.isShiftDown());
            default -> {
                return false;
            }
        }
        sheet.showCaret();
        return true;
    }

    private void copy() {
        if (paper.hasChoice()) {
            ClipboardContent content = new ClipboardContent();
            content.putString(paper.chosen());
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    private boolean move(KeyEvent key, boolean choosing) {
        int caret = paper.caret();
        String text = paper.text();
        int line = sheet.lines().line(caret);
        switch (key.getCode()) {
            case LEFT -> to(paper.hasChoice() && !choosing ? paper.from() : caret == 0 ? 0 : text.offsetByCodePoints(caret, -1), choosing);
            case RIGHT -> to(paper.hasChoice() && !choosing ? paper.to() : caret == text.length() ? caret : text.offsetByCodePoints(caret, 1), choosing);
            case UP -> to(sheet.beside(caret, -1), choosing);
            case DOWN -> to(sheet.beside(caret, 1), choosing);
            case PAGE_UP -> to(sheet.beside(caret, -sheet.linesSeen()), choosing);
            case PAGE_DOWN -> to(sheet.beside(caret, sheet.linesSeen()), choosing);
            case HOME -> to(sheet.lines().start(line), choosing);
            case END -> to(sheet.lines().end(line, true), choosing);
            default -> {
                return false;
            }
        }
        sheet.showCaret();
        return true;
    }

    private void to(int place, boolean choosing) {
        paper.choose(choosing ? paper.anchorProperty().get() : place, place);
    }

    private boolean edit(KeyEvent key) {
        switch (key.getCode()) {
            case BACK_SPACE -> paper.erase(false);
            case DELETE -> paper.erase(true);
            case ENTER -> paper.put("\n");
            // What is typed comes as an event of its own; nobody else shall act on the key.
            default -> {
                return key.getCode().isLetterKey() || key.getCode().isDigitKey() || key.getCode() == KeyCode.SPACE;
            }
        }
        sheet.showCaret();
        return true;
    }

    private void typed(KeyEvent key) {
        String typed = key.getCharacter();
        boolean letter = !typed.isEmpty() && typed.codePointAt(0) >= ' ' && typed.codePointAt(0) != 0x7F;
        // AltGr arrives as Ctrl and Alt on some systems.
        boolean meant = !key.isShortcutDown() && !key.isMetaDown() || key.isAltDown() && key.isControlDown();
        if (sheet.isEditable() && letter && meant) {
            paper.put(typed);
            sheet.showCaret();
            key.consume();
        }
    }
}
