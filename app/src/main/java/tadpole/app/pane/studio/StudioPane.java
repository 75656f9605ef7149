package tadpole.app.pane.studio;

import java.util.List;
import java.util.function.Supplier;
import tadpole.app.pane.studio.harmonize.HarmonizeRoom;
import tadpole.app.pane.studio.inside.InsideRoom;
import tadpole.app.pane.studio.style.StyleRoom;
import tadpole.app.shell.Desk;
import tadpole.app.shell.PaneView;
import tadpole.app.shell.Room;
import tadpole.app.shell.Rooms;

/** The pane in which an object melts into a painting, and a picture takes a painting's style. */
public final class StudioPane {

    private StudioPane() {}

    public static PaneView of(Desk desk) {
        StudioModel model = new StudioModel(desk);
        model.networks().start();
        model.openExample();
        return of(model, () -> new HarmonizeRoom(model));
    }

    /** A new room is one new package and one line here. @param harmonize makes the first room */
    public static PaneView of(StudioModel model, Supplier<PaneView> harmonize) {
        Rooms rooms = new Rooms(List.of(
                new Room("harmonize", "Harmonize", "An object pasted into a painting takes on its strokes and colors.", harmonize),
                new Room("style", "Style transfer", "A whole picture takes on the style of one or several paintings.", () -> new StyleRoom(model)),
                new Room("inside", "See inside", "What the network sees: patches, Gram matrices, histograms, masks.", () -> new InsideRoom(model))));
        return new StudioRooms(model, rooms);
    }
}
