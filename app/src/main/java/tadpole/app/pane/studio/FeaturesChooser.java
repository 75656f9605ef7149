package tadpole.app.pane.studio;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.util.Duration;
import tadpole.app.job.WorkState;
import tadpole.engine.picture.feature.FeatureNetwork;

/** Chooses the feature network: a list whose last entry opens a file. Rooms put it into their drawers. */
public final class FeaturesChooser extends ComboBox<FeaturesChooser.Entry> {

    /** @param choice empty for what opens a file */
    record Entry(Optional<FeatureChoice> choice) {

        String label() {
            return choice.map(FeatureChoice::label).orElse("Open weights...");
        }
    }

    private static final Entry OPEN = new Entry(Optional.empty());

    private final FeaturesModel model;
    private boolean showing;

    /** @param id prefix of the room: the control is called id-features */
    public FeaturesChooser(String id, FeaturesModel model) {
        this.model = model;
        setId(id + "-features");
        setAccessibleText("Feature network");
        setMaxWidth(Double.MAX_VALUE);
        setCellFactory(_ -> new Cell());
        setButtonCell(new InUse());
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(model.aboutProperty().map(about ->
                "The network whose layers compare pictures. A full VGG sees more than the bundled one.\n" + about));
        tip.setShowDelay(Duration.millis(400));
        tip.setShowDuration(Duration.seconds(30));
        setTooltip(tip);
        model.choicesProperty().subscribe(this::refresh);
        model.chosenProperty().subscribe(_ -> refresh());
        model.inUseProperty().subscribe(_ -> setButtonCell(new InUse()));
        model.stateProperty().subscribe(state -> {
            setDisable(state == WorkState.RUNNING);
            refresh();
        });
        valueProperty().addListener((_, _, now) -> {
            if (!showing && now != null) {
                take(now);
            }
        });
    }

    private void refresh() {
        showing = true;
        List<Entry> entries = new ArrayList<>(model.choicesProperty().stream().map(each -> new Entry(Optional.of(each))).toList());
        entries.add(OPEN);
        if (!getItems().equals(entries)) {
            getItems().setAll(entries);
        }
        setValue(model.chosenProperty().get().map(each -> new Entry(Optional.of(each))).orElse(null));
        showing = false;
    }

    private void take(Entry entry) {
        if (entry.choice().equals(model.chosenProperty().get())) {
            return;
        }
        if (entry.choice().isPresent()) {
            model.choose(entry.choice().get());
            return;
        }
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Open weights");
        chooser.getExtensionFilters().setAll(new ExtensionFilter("Weights", "*.pth", "*.pt", "*.h5", "*.safetensors"), new ExtensionFilter("All files", "*"));
        File file = chooser.showOpenDialog(getScene() == null ? null : getScene().getWindow());
        refresh();
        if (file != null) {
            model.open(file.toPath());
        }
    }

    /** What is shown while the list is closed: the network itself, not its file. */
    private final class InUse extends ListCell<Entry> {

        @Override
        protected void updateItem(Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(model.inUseProperty().getValue().map(FeatureNetwork::name).orElse("Reading the network..."));
        }
    }

    private static final class Cell extends ListCell<Entry> {

        @Override
        protected void updateItem(Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(empty || entry == null ? "" : entry.label());
        }
    }
}
