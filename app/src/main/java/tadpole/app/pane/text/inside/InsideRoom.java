package tadpole.app.pane.text.inside;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import tadpole.app.chart.ChartView;
import tadpole.app.job.Background;
import tadpole.app.pane.text.TextModel;
import tadpole.app.pane.text.sheet.Paper;
import tadpole.app.pane.text.sheet.SheetLook;
import tadpole.app.pane.text.sheet.TextSheet;
import tadpole.app.pane.text.sheet.Tokens;
import tadpole.app.shell.Action;
import tadpole.app.shell.Desk;
import tadpole.app.shell.FileWork;
import tadpole.app.shell.PaneView;
import tadpole.app.xray.XRayLayer;
import tadpole.app.xray.XRayModel;
import tadpole.engine.language.LanguageModel;
import tadpole.engine.language.Piece;
import tadpole.resources.Resources;
import tadpole.samples.SampleTexts;

/** The room in which one sees what single units track, and how a gate is computed. */
public final class InsideRoom implements PaneView {

    /** Enough for a page, few enough that all that is in mind at every token stays in memory. */
    private static final int MOST_CHARS = 6000;
    private static final double STRONGEST = 0.55;
    private static final double FAINTEST = 0.03;

    private final InsideModel model;
    private final Desk desk;
    private final StackPane stage = new StackPane();
    private final XRayLayer xray = new XRayLayer(new XRayModel());
    private final TextSheet sheet;
    private final VBox drawer;
    private final List<Node> tools;

    public InsideRoom(TextModel text) {
        this(new InsideModel(text, () -> MOST_CHARS));
        FileWork files = new FileWork(desk, new Background("text-inside"));
        readTales(files);
        model.shared().modelProperty().subscribe(_ -> {
            if (model.textProperty().get().isEmpty()) {
                readTales(files);
            }
        });
    }

    InsideRoom(InsideModel model) {
        this.model = model;
        this.desk = model.shared().desk();
        this.sheet = new TextSheet(new Paper(new ReadOnly(model)), new Pieces(model), desk.theme());
        this.drawer = side();
        this.tools = header();
        Label line = new Label();
        line.setId("text-inside-line");
        line.getStyleClass().add("hint");
        line.setWrapText(true);
        line.textProperty().bind(model.lineProperty());
        line.visibleProperty().bind(model.lineProperty().isNotEmpty());
        line.managedProperty().bind(line.visibleProperty());
        sheet.setId("text-inside-sheet");
        sheet.setEditable(false);
        sheet.setAccessibleHelp("The text that the network has read. Click a character or word to see its gates.");
        sheet.pinnedProperty().subscribe(at -> {
            if (at.intValue() >= 0) {
                model.tokenProperty().set(at.intValue());
            }
        });
        StackPane paper = new StackPane(sheet);
        paper.getStyleClass().addAll("card", "text-inside-paper");
        VBox.setVgrow(paper, Priority.ALWAYS);
        HBox below = new HBox(new GateRow(model, xray), spread());
        below.getStyleClass().add("text-inside-below");
        VBox all = new VBox(legend(), line, paper, below);
        all.getStyleClass().add("text-inside-stage");
        stage.setId("text-inside-stage");
        stage.getChildren().setAll(all, xray);
        String css = Resources.url("css/pane-text-inside.css").toExternalForm();
        stage.getStylesheets().addAll(Resources.url("css/xray.css").toExternalForm(), Resources.url("css/pane-text.css").toExternalForm(),
                Resources.url("css/pane-text-write.css").toExternalForm(), css);
        drawer.getStylesheets().add(css);
        tools.forEach(each -> ((Parent) each).getStylesheets().add(css));
        model.tracedProperty().subscribe(_ -> color());
        model.shared().unitProperty().subscribe(_ -> color());
        model.tokenProperty().subscribe(_ -> color());
        desk.theme().kindProperty().subscribe(_ -> color());
    }

    /** What a sheet writes is thrown away: the text here is only read. */
    private static final class ReadOnly extends SimpleStringProperty {

        ReadOnly(InsideModel model) {
            super(model.textProperty().get());
            model.textProperty().subscribe(super::set);
        }

        @Override
        public void set(String typed) {}
    }

    private record Pieces(InsideModel model) implements Tokens {

        @Override
        public int count() {
            return model.tracedProperty().get().map(now -> now.pieces().size()).orElse(0);
        }

        @Override
        public Piece piece(int index) {
            return model.tracedProperty().get().orElseThrow().pieces().get(index);
        }
    }

    private void readTales(FileWork files) {
        files.run(() -> {
            String tales = SampleTexts.tales().text();
            desk.jobs().ui().execute(() -> {
                if (model.textProperty().get().isEmpty()) {
                    model.show(tales);
                }
            });
            return "";
        });
    }

    private Node legend() {
        Label unit = new Label();
        unit.setId("text-inside-unit");
        unit.getStyleClass().add("section-title");
        Label says = new Label();
        says.getStyleClass().add("muted");
        model.shared().unitProperty().subscribe(now -> unit.setText(now.map(each -> "%s, %s of unit %d".formatted(each.stage(), each.which(), each.index())).orElse("")));
        model.matchProperty().subscribe(now -> says.setText(now.map(each -> "tracks “%s” with a correlation of %.2f".formatted(each.property().title(), each.score())).orElse("its value after each token")));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label least = new Label("negative");
        Label most = new Label("positive");
        Region bar = new Region();
        bar.getStyleClass().add("text-inside-scale");
        least.getStyleClass().addAll("muted", "text-inside-small");
        most.getStyleClass().addAll("muted", "text-inside-small");
        HBox row = new HBox(unit, says, space, least, bar, most);
        row.getStyleClass().add("text-inside-legend");
        return row;
    }

    private Node spread() {
        ChartView chart = new ChartView(() -> UnitPictures.spread(model.values(), model.property()),
                desk.theme().chartColors(), new Background("text-inside-chart"), desk.jobs().ui());
        chart.setId("text-inside-spread");
        desk.theme().kindProperty().subscribe(_ -> chart.setColors(desk.theme().chartColors()));
        model.tracedProperty().subscribe(_ -> chart.refresh());
        model.matchProperty().subscribe(_ -> chart.refresh());
        model.shared().unitProperty().subscribe(_ -> chart.refresh());
        StackPane card = new StackPane(chart);
        card.getStyleClass().addAll("card", "text-inside-chart");
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }

    private VBox side() {
        Label title = new Label("What units track");
        title.getStyleClass().add("section-title");
        VBox all = new VBox(title, new UnitTable(model), new UnitPicker(model));
        all.setId("text-inside-drawer");
        all.getStyleClass().addAll("form", "text-inside-drawer");
        return all;
    }

    private List<Node> header() {
        Button search = new Button("Search", new FontIcon(Material2OutlinedMZ.SEARCH));
        search.setId("text-inside-search");
        search.getStyleClass().addAll("main-button", "text-inside-go");
        search.setOnAction(_ -> model.search());
        search.disableProperty().bind(model.tracedProperty().map(Optional::isEmpty));
        model.searchingProperty().subscribe(state -> search.setText(state.isGoingOn() ? "Stop" : "Search"));
        search.setTooltip(new Tooltip("Which units track quotes, brackets, words and lines (Space)"));
        Button own = new Button("Text of Write");
        own.setId("text-inside-own");
        own.getStyleClass().add("tool-button");
        own.setTooltip(new Tooltip("Reads the text that stands in the room Write"));
        own.disableProperty().bind(model.shared().textProperty().isEmpty());
        own.setOnAction(_ -> model.show(model.shared().textProperty().get()));
        return List.of(search, own);
    }

    private void color() {
        float[] values = model.values();
        double most = 1e-6;
        for (float each : values) {
            most = Math.max(most, Math.abs(each));
        }
        double scale = most;
        sheet.setLook(new SheetLook(token -> token < values.length ? tint(values[token] / scale) : Optional.empty(), model.tokenProperty().get(), -1, Map.of()));
        sheet.repaint();
    }

    private Optional<Color> tint(double share) {
        double strength = STRONGEST * Math.abs(share);
        return strength < FAINTEST ? Optional.empty() : Optional.of(desk.theme().color(share < 0 ? "training" : "validation").deriveColor(0, 1, 1, strength));
    }

    InsideModel model() {
        return model;
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
        return Bindings.createStringBinding(() -> model.shared().modelProperty().get().map(LanguageModel::title).orElse("no model yet"), model.shared().modelProperty());
    }

    @Override
    public List<Node> tools() {
        return tools;
    }

    @Override
    public List<Action> actions() {
        SimpleBooleanProperty always = new SimpleBooleanProperty(true);
        return List.of(
                Action.of("Search what units track, or stop", "Space", always, model::search),
                Action.of("Close the X-ray", "Esc", always, () -> xray.model().close()),
                Action.of("Look inside the text of the room Write", always, () -> model.show(model.shared().textProperty().get())));
    }
}
