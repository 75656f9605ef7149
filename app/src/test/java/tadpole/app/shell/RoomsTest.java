package tadpole.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class RoomsTest {

    private final List<String> made = new ArrayList<>();
    private Rooms rooms;

    /** A room that takes files with its own name in theirs. */
    private record Plain(String name) implements PaneView {

        @Override
        public Node stage() {
            return new Label(name + " stage");
        }

        @Override
        public Optional<Node> drawer() {
            return Optional.of(new Label(name + " drawer"));
        }

        @Override
        public ObservableValue<String> subtitle() {
            return new SimpleStringProperty(name + " is open");
        }

        @Override
        public List<Node> tools() {
            return List.of(new Button(name + " tool"));
        }

        @Override
        public List<Action> actions() {
            return List.of(Action.of(name + " action", new SimpleBooleanProperty(true), () -> {}));
        }

        @Override
        public boolean open(List<Path> files) {
            return files.toString().contains(name);
        }
    }

    @Start
    void show(Stage stage) {
        rooms = new Rooms(List.of(room("first"), room("second")));
        HBox tools = new HBox();
        tools.getChildren().setAll(rooms.tools());
        stage.setScene(new Scene(new VBox(rooms.rooms().orElseThrow(), tools, rooms.stage(), rooms.drawer().orElseThrow())));
        stage.show();
    }

    private Room room(String name) {
        return new Room(name, name, "About " + name, () -> {
            made.add(name);
            return new Plain(name);
        });
    }

    private static List<String> actions(Rooms of) {
        return of.actions().stream().map(Action::label).toList();
    }

    @Test
    void theSwitchLeadsToARoomAndMakesItOnce(FxRobot robot) {
        assertThat(made).containsExactly("first");

        robot.clickOn("#room-second").clickOn("#room-first").clickOn("#room-second").clickOn("#room-second");

        assertThat(made).containsExactly("first", "second");
        assertThat(robot.lookup("second stage").tryQuery()).isPresent();
        assertThat(robot.lookup("second drawer").tryQuery()).isPresent();
        assertThat(robot.lookup("second tool").tryQuery()).isPresent();
        assertThat(robot.lookup("first stage").tryQuery()).isEmpty();
        assertThat(rooms.subtitle().getValue()).isEqualTo("second is open");
        assertThat(robot.lookup("#room-second").queryAs(ToggleButton.class).isSelected()).isTrue();
        assertThat(actions(rooms)).contains("second action", "Open the room first").doesNotContain("first action");
    }

    @Test
    void theRoomThatTakesAFileComesToTheFront(FxRobot robot) {
        robot.interact(() -> assertThat(rooms.open(List.of(Path.of("of-second.json")))).isTrue());

        assertThat(rooms.frontProperty().get().id()).isEqualTo("second");
        robot.interact(() -> assertThat(rooms.open(List.of(Path.of("of-nobody.json")))).isFalse());
        assertThat(rooms.frontProperty().get().id()).isEqualTo("second");
    }

    @Test
    void anUnknownRoomIsRefused() {
        assertThatThrownBy(() -> rooms.open("cellar")).hasMessage("There is no room \"cellar\".");
    }
}
