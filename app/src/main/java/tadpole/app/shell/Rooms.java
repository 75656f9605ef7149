package tadpole.app.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A pane of several rooms, one in front at a time, with a switch between them in the header or above the stage. */
public final class Rooms implements PaneView {

    private final List<Room> rooms;
    private final Map<Room, PaneView> made = new HashMap<>();
    private final ReadOnlyObjectWrapper<Room> front;
    private final StackPane floor = new StackPane();
    private final ScrollPane stage = new ScrollPane(floor);
    private final StackPane drawer = new StackPane();
    private final HBox tools = new HBox();
    private final ToggleGroup group = new ToggleGroup();
    private final HBox choice = new HBox();
    private final StringProperty subtitle = new SimpleStringProperty("");
    private final Optional<Node> bar;

    /** @param rooms at least one; the first is in front at the beginning */
    public Rooms(List<Room> rooms) {
        this(rooms, Optional.empty());
    }

    /** With the switch above the stage, for rooms that look at the same thing. @param beside stands at the right of the switch */
    public static Rooms onStage(Node beside, List<Room> rooms) {
        return new Rooms(rooms, Optional.of(beside));
    }

    private Rooms(List<Room> rooms, Optional<Node> beside) {
        this.rooms = List.copyOf(rooms);
        this.front = new ReadOnlyObjectWrapper<>(rooms.getFirst());
        // A window smaller than the room needs scrolls.
        stage.setFitToWidth(true);
        stage.setFitToHeight(true);
        stage.setMinSize(0, 0);
        stage.getStyleClass().addAll("edge-to-edge", "rooms-stage");
        tools.getStyleClass().add("tools");
        choice.getStyleClass().add("rooms");
        this.rooms.forEach(room -> choice.getChildren().add(button(room)));
        bar = beside.map(each -> new RoomsBar(choice.getChildren(), each));
        front.subscribe(this::bringForward);
    }

    private ToggleButton button(Room room) {
        ToggleButton button = new ToggleButton(room.label());
        button.setId("room-" + room.id());
        button.setToggleGroup(group);
        button.getStyleClass().add("room-button");
        button.setMinWidth(ToggleButton.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(room.about()));
        front.subscribe(now -> button.setSelected(now == room));
        button.setOnAction(_ -> {
            button.setSelected(true);
            front.set(room);
        });
        return button;
    }

    private void bringForward(Room room) {
        PaneView view = view(room);
        floor.getChildren().setAll(bar.map(above -> withBar(above, view.stage())).orElse(view.stage()));
        drawer.getChildren().setAll(view.drawer().stream().toList());
        tools.getChildren().setAll(view.tools());
        subtitle.bind(view.subtitle());
        floor.requestFocus();
    }

    private static Node withBar(Node bar, Node stage) {
        VBox.setVgrow(stage, Priority.ALWAYS);
        VBox both = new VBox(bar, stage);
        both.getStyleClass().add("rooms-with-bar");
        return both;
    }

    private PaneView view(Room room) {
        PaneView view = made.get(room);
        if (view == null) {
            view = room.maker().get();
            made.put(room, view);
        }
        return view;
    }

    public ReadOnlyObjectProperty<Room> frontProperty() {
        return front.getReadOnlyProperty();
    }

    /** @throws IllegalArgumentException where there is no such room */
    public void open(String id) {
        front.set(rooms.stream().filter(room -> room.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no room \"" + id + "\".")));
    }

    @Override
    public Node stage() {
        return stage;
    }

    @Override
    public Optional<Node> drawer() {
        return Optional.of(drawer);
    }

    @Override
    public ObservableValue<String> subtitle() {
        return subtitle;
    }

    @Override
    public List<Node> tools() {
        return List.of(tools);
    }

    @Override
    public Optional<Node> rooms() {
        return bar.isPresent() ? Optional.empty() : Optional.of(choice);
    }

    @Override
    public List<Action> actions() {
        List<Action> actions = new ArrayList<>(view(front.get()).actions());
        for (Room room : rooms) {
            actions.add(Action.of("Open the room " + room.label(), new SimpleBooleanProperty(true), () -> front.set(room)));
        }
        return actions;
    }

    /** Offers files to the room in front, then to the others; the one that takes them comes to the front. */
    @Override
    public boolean open(List<Path> files) {
        List<Room> order = new ArrayList<>(rooms);
        order.remove(front.get());
        order.addFirst(front.get());
        for (Room room : order) {
            if (view(room).open(files)) {
                front.set(room);
                return true;
            }
        }
        return false;
    }
}
