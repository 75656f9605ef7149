package tadpole.app.pane.train.inside;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Separator;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import tadpole.app.pane.train.Bench;
import tadpole.app.pane.train.BenchRoom;
import tadpole.app.pane.train.Lab;
import tadpole.app.pane.train.Sight;
import tadpole.app.pane.train.doctor.DoctorCard;
import tadpole.app.pane.train.mistakes.ConfusionCard;
import tadpole.app.pane.train.pad.DrawPad;
import tadpole.app.pane.train.time.MomentCard;
import tadpole.app.pane.train.time.TimeBar;
import tadpole.app.shell.Action;
import tadpole.resources.Resources;

/** What goes on inside of the network at the moment that is looked at, and the time machine that says which moment that is. */
public final class InsideRoom implements BenchRoom {

    /** Of the width, in percent, beside the confusion matrix. */
    private static final double LEFT = 47;

    private final Bench bench;
    private final PicturesModel pictures;
    private final SilentModel silent;
    private final VitalsCard vitals;
    private final UnitCard unit;
    private final ChartsOut out;
    private final StackPane stage;
    private final VBox drawer;
    private final ReadOnlyBooleanWrapper front = new ReadOnlyBooleanWrapper(false);

    public InsideRoom(Bench bench) {
        Lab lab = bench.lab();
        Executor ui = lab.desk().jobs().ui();
        Function<String, Color> tokens = lab.desk().theme()::color;
        this.bench = bench;
        this.pictures = new PicturesModel(lab.desk().device(), lab.beside("inside"), ui);
        this.silent = new SilentModel(lab.desk().device(), lab.beside("silent"), lab.desk().jobs());
        this.vitals = new VitalsCard(lab.desk(), lab.background());
        this.unit = new UnitCard(pictures, tokens);
        this.out = new ChartsOut(lab, () -> pictures.layerProperty().get());
        PicturesCard wall = new PicturesCard(pictures, tokens, lab.desk().jobs().ui());
        SilentCard silence = new SilentCard(silent);
        ConfusionCard confusion = new ConfusionCard(bench);
        VBox left = new VBox(vitals, silence);
        left.getStyleClass().add("inside-column");
        VBox.setVgrow(vitals, Priority.ALWAYS);
        GridPane middle = new GridPane();
        middle.getStyleClass().add("inside-middle");
        middle.getColumnConstraints().setAll(share(LEFT), share(100 - LEFT));
        RowConstraints row = new RowConstraints();
        row.setVgrow(Priority.ALWAYS);
        middle.getRowConstraints().setAll(row);
        middle.addRow(0, left, confusion);
        VBox.setVgrow(wall, Priority.ALWAYS);
        VBox.setVgrow(middle, Priority.ALWAYS);
        VBox content = new VBox(wall, middle, new TimeBar(bench));
        content.getStyleClass().add("inside-room");
        content.setId("inside-room");
        // Keys such as Space reach the pane again after one has chosen in a list.
        content.setOnMousePressed(_ -> content.requestFocus());
        this.stage = new StackPane(content, unit);
        StackPane.setMargin(unit, new Insets(16, 24, 16, 24));
        content.visibleProperty().bind(unit.visibleProperty().not());
        MomentCard moment = new MomentCard(bench);
        moment.rightProperty().bind(confusion.testedProperty().map(text -> Optional.of(text).filter(each -> !each.isEmpty())));
        this.drawer = new VBox(new DoctorCard(bench), new Separator(), moment, new Separator(), new DrawPad(bench));
        drawer.getStyleClass().add("inside-drawer");
        String sheet = Resources.url("css/pane-train-inside.css").toExternalForm();
        stage.getStylesheets().add(sheet);
        drawer.getStylesheets().add(sheet);
        stage.sceneProperty().subscribe(scene -> front.set(scene != null));
        lab.watch(front);
        lab.sightProperty().subscribe(this::look);
        front.subscribe(now -> {
            if (now) {
                look(lab.sightProperty().get());
            }
        });
        pictures.layerProperty().addListener(_ -> vitals.look(lab.sightProperty().get(), pictures.layerProperty().get()));
        lab.desk().theme().kindProperty().subscribe(_ -> {
            wall.repaint();
            unit.repaint();
        });
    }

    private static ColumnConstraints share(double percent) {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(percent);
        return column;
    }

    private void look(Optional<Sight> at) {
        if (front.get()) {
            pictures.look(at);
            silent.look(at);
            vitals.look(at, pictures.layerProperty().get());
        }
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
    public Bench bench() {
        return bench;
    }

    @Override
    public List<Action> actions() {
        // Esc closes what is open before it stops anything.
        List<Action> actions = new ArrayList<>(List.of(
                Action.of("Close the picture", "Esc", unit.visibleProperty(), unit::close),
                Action.of("Color each picture over its own range, or all over one", unit.visibleProperty().not(),
                        () -> pictures.ownRangesProperty().set(!pictures.ownRangesProperty().get())),
                Action.of("Save the charts of Inside as PNG, SVG and CSV", out.possible(), () -> out.ask(stage.getScene().getWindow()))));
        actions.addAll(bench.actions().get());
        return actions;
    }
}
