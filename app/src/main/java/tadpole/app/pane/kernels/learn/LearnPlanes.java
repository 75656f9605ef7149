package tadpole.app.pane.kernels.learn;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tadpole.app.image.PlaneModel;
import tadpole.app.image.PlaneView;
import tadpole.app.image.ToneScale;
import tadpole.app.image.Toning;
import tadpole.app.image.Viewport;
import tadpole.app.pane.kernels.KernelEdits;
import tadpole.app.pane.kernels.KernelGrid;
import tadpole.app.pane.kernels.KernelGridModel;
import tadpole.engine.convolution.Convolved;
import tadpole.engine.convolution.Filter;
import tadpole.engine.convolution.Kernel;
import tadpole.engine.convolution.SearchStep;
import tadpole.engine.picture.Picture;
import tadpole.engine.tensor.Tensor;

/** The picture, the kernel that is searched, what it makes now, and what is wanted. */
final class LearnPlanes extends HBox {

    private final LearnModel model;
    private final Viewport both = new Viewport();
    private final PlaneModel input = new PlaneModel(both);
    private final PlaneModel output = new PlaneModel(both);
    private final PlaneModel wanted = new PlaneModel(both);
    private final KernelGridModel found = looked();
    private final KernelGridModel hidden = looked();
    private final Label inputTitle = title("learn-input-title");
    private final Label outputTitle = title("learn-output-title");
    private final Label wantedTitle = title("learn-wanted-title");
    private final Label kernelTitle = title("learn-kernel-title");
    private final Label kernelNote = new Label();
    private final KernelGrid foundGrid = new KernelGrid(found);
    private final KernelGrid hiddenGrid = new KernelGrid(hidden);
    private final Label hiddenTitle = title("learn-hidden-title");

    LearnPlanes(LearnModel model) {
        this.model = model;
        getStyleClass().addAll("card", "learn-planes");
        foundGrid.setId("learn-kernel");
        hiddenGrid.setId("learn-hidden");
        kernelNote.setId("learn-kernel-note");
        kernelNote.getStyleClass().add("muted");
        kernelNote.setWrapText(true);
        kernelNote.setMinHeight(Region.USE_PREF_SIZE);
        VBox kernels = new VBox(kernelTitle, foundGrid, kernelNote);
        kernels.getStyleClass().add("learn-kernels");
        kernels.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().setAll(column(inputTitle, input, "learn-input"), kernels, column(outputTitle, output, "learn-output"),
                column(wantedTitle, wanted, "learn-wanted"));
        model.wantedProperty().subscribe(_ -> show());
        model.stepsProperty().subscribe(_ -> showKernel());
        model.outputProperty().subscribe(_ -> showOutput());
        model.kernels().filterProperty().subscribe(_ -> show());
        model.kernels().channelProperty().subscribe(_ -> show());
        model.resultProperty().subscribe(_ -> showKernel());
    }

    /** The kernel behind the wanted output, once it is uncovered. */
    Node hidden() {
        hiddenGrid.setMaxWidth(Region.USE_PREF_SIZE);
        VBox box = new VBox(hiddenTitle, hiddenGrid);
        box.getStyleClass().add("learn-kernels");
        box.visibleProperty().bind(model.uncoveredProperty());
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    private KernelGridModel looked() {
        KernelGridModel grid = new KernelGridModel(Kernel.zeros(3, 3), new KernelEdits() {
            @Override
            public void change(Kernel kernel) {}

            @Override
            public void change(Object gesture, Kernel kernel) {}

            @Override
            public void endGesture() {}
        });
        grid.editableProperty().set(false);
        return grid;
    }

    private static Label title(String id) {
        Label title = new Label();
        title.setId(id);
        title.getStyleClass().add("section-title");
        title.setMinWidth(0);
        return title;
    }

    private VBox column(Label title, PlaneModel plane, String id) {
        PlaneView view = new PlaneView(plane, model.kernels().desk().theme()::color);
        view.setId(id);
        view.alignmentProperty().set(Pos.TOP_LEFT);
        view.setMinSize(0, 0);
        view.setPrefSize(0, 0);
        VBox.setVgrow(view, Priority.ALWAYS);
        ToneScale scale = new ToneScale(plane, model.kernels().desk().theme()::color);
        model.kernels().desk().theme().kindProperty().subscribe(_ -> {
            view.repaint();
            scale.repaint();
        });
        // Without a picture there is nothing to scale.
        scale.visibleProperty().bind(plane.valuesProperty().map(Optional::isPresent));
        VBox column = new VBox(title, view, scale);
        column.getStyleClass().add("learn-column");
        column.setMinWidth(0);
        column.setPrefWidth(0);
        HBox.setHgrow(column, Priority.ALWAYS);
        return column;
    }

    private int filter(int filters) {
        return Math.min(model.kernels().filterProperty().get(), filters - 1);
    }

    private void show() {
        Optional<Wanted> now = model.wantedProperty().get();
        input.valuesProperty().set(now.map(each -> each.task().picture().values()));
        wanted.valuesProperty().set(now.map(each -> each.task().wanted()));
        now.ifPresent(each -> {
            Picture picture = each.task().picture();
            input.toningProperty().set(Toning.of(picture));
            inputTitle.setText("Input %d × %d".formatted(picture.height(), picture.width()));
            Tensor target = each.task().wanted();
            int channel = filter(target.shape().at(0));
            wanted.channelProperty().set(channel);
            wanted.toningProperty().set(Toning.signed(target, channel));
            wantedTitle.setText("Wanted %d × %d".formatted(target.shape().at(1), target.shape().at(2))
                    + (target.shape().at(0) > 1 ? ", channel %d of %d".formatted(channel + 1, target.shape().at(0)) : ""));
            each.hidden().ifPresent(filters -> hidden.show(kernel(filters)));
        });
        hiddenTitle.setText(now.map(each -> "Hidden: " + each.name()).orElse(""));
        showKernel();
        showOutput();
    }

    private Kernel kernel(List<Filter> filters) {
        Filter of = filters.get(filter(filters.size()));
        return of.kernels().get(Math.min(model.kernels().channelProperty().get(), of.kernels().size() - 1));
    }

    private void showKernel() {
        Optional<SearchStep> last = model.resultProperty().get().map(each -> each.best()).or(model::last);
        kernelTitle.setText(last.map(each -> "Kernel at step %d".formatted(each.step())).orElse("Kernel, searched"));
        last.map(each -> kernel(each.filters())).or(() -> model.wantedProperty().get().map(each ->
                Kernel.zeros(each.task().plan().height(), each.task().plan().width()))).ifPresent(found::show);
        foundGrid.setOpacity(last.isPresent() ? 1 : 0.45);
        kernelNote.setText(last.isPresent() ? many(last.get()) : "Its numbers appear with the first step.");
    }

    private static String many(SearchStep step) {
        int filters = step.filters().size();
        int channels = step.filters().getFirst().kernels().size();
        return filters * channels == 1 ? "" : "one of %d: %s, %s each".formatted(filters * channels,
                filters == 1 ? "1 filter" : filters + " filters", channels == 1 ? "1 channel" : channels + " channels");
    }

    private void showOutput() {
        Optional<Convolved> now = model.outputProperty().get();
        output.valuesProperty().set(now.map(Convolved::output));
        outputTitle.setText(now.isPresent() ? "Its output" : "Its output");
        now.ifPresent(each -> {
            output.channelProperty().set(filter(each.channels()));
            // The same colors as the wanted one: one compares them.
            output.toningProperty().set(wanted.toningProperty().get());
        });
    }
}
