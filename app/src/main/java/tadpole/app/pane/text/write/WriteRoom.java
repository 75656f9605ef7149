package tadpole.app.pane.text.write;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tadpole.app.job.Background;
import tadpole.app.pane.text.Coloring;
import tadpole.app.pane.text.TextModel;
import tadpole.app.pane.text.sheet.SheetLook;
import tadpole.app.pane.text.sheet.TextSheet;
import tadpole.app.pane.text.write.ReadingModel.Expected;
import tadpole.app.shell.Action;
import tadpole.app.shell.PaneView;
import tadpole.engine.language.LanguageModel;
import tadpole.engine.language.NextToken;
import tadpole.resources.Resources;

/** The room in which the network writes, and shows how sure it was of every letter. */
public final class WriteRoom implements PaneView {

    private final WriteModel model;
    private final WriteFiles files;
    private final TextSheet sheet;
    private final VBox stage = new VBox();
    private final WriteDrawer drawer;
    private final WriteTools tools;

    public WriteRoom(TextModel text) {
        this(text, new Background("text"), new Background("text-charts"));
    }

    private WriteRoom(TextModel text, Executor background, Executor charts) {
        this(new WriteModel(text, background), new WriteFiles(text, background), charts);
    }

    WriteRoom(WriteModel model, WriteFiles files, Executor charts) {
        this.model = model;
        this.files = files;
        sheet = new TextSheet(model.paper(), model.read(), model.text().desk().theme());
        sheet.setId("text");
        sheet.setAccessibleHelp("The text that the network reads and goes on with. Type or paste here.");
        drawer = new WriteDrawer(model, files.bundled(), new TuneSection(model));
        StripCard strip = new StripCard(model);
        PerplexityCard perplexity = new PerplexityCard(model, charts);
        HBox cards = new HBox(strip, perplexity);
        HBox.setHgrow(strip, Priority.ALWAYS);
        HBox.setHgrow(perplexity, Priority.ALWAYS);
        cards.getStyleClass().add("write-cards");
        StackPane paper = new StackPane(sheet, new Welcome(model, files), new TuneCard(model));
        paper.getStyleClass().addAll("card", "write-paper");
        VBox.setVgrow(paper, Priority.ALWAYS);
        stage.setId("write-stage");
        stage.getStyleClass().add("write-stage");
        stage.getChildren().setAll(new ColorBar(model), paper, cards);
        tools = new WriteTools(model, files, stage);
        for (String name : List.of("css/pane-text.css", "css/pane-text-write.css")) {
            String style = Resources.url(name).toExternalForm();
            stage.getStylesheets().add(style);
            drawer.getStylesheets().add(style);
            tools.nodes().forEach(each -> ((Parent) each).getStylesheets().add(style));
        }
        sheet.hoveredProperty().subscribe(_ -> point());
        sheet.pinnedProperty().subscribe(_ -> point());
        Runnable look = this::look;
        model.reading().changesProperty().subscribe(look);
        model.reading().expectedProperty().subscribe(look);
        model.text().coloringProperty().subscribe(look);
        model.text().desk().theme().kindProperty().subscribe(look);
        model.stateProperty().subscribe(look);
        files.bundled().start();
    }

    private void point() {
        int hovered = sheet.hoveredProperty().get();
        model.point(hovered >= 0 ? hovered : sheet.pinnedProperty().get());
        look();
    }

    private void look() {
        Coloring coloring = model.text().coloringProperty().get();
        Tint tint = new Tint(coloring, model.text().desk().theme()::color);
        ReadSoFar read = model.read();
        int hovered = sheet.hoveredProperty().get() >= 0 ? sheet.hoveredProperty().get() : sheet.pinnedProperty().get();
        int fresh = model.stateProperty().get().isGoingOn() ? read.count() - 1 : -1;
        sheet.setLook(new SheetLook(index -> tint.of(read, index), hovered, fresh, glowing()));
    }

    /** Where the cache points from the place that is shown; while it writes only where one points oneself. */
    private Map<Integer, Double> glowing() {
        boolean pointed = sheet.hoveredProperty().get() >= 0 || sheet.pinnedProperty().get() >= 0;
        Optional<Expected> expected = model.reading().expectedProperty().get().filter(_ -> pointed || !model.stateProperty().get().isGoingOn());
        Map<Integer, Double> glowing = new HashMap<>();
        for (NextToken.Pointed each : expected.map(now -> now.next().pointed()).orElse(List.of())) {
            if (each.piece() < model.read().count() && each.attention() > 0.01) {
                glowing.put(each.piece(), each.attention());
            }
        }
        return glowing;
    }

    WriteModel model() {
        return model;
    }

    TextSheet sheet() {
        return sheet;
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
        return model.text().modelProperty().map(now -> now.map(WriteRoom::words).orElse(""));
    }

    private static String words(LanguageModel model) {
        String level = model.vocabulary().level().one();
        return "%s · %s%s %d × %d".formatted(model.title(), model.title().contains(level) ? "" : level + " ", model.plan().choice("cell").toUpperCase(Locale.ROOT),
                model.plan().whole("layers"), model.plan().whole("hidden"))
                + (model.epochs() > 0 ? " · epoch %s".formatted(StageBar.epochs(model.epochs())) : "");
    }

    @Override
    public List<Node> tools() {
        return tools.nodes();
    }

    @Override
    public List<Action> actions() {
        ObservableBooleanValue always = new SimpleBooleanProperty(true);
        return List.of(
                Action.of("Write, or pause", "Space", always, model::writeOrPause),
                Action.of("Write from anywhere, or pause", "Shortcut+Enter", always, model::writeOrPause),
                Action.of("Stop writing", "Esc", always, model::stop),
                Action.of("Open a text or a text model", "Shortcut+O", always, tools::open),
                Action.of("Save the text", "Shortcut+S", always, tools::saveText),
                Action.of("Save the text model", always, tools::saveModel),
                Action.of("Take the last change of the text back", "Shortcut+Z", model.paper().undoableProperty(), model.paper()::undo),
                Action.of("Do the change of the text again", "Shortcut+Shift+Z", model.paper().redoableProperty(), model.paper()::redo),
                Action.of("Write at three temperatures from the same random numbers", always, model::tryLuck));
    }

    @Override
    public boolean open(List<Path> dropped) {
        return files.open(dropped);
    }
}
