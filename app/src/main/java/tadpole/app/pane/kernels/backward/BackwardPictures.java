package tadpole.app.pane.kernels.backward;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import tadpole.app.image.PixelModel;
import tadpole.app.image.PlaneModel;
import tadpole.app.image.PlaneView;
import tadpole.app.image.ToneScale;
import tadpole.app.image.Toning;
import tadpole.app.image.Viewport;
import tadpole.app.pane.kernels.ChannelNames;
import tadpole.app.pane.kernels.LinkedMarks;
import tadpole.engine.convolution.Convolved;
import tadpole.engine.convolution.ImageRows;
import tadpole.engine.convolution.KernelGradients;
import tadpole.engine.convolution.Mixing;
import tadpole.engine.picture.Picture;
import tadpole.engine.tensor.Tensor;

/** Four planes: the picture over its gradient, the output's gradient over the kernel's. Pointing into one lights what it is linked with. */
final class BackwardPictures extends GridPane {

    /** Where their names are. */
    private static final int DX = 2;
    private static final int DW = 3;
    private static final String HERE = "accent";
    private static final String LINKED = "hue-3";
    private static final double HEAD_GAP = 16;

    private final BackwardModel model;
    private final PlaneModel picture;
    private final PlaneModel dx;
    private final PlaneModel dy;
    private final PlaneModel dw = new PlaneModel(new Viewport());
    private final List<PlaneView> views = new ArrayList<>();
    private final List<Label> names = new ArrayList<>();
    private final List<ToneScale> scales = new ArrayList<>();
    private final Label bias = new Label();
    private int lit = -1;
    private int filter;

    BackwardPictures(BackwardModel model, Function<String, Color> tokens) {
        this.model = model;
        this.picture = new PlaneModel(model.kernels().viewport());
        this.dx = new PlaneModel(model.kernels().viewport());
        this.dy = new PlaneModel(model.kernels().viewport());
        getStyleClass().add("backward-pictures");
        bias.setId("backward-bias");
        bias.getStyleClass().addAll("mono", "muted");
        add(plane("backward-picture", "Picture x", picture, tokens, model::pointAtPixel), 0, 0);
        add(plane("backward-dy", "Output gradient dy", dy, tokens, model::pointAtOutput), 1, 0);
        add(plane("backward-dx", "Input gradient dx", dx, tokens, model::pointAtPixel), 0, 1);
        VBox kernel = plane("backward-dw", "Kernel gradient dW", dw, tokens, model::pointAtWeight);
        HBox under = new HBox(bias, gap(), typed());
        under.getStyleClass().add("backward-under");
        kernel.getChildren().add(under);
        add(kernel, 1, 1);
        views.getLast().zoomableProperty().set(false);
        // Always seen as a whole: frames about its outermost cells need not be cut.
        views.getLast().setClip(null);
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        RowConstraints line = new RowConstraints();
        line.setPercentHeight(50);
        getColumnConstraints().setAll(half, half);
        getRowConstraints().setAll(line, line);
        model.gradientsProperty().subscribe(now -> now.ifPresent(this::show));
        model.typedProperty().subscribe(_ -> model.gradientsProperty().get().ifPresent(this::show));
        model.kernels().filterProperty().subscribe(_ -> model.gradientsProperty().get().ifPresent(this::show));
        model.kernels().channelProperty().subscribe(_ -> model.gradientsProperty().get().ifPresent(this::show));
        model.kernels().placeProperty().subscribe(_ -> {
            if (model.filter() != filter) {
                model.gradientsProperty().get().ifPresent(this::show);
            }
        });
        model.focusProperty().subscribe(_ -> {
            lit = -1;
            light();
        });
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private VBox plane(String id, String title, PlaneModel plane, Function<String, Color> tokens, Consumer<PixelModel.Pixel> point) {
        PlaneView view = new PlaneView(plane, tokens);
        view.setId(id);
        views.add(view);
        Label name = new Label(title);
        name.getStyleClass().add("section-title");
        name.setMinWidth(Region.USE_PREF_SIZE);
        plane.nameProperty().set(title);
        ToneScale scale = new ToneScale(plane, tokens);
        scales.add(scale);
        HBox.setHgrow(scale, Priority.ALWAYS);
        HBox head = new HBox(name, scale);
        head.getStyleClass().add("backward-head");
        names.add(name);
        VBox.setVgrow(view, Priority.ALWAYS);
        plane.pointedProperty().subscribe(now -> now.ifPresent(point));
        view.addEventHandler(MouseEvent.MOUSE_CLICKED, click -> {
            if (click.isStillSincePress()) {
                view.at(click).ifPresent(at -> model.hold(() -> point.accept(at)));
            }
        });
        VBox box = new VBox(head, view);
        box.getStyleClass().add("backward-plane");
        box.widthProperty().subscribe(now -> {
            boolean beside = now.doubleValue() >= name.prefWidth(-1) + scale.prefWidth(-1) + HEAD_GAP;
            if (beside != head.getChildren().contains(scale)) {
                (beside ? box : head).getChildren().remove(scale);
                if (beside) {
                    head.getChildren().add(scale);
                } else {
                    box.getChildren().add(box.getChildren().indexOf(view) + 1, scale);
                }
            }
        });
        box.setMinSize(0, 0);
        return box;
    }

    private Node typed() {
        CheckBox box = new CheckBox("As typed");
        box.setId("backward-typed");
        box.setTooltip(new Tooltip("By the kernel as it was typed: turned back, times gain, through the division by the sum. Else by the weights as the layer has them."));
        box.selectedProperty().bindBidirectional(model.typedProperty());
        model.gradientsProperty().subscribe(_ -> {
            box.setVisible(model.isTreated());
            box.setManaged(model.isTreated());
        });
        return box;
    }

    void repaint() {
        views.forEach(PlaneView::repaint);
        scales.forEach(ToneScale::repaint);
    }

    /** One term of the sum, by its number; -1 for all of them. */
    void light(int term) {
        lit = term;
        light();
    }

    private void show(KernelGradients now) {
        filter = model.filter();
        Picture of = now.convolved().picture();
        picture.toningProperty().set(Toning.of(of));
        picture.channelProperty().set(model.channel());
        dx.channelProperty().set(model.channel());
        picture.valuesProperty().set(Optional.of(of.values()));
        PlaneModel.Around around = PlaneModel.Around.of(now.convolved().plan(), of.values());
        picture.aroundProperty().set(around);
        int ring = Math.max(Math.max(around.top(), around.bottom()), Math.max(around.left(), around.right()));
        dx.marginProperty().set(ring);
        dy.marginProperty().set(ring);
        signed(dx, now.dx());
        model.outputGradient().ifPresent(values -> signed(dy, values));
        model.kernelGradient().ifPresent(values -> signed(dw, values));
        bias.setText(model.bias());
        int channels = of.channels();
        String channel = channels == 1 || now.convolved().plan().mixing() == Mixing.GRAY ? "" : ", " + ChannelNames.of(model.channel(), channels);
        names.get(DX).setText("Input gradient dx" + channel);
        names.get(DW).setText("Kernel gradient dW" + (now.convolved().plan().mixing() == Mixing.SUM ? channel : ""));
        light();
    }

    private static void signed(PlaneModel plane, Tensor values) {
        plane.toningProperty().set(Toning.signed(values));
        plane.valuesProperty().set(Optional.of(values));
    }

    private void light() {
        List<PlaneModel.Mark> inInput = new ArrayList<>();
        List<PlaneModel.Mark> inOutput = new ArrayList<>();
        List<PlaneModel.Mark> inKernel = new ArrayList<>();
        model.gradientsProperty().get().ifPresent(now -> model.written().ifPresent(written -> {
            List<KernelGradients.Term> terms = lit >= 0 && lit < written.terms().size() ? List.of(written.terms().get(lit)) : written.terms();
            mark(now.convolved(), model.focusProperty().get().orElseThrow(), terms, inInput, inOutput, inKernel);
        }));
        picture.marksProperty().set(List.copyOf(inInput));
        dx.marksProperty().set(List.copyOf(inInput));
        dy.marksProperty().set(List.copyOf(inOutput));
        dw.marksProperty().set(List.copyOf(inKernel));
    }

    private void mark(Convolved of, Focus focus, List<KernelGradients.Term> terms, List<PlaneModel.Mark> inInput, List<PlaneModel.Mark> inOutput,
            List<PlaneModel.Mark> inKernel) {
        switch (focus) {
            case Focus.Pixel at -> {
                inOutput.addAll(LinkedMarks.places(terms, model.filter(), LINKED));
                inKernel.addAll(LinkedMarks.together(terms.stream().filter(term -> term.filter() == model.filter())
                        .map(term -> weight(of, term.met().u(), term.met().v(), LINKED)).toList()));
                inInput.add(LinkedMarks.cell(at.y(), at.x(), HERE, false));
            }
            case Focus.Weight at -> {
                ImageRows rows = new ImageRows(of, at.filter());
                if (lit >= 0) {
                    inOutput.addAll(LinkedMarks.places(terms, at.filter(), LINKED));
                    terms.forEach(term -> inInput.add(LinkedMarks.cell(term.met().row(), term.met().column(), LINKED, false)));
                } else {
                    inInput.addAll(LinkedMarks.met(rows, rows.column(at.channel(), at.u(), at.v()), LINKED));
                    inOutput.add(new PlaneModel.Mark(0, 0, of.height(), of.width(), LINKED, false));
                }
                inKernel.add(weight(of, at.u(), at.v(), HERE));
            }
            case Focus.Output at -> {
                inInput.addAll(LinkedMarks.window(of, at.y(), at.x(), LINKED));
                if (lit >= 0) {
                    terms.forEach(term -> {
                        inInput.add(LinkedMarks.cell(term.met().row(), term.met().column(), LINKED, true));
                        inKernel.add(weight(of, term.met().u(), term.met().v(), LINKED));
                    });
                }
                inOutput.add(LinkedMarks.cell(at.y(), at.x(), HERE, false));
            }
        }
    }

    private PlaneModel.Mark weight(Convolved of, int u, int v, String token) {
        PixelModel.Pixel shown = model.turned(of, new PixelModel.Pixel(u, v));
        return LinkedMarks.cell(shown.y(), shown.x(), token, false);
    }
}
