package tadpole.app.pane.train.network;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import tadpole.engine.design.NetworkText;
import tadpole.engine.design.NetworkTextException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Shape;

/** The network as text while it is typed: taken whenever it can be read; what cannot be read stays until it is mended or given up. */
public final class NetworkTextModel {

    /** @param line counted from 1 */
    record Fault(int line, String sentence) {}

    private final NetworkModel model;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Fault>> fault = new ReadOnlyObjectWrapper<>(Optional.empty());
    private List<Spec> said = List.of();
    private Optional<Shape> input = Optional.empty();
    private boolean typing;

    public NetworkTextModel(NetworkModel model) {
        this.model = model;
        model.drawingProperty().subscribe(_ -> follow());
    }

    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** Why the text is not taken; the network is then as it was before. */
    ReadOnlyObjectProperty<Optional<Fault>> faultProperty() {
        return fault.getReadOnlyProperty();
    }

    /** What a person typed. */
    public void type(String typed) {
        if (typed.equals(text.get()) || input.isEmpty()) {
            return;
        }
        text.set(typed);
        try {
            said = NetworkText.read(typed, input.get());
            fault.set(Optional.empty());
            typing = true;
            model.takeText(said);
            typing = false;
        } catch (NetworkTextException wrong) {
            fault.set(Optional.of(new Fault(wrong.line(), wrong.getMessage())));
        }
    }

    /** Gives up what cannot be read for the text of the network as it is. */
    public void giveUp() {
        fault.set(Optional.empty());
        write();
    }

    /** One has left the text: it stands as it is written by itself, and the next edit of it is a step of its own. */
    void leave() {
        model.endText();
        if (fault.get().isEmpty()) {
            write();
        }
    }

    private void follow() {
        Optional<Shape> now = model.drawing().map(each -> each.design().input());
        boolean others = !model.layers().equals(said) || !now.equals(input);
        input = now;
        if (!typing && others && fault.get().isEmpty()) {
            write();
        }
    }

    private void write() {
        said = model.layers();
        text.set(input.map(shape -> NetworkText.write(shape, said)).orElse(""));
    }
}
