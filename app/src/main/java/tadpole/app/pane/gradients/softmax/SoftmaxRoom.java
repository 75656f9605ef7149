package tadpole.app.pane.gradients.softmax;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tadpole.app.experiment.Examples;
import tadpole.app.job.Background;
import tadpole.app.shell.Action;
import tadpole.app.shell.Desk;
import tadpole.app.shell.FileWork;
import tadpole.app.shell.PaneView;
import tadpole.app.xray.XRayLayer;
import tadpole.app.xray.XRayModel;
import tadpole.engine.file.FileHead;
import tadpole.resources.Resources;

/** The room of softmax: logits, loss and Jacobian, sums and means, loops and vectors, a picture through random weights; one at a time. */
public final class SoftmaxRoom implements PaneView {

    private final SoftmaxRoomModel model;
    private final SoftmaxFiles files;
    private final SoftmaxTools tools;
    private final SoftmaxDrawer drawer;
    private final XRayLayer xray = new XRayLayer(new XRayModel());
    private final Map<Section, Node> sections = new EnumMap<>(Section.class);
    private final StackPane front = new StackPane();
    private final StackPane stage;

    /**
     * @param folders  looked through for the data set of a file, and for the bundled digits
     * @param examples the folder whose softmax files one click opens
     */
    public SoftmaxRoom(Desk desk, List<Path> folders, Path examples) {
        Background background = new Background("softmax-room");
        this.model = new SoftmaxRoomModel(desk, background, folders);
        this.files = new SoftmaxFiles(desk, background, new Examples(examples, folders));
        this.tools = new SoftmaxTools(model, files, () -> stage().getScene().getWindow());
        this.drawer = new SoftmaxDrawer(model);
        sections.put(Section.LOGITS, new LogitsSection(model, xray));
        sections.put(Section.JACOBIAN, new JacobianSection(model, xray));
        sections.put(Section.BATCHES, new BatchesSection(model, desk, background));
        sections.put(Section.LOOPS, new LoopsSection(model));
        sections.put(Section.PICTURE, new PictureSection(model, xray));
        front.setMinSize(0, 0);
        VBox.setVgrow(front, Priority.ALWAYS);
        VBox all = new VBox(choice(), front);
        all.getStyleClass().add("softmax-stage");
        this.stage = new StackPane(all, xray);
        stage.setId("softmax-stage");
        String sheet = Resources.url("css/pane-gradients-softmax.css").toExternalForm();
        stage.getStylesheets().add(sheet);
        drawer.getStylesheets().add(sheet);
        tools.dress(sheet);
        // Keys such as Space reach the pane again after one has typed into a field.
        all.setOnMousePressed(_ -> stage.requestFocus());
        model.sectionProperty().subscribe(section -> {
            xray.model().close();
            front.getChildren().setAll(sections.get(section));
            xray.model().explain(model.explainer());
        });
        model.numbersProperty().subscribe(_ -> xray.model().explain(model.explainer()));
        model.figuresProperty().subscribe(_ -> xray.model().explain(model.explainer()));
    }

    SoftmaxRoomModel model() {
        return model;
    }

    SoftmaxFiles files() {
        return files;
    }

    XRayLayer xray() {
        return xray;
    }

    private HBox choice() {
        HBox row = new HBox();
        row.getStyleClass().add("soft-buttons");
        for (Section section : Section.values()) {
            ToggleButton button = new ToggleButton(section.label());
            button.setId("section-" + section.name().toLowerCase(Locale.ROOT));
            button.getStyleClass().add("section-button");
            button.setMinWidth(ToggleButton.USE_PREF_SIZE);
            button.setTooltip(new Tooltip(section.about()));
            model.sectionProperty().subscribe(now -> button.setSelected(now == section));
            button.setOnAction(_ -> {
                button.setSelected(true);
                model.sectionProperty().set(section);
            });
            row.getChildren().add(button);
        }
        return row;
    }

    @Override
    public Node stage() {
        return stage;
    }

    @Override
    public Optional<Node> drawer() {
        return Optional.of(drawer);
    }

    /** Takes a softmax file that is dropped here. */
    @Override
    public boolean open(List<Path> dropped) {
        boolean ours = FileWork.isOne(dropped, FileHead.Kind.SOFTMAX);
        if (ours) {
            files.open(dropped.getFirst(), model::use);
        }
        return ours;
    }

    @Override
    public ObservableValue<String> subtitle() {
        return model.figuresProperty().map(now -> now.map(each -> "%s · %s, %s #%d".formatted(each.start().dataset().title(),
                each.start().dataset().classes().get(each.start().label()), each.start().plan().test() ? "test" : "train", each.start().plan().index())).orElse(""));
    }

    @Override
    public List<Node> tools() {
        return tools.nodes();
    }

    @Override
    public List<Action> actions() {
        SimpleBooleanProperty always = new SimpleBooleanProperty(true);
        List<Action> actions = new ArrayList<>(List.of(
                Action.of("Time loops against vectors", "Space", model.timing().runningProperty().not(), model.timing()::measureOrStop),
                Action.of("Stop timing", "Esc", model.timing().runningProperty(), model.timing()::stop),
                Action.of("Take the last change of the logits back", "Shortcut+Z", model.undo().someProperty(), model::undoLast),
                Action.of("Open a softmax file", "Shortcut+O", always, tools::open),
                Action.of("Save the softmax room", "Shortcut+S", always, tools::save),
                Action.of("Draw other random weights", always, model::drawAgain),
                Action.of("Send the linear classifier to Train", always, model::sendToTrain)));
        for (Section section : Section.values()) {
            actions.add(Action.of("Show " + section.label() + " of softmax", always, () -> model.sectionProperty().set(section)));
        }
        for (LogitPreset preset : LogitPreset.values()) {
            actions.add(Action.of("Set the logits: " + preset.label().toLowerCase(Locale.ROOT), always, () -> model.show(preset)));
        }
        return actions;
    }
}
