package tadpole.app.pane.studio;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import tadpole.app.shell.Action;
import tadpole.app.shell.PaneView;
import tadpole.app.shell.Rooms;
import tadpole.resources.Resources;

/** The Studio's rooms with their switch among the tools, and behind it what concerns the whole studio: its file, its examples. */
final class StudioRooms implements PaneView {

    /** How the names of actions begin that save what came of a room: the menu More shows them too. */
    private static final String EXPORT = "Export ";

    private final Rooms rooms;
    private final StudioTools whole;
    private final List<Node> tools;

    StudioRooms(StudioModel model, Rooms rooms) {
        this.rooms = rooms;
        this.whole = new StudioTools(model, this::exports, rooms::open);
        rooms.frontProperty().subscribe(room -> model.frontProperty().set(room.id()));
        List<Node> all = new ArrayList<>(rooms.tools());
        rooms.rooms().ifPresent(choice -> all.add(new HBox(choice)));
        all.addAll(whole.nodes());
        all.get(1).getStyleClass().add("studio-rooms");
        String sheet = Resources.url("css/pane-studio.css").toExternalForm();
        all.forEach(each -> ((Parent) each).getStylesheets().add(sheet));
        tools = List.copyOf(all);
    }

    @Override
    public Node stage() {
        return rooms.stage();
    }

    @Override
    public Optional<Node> drawer() {
        return rooms.drawer();
    }

    @Override
    public ObservableValue<String> subtitle() {
        return rooms.subtitle();
    }

    @Override
    public List<Node> tools() {
        return tools;
    }

    @Override
    public List<Action> actions() {
        List<Action> all = new ArrayList<>(whole.actions());
        all.addAll(rooms.actions());
        return all;
    }

    /** What the room in front can save. */
    private List<Action> exports() {
        return rooms.actions().stream().filter(each -> each.label().startsWith(EXPORT)).toList();
    }

    @Override
    public boolean open(List<Path> files) {
        return whole.open(files) || rooms.open(files);
    }

    @Override
    public Optional<String> unsaved() {
        return whole.unsaved();
    }
}
