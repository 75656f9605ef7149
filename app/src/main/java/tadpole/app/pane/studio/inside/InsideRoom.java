package tadpole.app.pane.studio.inside;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tadpole.app.job.Background;
import tadpole.app.pane.studio.StudioModel;
import tadpole.app.shell.Action;
import tadpole.app.shell.Desk;
import tadpole.app.shell.PaneView;
import tadpole.engine.picture.feature.FeatureNetwork;
import tadpole.engine.picture.harmonize.HarmonizePlan;
import tadpole.engine.picture.studio.Composition;
import tadpole.engine.picture.studio.Compositor;
import tadpole.resources.Resources;

/** The room that shows what the network sees. */
public final class InsideRoom implements PaneView {

    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final InsideModel model;
    private final Map<View, Sight> sights = new EnumMap<>(View.class);
    private final StackPane front = new StackPane();
    private final StackPane stage = new StackPane();
    private final StackPane beside = new StackPane();
    private final VBox drawer = new VBox();
    private final Desk desk;
    private final StudioModel studio;
    private final Executor background;

    public InsideRoom(StudioModel studio) {
        this(studio, new Background("studio-inside"));
    }

    InsideRoom(StudioModel studio, Executor background) {
        this.desk = studio.desk();
        this.studio = studio;
        this.background = background;
        this.model = new InsideModel(looked(studio, background), desk, background);
        Label sentence = new Label();
        sentence.setId("inside-sentence");
        sentence.getStyleClass().add("inside-sentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        sentence.textProperty().bind(model.viewProperty().map(View::sentence));
        front.setMinSize(0, 0);
        front.getStyleClass().add("inside-front");
        beside.getStyleClass().add("inside-front");
        VBox.setVgrow(front, Priority.ALWAYS);
        VBox all = new VBox(head(), sentence, front, foot());
        all.getStyleClass().add("inside-stage");
        stage.setId("studio-inside");
        stage.getStylesheets().add(Resources.url("css/pane-studio-inside.css").toExternalForm());
        stage.getChildren().setAll(all);
        LayerChoice layer = new LayerChoice(model);
        VBox.setVgrow(beside, Priority.ALWAYS);
        beside.setMinSize(0, 0);
        drawer.setId("inside-drawer");
        drawer.getStyleClass().addAll("form", "inside-drawer");
        drawer.getStylesheets().addAll(stage.getStylesheets());
        drawer.getChildren().setAll(layer, beside);
        stage.sceneProperty().subscribe(scene -> model.watch(scene != null));
        model.viewProperty().subscribe(this::bringForward);
        model.lackProperty().subscribe(() -> bringForward(model.viewProperty().get()));
        model.insightProperty().subscribe(now -> now.ifPresent(insight -> {
            sights.values().forEach(sight -> sight.show(insight));
            bringForward(model.viewProperty().get());
        }));
        model.staleProperty().subscribe(now -> List.of(front, beside).forEach(each -> each.pseudoClassStateChanged(STALE, now)));
        desk.theme().kindProperty().subscribe(_ -> sights.values().forEach(Sight::repaint));
    }

    private static InsideModel.Looked looked(StudioModel studio, Executor background) {
        Compositor compositor = new Compositor(studio.desk().device());
        SceneOfLayers layers = new SceneOfLayers(studio, compositor::scene, background);
        return new InsideModel.Looked(layers.filledProperty(), layers.sceneProperty(), studio.canvas().resultProperty(), studio.firstPassProperty(), studio.featuresProperty(), Bindings.createObjectBinding(() -> studio.planProperty().get()
                        .or(() -> studio.featuresProperty().get().map(features -> HarmonizePlan.presets(features).getFirst().settings()))
                        .orElseGet(() -> HarmonizePlan.RECIPE.standard().settings()), studio.planProperty(), studio.featuresProperty()));
    }

    private HBox head() {
        HBox views = new HBox();
        views.getStyleClass().add("inside-choice");
        for (View each : View.values()) {
            ToggleButton button = new ToggleButton(each.label());
            button.setId("inside-view-" + each.id());
            button.setMinWidth(Region.USE_PREF_SIZE);
            model.viewProperty().subscribe(now -> button.setSelected(now == each));
            button.setOnAction(_ -> {
                button.setSelected(true);
                model.viewProperty().set(each);
            });
            views.getChildren().add(button);
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(views, gap);
        head.getStyleClass().add("inside-top");
        return head;
    }

    private HBox foot() {
        Label facts = new Label();
        facts.setId("inside-facts");
        facts.getStyleClass().add("muted");
        facts.visibleProperty().bind(model.viewProperty().map(view -> view.kind().isPresent()));
        facts.textProperty().bind(Bindings.createStringBinding(() -> model.features().map(FeatureNetwork::name).map("Seen by "::concat)
                .orElse("No feature network is open"), model.featuresProperty()));
        Label state = new Label();
        state.setId("inside-state");
        state.getStyleClass().add("muted");
        state.textProperty().bind(Bindings.createStringBinding(() -> !model.busyProperty().get() ? ""
                : !isAnswered(model.viewProperty().get()) ? "Computing."
                : model.staleProperty().get() ? "Computing. What is shown is the last answer." : "Computing the newest picture.",
                model.busyProperty(), model.staleProperty(), model.layerProperty(), model.viewProperty(), model.insightProperty()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox foot = new HBox(facts, gap, state);
        foot.getStyleClass().add("inside-foot");
        return foot;
    }

    /** Empty until its first answer has come: then there is nothing stale to be seen. */
    private void bringForward(View view) {
        boolean answered = isAnswered(view);
        Node shown = !model.lackProperty().get().isEmpty() ? words(model.lackProperty().get(), "inside-lack")
                : answered ? sight(view).node() : words("Looking...", "inside-looking");
        if (!front.getChildren().equals(List.of(shown))) {
            front.getChildren().setAll(shown);
            boolean there = model.lackProperty().get().isEmpty() && answered;
            beside.getChildren().setAll(there ? sight(view).side().stream().toList() : List.of());
        }
    }

    private boolean isAnswered(View view) {
        return view.kind().isEmpty() || model.insightProperty().get().filter(now -> now.question().kind() == view.kind().get()).isPresent();
    }

    private static Node words(String said, String id) {
        Label words = new Label(said);
        words.setId(id);
        words.getStyleClass().addAll("placeholder-text", "inside-words");
        words.setWrapText(true);
        return words;
    }

    private Sight sight(View view) {
        if (!sights.containsKey(view)) {
            Sight made = make(view);
            sights.put(view, made);
            model.insightProperty().get().ifPresent(made::show);
        }
        return sights.get(view);
    }

    private PhotosSight photos() {
        PhotosModel photos = new PhotosModel(desk, background);
        studio.document().compositionProperty().subscribe(now -> photos.suggest(now.flatMap(Composition::object), now.map(Composition::painting)));
        return new PhotosSight(photos, desk, background);
    }

    private Sight make(View view) {
        return switch (view) {
            case PATCHES -> new PatchesSight(desk.theme()::color);
            case GRAMS -> new GramSight(desk.theme()::color);
            case HISTOGRAM -> new HistogramSight(desk, background);
            case PHOTOS -> photos();
            case MASKS -> new MasksSight(desk.theme()::color);
            case PULLS -> new PullsSight(new PullsModel(studio.pulls()), desk, background);
            case MAPS -> new MapsSight(desk.theme()::color);
        };
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
        return studio.nameProperty();
    }

    @Override
    public List<Node> tools() {
        return List.of();
    }

    @Override
    public List<Action> actions() {
        List<Action> actions = new ArrayList<>();
        for (View each : View.values()) {
            actions.add(Action.of("See inside: " + each.label(), new SimpleBooleanProperty(true), () -> model.viewProperty().set(each)));
        }
        return actions;
    }
}
