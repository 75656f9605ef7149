package tadpole.app.shell;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The search for actions: type, choose, Enter. */
final class Palette extends VBox {

    /** So many results are seen at once. */
    private static final int MOST_ROWS = 10;
    /** So that rounding never brings a scroll bar. */
    private static final double SLACK = 2;

    private final PaletteModel model;
    private final Runnable close;
    private final TextField search = new TextField();
    private final ListView<PaletteModel.Entry> list = new ListView<>();

    Palette(PaletteModel model, Runnable close) {
        this.model = model;
        this.close = close;
        getStyleClass().addAll("floating", "palette");
        setId("palette");
        search.setId("palette-search");
        search.setPromptText("What do you want to do?");
        search.textProperty().subscribe(this::narrow);
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        list.setId("palette-list");
        list.setItems(model.found());
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new EntryCell());
        list.setPlaceholder(new Label("Nothing is called that."));
        list.prefHeightProperty().bind(Bindings.createDoubleBinding(
                () -> Math.clamp(model.found().size(), 1, MOST_ROWS) * list.getFixedCellSize() + SLACK,
                list.getItems(), list.fixedCellSizeProperty()));
        list.setMinHeight(USE_PREF_SIZE);
        list.setOnMouseClicked(_ -> runSelected());
        getChildren().addAll(search, list);
        focusedProperty().subscribe(focused -> {
            if (focused) {
                search.requestFocus();
            }
        });
        narrow("");
    }

    private void narrow(String typed) {
        model.narrow(typed);
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    private void steer(KeyEvent key) {
        switch (key.getCode()) {
            case DOWN -> list.getSelectionModel().selectNext();
            case UP -> list.getSelectionModel().selectPrevious();
            case ENTER -> runSelected();
            default -> {
                return;
            }
        }
        list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 4));
        key.consume();
    }

    private void runSelected() {
        PaletteModel.Entry entry = list.getSelectionModel().getSelectedItem();
        if (entry != null && entry.action().enabled().get()) {
            close.run();
            entry.action().run().run();
        }
    }

    private static final class EntryCell extends ListCell<PaletteModel.Entry> {

        private final Label name = new Label();
        private final Label place = new Label();
        private final Label key = new Label();
        private final HBox row = new HBox(8);

        EntryCell() {
            place.getStyleClass().add("muted");
            key.getStyleClass().add("key");
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            row.getChildren().addAll(name, place, space, key);
            row.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(PaletteModel.Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            setGraphic(empty ? null : row);
            if (empty) {
                return;
            }
            boolean enabled = entry.action().enabled().get();
            name.setText(entry.action().label());
            name.getStyleClass().removeAll("unavailable");
            if (!enabled) {
                name.getStyleClass().add("unavailable");
            }
            place.setText(enabled ? entry.place() : (entry.place() + "  not now").strip());
            key.setText(entry.action().key().map(combination -> combination.getDisplayText().replace("Escape", "Esc")).orElse(""));
        }
    }
}
