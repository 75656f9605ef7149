package tadpole.app.pane.kernels.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tadpole.app.image.PlaneModel;
import tadpole.app.image.PlaneModel.Around;
import tadpole.app.image.PlaneModel.Mark;
import tadpole.app.image.PlaneView;
import tadpole.app.image.ToneScale;
import tadpole.app.image.Toning;
import tadpole.engine.convolution.Area;
import tadpole.engine.convolution.Sliding;
import tadpole.engine.convolution.StackNumber;
import tadpole.engine.convolution.StackRun;
import tadpole.engine.convolution.StackStage;
import tadpole.engine.picture.Picture;
import tadpole.engine.tensor.Tensor;

/** The picture, or what one stage gives: title, numbers as a picture, their scale, and the stage's facts. */
final class PlaneColumn extends VBox {

    private static final double NARROW = 164;
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final int plane;
    private final StackModel model;
    private final PlaneModel shown;
    private final PlaneView view;
    private final Label title = new Label();
    private final Tooltip fullTitle = new Tooltip();
    private final Label about = new Label();
    private final ToneScale scale;
    private final Label message = new Label();
    private final StackPane body = new StackPane();
    private final StageFacts facts;
    private Named named = new Named("Picture", "Picture");

    private record Named(String full, String brief) {}

    /** @param plane 0 for the picture */
    PlaneColumn(int plane, StackModel model) {
        this.plane = plane;
        this.model = model;
        this.shown = new PlaneModel(model.bench().viewport());
        this.view = new PlaneView(shown, model.bench().desk().theme()::color);
        this.scale = new ToneScale(shown, model.bench().desk().theme()::color);
        this.facts = new StageFacts(plane, model);
        setId("stack-plane-" + plane);
        getStyleClass().addAll("card", "stack-plane");
        view.setId("stack-view-" + plane);
        title.getStyleClass().add("section-title");
        title.setMinWidth(0);
        title.setTooltip(fullTitle);
        widthProperty().addListener(_ -> name());
        about.getStyleClass().addAll("muted", "stack-about");
        about.setTooltip(new Tooltip());
        about.getTooltip().textProperty().bind(about.textProperty());
        message.setWrapText(true);
        message.setId("stack-message-" + plane);
        message.getStyleClass().add("stack-message");
        body.getStyleClass().add("stack-body");
        body.getChildren().addAll(view, message);
        about.setMinWidth(0);
        HBox second = new HBox(about, gap(), new ChannelChooser(plane, model));
        second.getStyleClass().add("stack-second");
        getChildren().addAll(head(), second, body, scale, facts);
        follow();
        listen();
    }

    /** What grows with the room. */
    Region body() {
        return body;
    }

    PlaneModel shown() {
        return shown;
    }

    private HBox head() {
        HBox head = new HBox(title, gap());
        head.getStyleClass().add("stack-head");
        if (plane > 0) {
            head.getChildren().add(new StageMenu(plane - 1, model));
        }
        return head;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private void follow() {
        // So that the frame of a cell at the edge is seen whole.
        shown.marginProperty().set(1);
        shown.channelProperty().bind(model.channelProperty(plane));
        model.runProperty().subscribe(_ -> show());
        model.sightProperty().subscribe(_ -> shown.marksProperty().set(marks()));
        model.chosenProperty().subscribe(now -> pseudoClassStateChanged(CHOSEN, now.intValue() == plane - 1));
        model.bench().desk().theme().kindProperty().subscribe(_ -> {
            view.repaint();
            scale.repaint();
        });
        shown.pointedProperty().addListener((_, _, now) -> model.point(plane, now));
        view.visibleProperty().bind(Bindings.createBooleanBinding(() -> shown.valuesProperty().get().isPresent(), shown.valuesProperty()));
        scale.visibleProperty().bind(view.visibleProperty());
        message.visibleProperty().bind(message.textProperty().isNotEmpty());
    }

    private void listen() {
        addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> model.chosenProperty().set(plane - 1));
        view.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                view.at(event).ifPresent(pixel -> model.pin(plane, pixel));
            }
        });
    }

    private void name() {
        title.setText(getWidth() < NARROW ? named.brief() : named.full());
        fullTitle.setText(named.full());
    }

    private void show() {
        Optional<StackRun> run = model.runProperty().get();
        Optional<Tensor> values = run.filter(now -> plane <= now.results().size()).map(now -> now.plane(plane));
        Optional<StackStage> stage = run.filter(now -> plane > 0 && plane <= now.plan().stages().size()).map(now -> now.plan().stages().get(plane - 1));
        named = stage.map(each -> new Named(StackWords.title(plane, each), StackWords.shortTitle(plane, each))).orElse(new Named("Picture", "Picture"));
        name();
        // Beside the chooser of the channel there is no room for the size, which the facts have too.
        about.setText(stage.map(each -> StackWords.setting(each) + values.filter(now -> now.shape().at(0) == 1).map(now -> " · " + StackWords.size(now.shape())).orElse(""))
                .orElse(values.map(now -> StackWords.size(now.shape())).orElse("")));
        message.setText(run.flatMap(StackRun::misfit).filter(misfit -> plane >= misfit.stage())
                .map(misfit -> plane == misfit.stage() ? misfit.sentence() : "Waits for stage " + misfit.stage() + ".").orElse(""));
        message.getStyleClass().removeAll("refusal", "muted");
        message.getStyleClass().add(run.flatMap(StackRun::misfit).filter(misfit -> plane == misfit.stage()).isPresent() ? "refusal" : "muted");
        shown.toningProperty().set(values.map(now -> toning(run.orElseThrow().picture(), now)).orElse(Toning.gray(0, 1)));
        shown.valuesProperty().set(values);
        shown.aroundProperty().set(values.map(now -> around(run.orElseThrow(), now)).orElse(Around.NOTHING));
        shown.nameProperty().set(named.full());
        facts.show(run);
    }

    /** Signed where there is anything below 0; else from the picture's black to its white, or to the largest number. */
    private Toning toning(Picture picture, Tensor values) {
        if (plane == 0) {
            return Toning.of(picture);
        }
        float least = 0;
        float most = 0;
        for (float value : values.data()) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        if (least < 0) {
            return Toning.signed(Math.max(-least, most));
        }
        boolean within = picture.black() == 0 && most <= picture.white() && most > picture.white() / 2;
        return Toning.gray(0, within ? picture.white() : most == 0 ? 1 : most);
    }

    /** The padding of the next stage; that of a maximum has no numbers. */
    private Around around(StackRun run, Tensor values) {
        if (plane >= run.results().size()) {
            return Around.NOTHING;
        }
        StackStage next = run.plan().stages().get(plane);
        boolean max = next instanceof StackStage.Pooled pooled && pooled.kind() == StackStage.Pooled.Kind.MAX;
        Sliding sliding = next.sliding();
        return max ? Around.NOTHING : Around.of(sliding.padding(), sliding.height(), sliding.width(), sliding.dilation(), values);
    }

    private List<Mark> marks() {
        Optional<Sight> sight = model.sightProperty().get().filter(now -> plane < now.areas().size());
        if (sight.isEmpty()) {
            return List.of();
        }
        List<Mark> marks = new ArrayList<>();
        Area area = withinView(sight.get().areas().get(plane), sight.get().run().plane(plane));
        marks.add(new Mark(area.y(), area.x(), area.height(), area.width(), "accent", false));
        if (plane == sight.get().spot().plane() - 1 && sight.get().number().orElse(null) instanceof StackNumber.Largest largest) {
            StackNumber.Cell winner = largest.cells().get(largest.winner());
            marks.add(new Mark(winner.y(), winner.x(), 1, 1, "accent", true));
        }
        return List.copyOf(marks);
    }

    /** Cut where neither the picture nor the padding that is drawn goes on. */
    private Area withinView(Area area, Tensor values) {
        Around ring = shown.aroundProperty().get();
        Area moved = new Area(area.y() + ring.top(), area.x() + ring.left(), area.height(), area.width());
        Area cut = moved.cut(values.shape().at(1) + ring.top() + ring.bottom(), values.shape().at(2) + ring.left() + ring.right());
        return new Area(cut.y() - ring.top(), cut.x() - ring.left(), cut.height(), cut.width());
    }
}
