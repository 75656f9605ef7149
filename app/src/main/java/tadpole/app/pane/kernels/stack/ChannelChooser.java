package tadpole.app.pane.kernels.stack;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** Which channel of a plane is shown; hidden where there is one alone. */
final class ChannelChooser extends HBox {

    private final int plane;
    private final StackModel model;

    ChannelChooser(int plane, StackModel model) {
        this.plane = plane;
        this.model = model;
        getStyleClass().add("channel-chooser");
        Label which = new Label();
        which.setId("stack-channel-" + plane);
        which.getStyleClass().addAll("mono", "small");
        which.setTooltip(new Tooltip("The channel that is shown"));
        which.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(button("before", Material2OutlinedAL.CHEVRON_LEFT, -1), which, button("next", Material2OutlinedAL.CHEVRON_RIGHT, 1));
        model.channelProperty(plane).subscribe(_ -> which.setText(text()));
        model.runProperty().subscribe(_ -> which.setText(text()));
        managedProperty().bind(visibleProperty());
    }

    private int count() {
        return model.runProperty().get().filter(run -> plane <= run.results().size()).map(run -> run.plane(plane).shape().at(0)).orElse(1);
    }

    private String text() {
        int count = count();
        // A picture's three are drawn at once.
        setVisible(count > 1 && !(plane == 0 && count == 3));
        return "%d/%d".formatted(model.channelProperty(plane).get() + 1, count);
    }

    private Button button(String name, Ikon icon, int by) {
        Button button = new Button("", new FontIcon(icon));
        button.setId("stack-channel-%s-%d".formatted(name, plane));
        button.getStyleClass().addAll("plain-button", "icon-button", "tiny-button");
        button.setAccessibleText(by < 0 ? "Channel before" : "Next channel");
        button.setOnAction(_ -> model.channelProperty(plane).set(Math.floorMod(model.channelProperty(plane).get() + by, count())));
        return button;
    }
}
