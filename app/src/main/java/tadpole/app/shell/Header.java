package tadpole.app.shell;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.HBox;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** The bar above the stage: the pane's name, what is open in it, its tools. Where it is narrow, what is open gives way first. */
final class Header extends HBox {

    private final Label title = new Label();
    private final Label subtitle = new Label();
    private final HBox rooms = new HBox();
    private final HBox tools = new HBox();
    private final StringProperty words = new SimpleStringProperty("");

    Header() {
        getStyleClass().add("header");
        setId("header");
        setMinWidth(0);
        title.getStyleClass().add("pane-title");
        title.setId("pane-title");
        subtitle.getStyleClass().add("subtitle");
        subtitle.setId("pane-subtitle");
        tools.getStyleClass().add("tools");
        getChildren().addAll(title, rooms, subtitle, tools);
        words.subscribe(subtitle::setText);
    }

    void show(PaneEntry entry, PaneView view) {
        title.setText(entry.label());
        words.bind(view.subtitle());
        rooms.getChildren().setAll(view.rooms().stream().toList());
        tools.getChildren().setAll(view.tools());
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double room = getWidth() - left - snappedRightInset();
        double titleWidth = Math.min(room, snapSizeX(title.prefWidth(-1)));
        if (!rooms.getChildren().isEmpty()) {
            double what = words.get().isEmpty() ? 0 : subtitleWidth(Subtitle.first(words.get())) + getSpacing();
            narrow(room - titleWidth - rooms.prefWidth(-1) - what - 2 * getSpacing());
        }
        // Not clamp: a row without tools may want -0.0, and that is below 0 there.
        double toolsWidth = Math.max(0, Math.min(room - titleWidth - getSpacing(), snapSizeX(tools.prefWidth(-1))));
        double roomsWidth = rooms.getChildren().isEmpty() ? 0 : Math.clamp(room - titleWidth - toolsWidth - getSpacing(), 0,
                snapSizeX(rooms.prefWidth(-1)) + getSpacing());
        double between = Math.max(0, room - titleWidth - roomsWidth - toolsWidth - 2 * getSpacing());
        String fitting = Subtitle.fitting(words.get(), between, this::subtitleWidth);
        // Beside the rooms a word cut short tells less than none.
        subtitle.setText(roomsWidth > 0 && subtitleWidth(fitting) > between ? "" : fitting);
        place(title, left, titleWidth);
        place(rooms, left + titleWidth + getSpacing(), Math.max(0, roomsWidth - getSpacing()));
        place(subtitle, left + titleWidth + roomsWidth + getSpacing(), Math.min(between, subtitle.prefWidth(-1)));
        place(tools, left + room - toolsWidth, toolsWidth);
    }

    /** Where rooms, what is open and tools do not fit beside each other, tools with an icon give up their words; their tooltips keep them. */
    private void narrow(double forTools) {
        List<Labeled> worded = worded(tools).toList();
        double words = worded.stream().filter(each -> each.getContentDisplay() == ContentDisplay.GRAPHIC_ONLY)
                .mapToDouble(each -> each.getGraphicTextGap() + width(each.getText(), each.getFont())).sum();
        ContentDisplay display = tools.prefWidth(-1) + words > forTools ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT;
        worded.forEach(each -> each.setContentDisplay(display));
    }

    private static Stream<Labeled> worded(Parent of) {
        return of.getChildrenUnmodifiable().stream().flatMap(each -> switch (each) {
            case Labeled labeled -> Stream.of(labeled)
                    .filter(one -> one.getGraphic() != null && !one.getText().isEmpty() && !one.getStyleClass().contains("main-button"));
            case Parent parent -> worded(parent);
            default -> Stream.empty();
        });
    }

    private void place(Node part, double left, double width) {
        double height = getHeight() - snappedTopInset() - snappedBottomInset();
        layoutInArea(part, left, snappedTopInset(), width, height, 0, HPos.LEFT, VPos.CENTER);
    }

    private double subtitleWidth(String text) {
        return width(text, subtitle.getFont());
    }

    private static double width(String text, Font font) {
        Text measured = new Text(text);
        measured.setFont(font);
        return Math.ceil(measured.getLayoutBounds().getWidth());
    }
}
