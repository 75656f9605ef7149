package tadpole.app.pane.text;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import tadpole.app.pane.text.inside.InsideRoom;
import tadpole.app.pane.text.learn.LearnRoom;
import tadpole.app.pane.text.write.WriteRoom;
import tadpole.app.shell.Desk;
import tadpole.app.shell.PaneView;
import tadpole.app.shell.Room;
import tadpole.app.shell.Rooms;

/** The pane in which a recurrent network reads and writes, and shows what it thinks. */
public final class TextPane {

    private TextPane() {}

    public static PaneView of(Desk desk) {
        return of(new TextModel(desk));
    }

    /** A new room is one new package and one line here. */
    public static PaneView of(TextModel model) {
        AtomicReference<Rooms> rooms = new AtomicReference<>();
        rooms.set(new Rooms(List.of(
                new Room("write", "Write", "The network writes, and shows how sure it was of every letter.", () -> new WriteRoom(model)),
                new Room("learn", "Train", "A network learns to write from any text.", () -> new LearnRoom(model, () -> rooms.get().open("write"))),
                new Room("inside", "Look inside", "What single units track, and how a gate is computed.", () -> new InsideRoom(model)))));
        return rooms.get();
    }
}
