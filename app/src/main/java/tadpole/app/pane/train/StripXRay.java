package tadpole.app.pane.train;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import tadpole.app.shell.Desk;
import tadpole.app.xray.Mark;
import tadpole.app.xray.NumberLink;
import tadpole.app.xray.NumberText;
import tadpole.app.xray.Tracing;
import tadpole.app.xray.XRayLayer;
import tadpole.app.xray.XRayModel;
import tadpole.engine.formula.Address;
import tadpole.engine.inspect.Arithmetic;
import tadpole.engine.inspect.StepTrace;
import tadpole.engine.inspect.Tracer;
import tadpole.engine.inspect.XRay;
import tadpole.engine.recipe.SettingException;

/** The arithmetic of what the network says of an image of the strip: of the network as it is when one clicks, while training goes on. */
final class StripXRay {

    private final TrainPaneModel model;
    private final Desk desk;
    private final XRayModel xray = new XRayModel();
    private final Tracing tracing;
    private Optional<Asked> asked = Optional.empty();

    /** @param step how many were made before the network was asked */
    private record Asked(XRay xray, int image, long step) {}

    /** @param background where the network is asked */
    StripXRay(TrainPaneModel model, Desk desk, Executor background) {
        this.model = model;
        this.desk = desk;
        this.tracing = new Tracing(xray, background, desk.jobs().ui(), desk.messages()::failed);
        model.resettable().addListener((_, _, now) -> {
            if (!now) {
                tracing.forget();
            }
        });
    }

    XRayModel model() {
        return xray;
    }

    XRayLayer layer() {
        XRayLayer layer = new XRayLayer(xray);
        layer.setFurther(this::further);
        return layer;
    }

    /** The image whose numbers are open. */
    Optional<Integer> image() {
        return asked.filter(_ -> xray.openProperty().get()).map(Asked::image);
    }

    /**
     * Asks the network anew, in the background: with every step it says something else.
     *
     * @param open opens the number of that class
     */
    void open(News.Looked looked, Seen seen, int klass, Consumer<Address> open) {
        Optional<Run> run = model.run();
        OptionalLong back = model.back();
        if (run.isEmpty() || seen.answer().isEmpty()) {
            return;
        }
        Asked[] fresh = new Asked[1];
        tracing.whenReady(new Object(), () -> {
            fresh[0] = ask(run.get(), back, looked, seen);
            return fresh[0].xray();
        }, () -> {
            asked = Optional.of(fresh[0]);
            open.accept(address(fresh[0].xray().trace(), klass));
        });
    }

    private Asked ask(Run run, OptionalLong back, News.Looked looked, Seen seen) throws SettingException {
        TrainJob.Standing standing = (back.isPresent() ? recorded(run, back.getAsLong()) : run.standing())
                .orElseThrow(() -> new SettingException("The network is not built yet. Click again."));
        Tracing.requireFew(run.start().name(), standing.setup().network(), 1);
        Tracer tracer = new Tracer(run.start(), standing.setup(), run.dataset().classes(), desk.device());
        return new Asked(new XRay(tracer.ask(standing.at(), looked.split(), seen.index())), seen.index(), standing.at().step());
    }

    private static Optional<TrainJob.Standing> recorded(Run run, long step) throws SettingException {
        try {
            return run.past().standingAt(step);
        } catch (IOException lost) {
            throw new SettingException(lost.getMessage());
        }
    }

    /** What the bar of a class stands for: its probability, or the output where the loss makes none of it. */
    static Address address(StepTrace trace, int klass) {
        int index = Math.min(klass, trace.outputs().columns() - 1);
        if (trace.probabilities().isPresent()) {
            return new Address.Probability(0, index);
        }
        return trace.stages().isEmpty() ? new Address.Input(0, index) : new Address.Activation(trace.stages().size() - 1, 0, index);
    }

    /** Below what comes out of the network: when it was asked, and the loss of the image. */
    private Optional<Node> further(Arithmetic arithmetic) {
        return asked.filter(now -> isOutput(now.xray().trace(), arithmetic.of())).map(now -> {
            NumberLink loss = new NumberLink(() -> xray.walk(new Address.SampleLoss(0)));
            double value = now.xray().trace().value(new Address.SampleLoss(0));
            loss.show(NumberText.of(value, 4), NumberText.exact(value));
            loss.setId("xray-loss");
            loss.getStyleClass().addAll("mono", Mark.FIRST.style());
            Label words = new Label("image %d after step %s, its loss".formatted(now.image(), Numbers.count(now.step())));
            words.setId("xray-asked");
            words.getStyleClass().add("muted");
            HBox line = new HBox(6, words, loss);
            line.setAlignment(Pos.BASELINE_LEFT);
            return (Node) line;
        });
    }

    private static boolean isOutput(StepTrace trace, Address address) {
        return switch (address) {
            case Address.Probability _ -> true;
            case Address.Activation at -> at.layer() == trace.stages().size() - 1;
            default -> false;
        };
    }
}
