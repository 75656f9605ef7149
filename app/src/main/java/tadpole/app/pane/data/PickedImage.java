package tadpole.app.pane.data;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import tadpole.app.image.PixelGrid;
import tadpole.app.image.PixelModel;
import tadpole.app.image.PixelModel.Pixel;
import tadpole.app.shell.Desk;
import tadpole.app.shell.Workspace;
import tadpole.app.xray.XRayModel;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.Preparation;
import tadpole.engine.dataset.Split;
import tadpole.engine.formula.Address;
import tadpole.engine.inspect.PreparedPicture;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.recipe.Spec;
import tadpole.engine.training.DataPlan;
import tadpole.engine.training.Experiment;

/** The picked image with its numbers, and what was measured on the training images about it. */
public final class PickedImage {

    private final Desk desk;
    private final PixelModel pixels = new PixelModel();
    private final XRayModel xray = new XRayModel();
    private final ReadOnlyObjectWrapper<Optional<Measured>> measured = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper place = new ReadOnlyStringWrapper("");
    private Measuring measuring = new Measuring(Optional.empty(), List.of());

    /** What is measured, or was. */
    private record Measuring(Optional<Dataset> dataset, List<Spec> prepare) {

        boolean isOf(Dataset wanted) {
            return dataset.filter(each -> each == wanted).isPresent();
        }
    }

    PickedImage(Desk desk) {
        this.desk = desk;
        desk.workspace().experimentProperty().addListener(_ -> measuring.dataset().ifPresent(this::measure));
        xray.openProperty().addListener((_, _, open) -> {
            if (!open) {
                pixels.litProperty().set(Optional.empty());
            }
        });
        measured.addListener(_ -> desk.workspace().pickProperty().get().ifPresent(this::fill));
    }

    public PixelModel pixels() {
        return pixels;
    }

    /** The arithmetic of its numbers. */
    public XRayModel xray() {
        return xray;
    }

    /** Where the number stands that is written in a pixel's cell: a raw one where the preparation cuts the pixel away. */
    Optional<Address> address(Pixel at) {
        return pixels.gridProperty().get().map(grid -> {
            int channel = pixels.channelOf(grid);
            OptionalInt prepared = pixels.scaleProperty().get() == PixelModel.Scale.RAW ? OptionalInt.empty() : grid.preparedPlace(channel, at.y(), at.x());
            return prepared.isPresent() ? new Address.Input(0, prepared.getAsInt()) : new Address.Raw(0, grid.rawPlace(channel, at.y(), at.x()));
        });
    }

    /** Empty until the job that measures is done. */
    public ReadOnlyObjectProperty<Optional<Measured>> measuredProperty() {
        return measured.getReadOnlyProperty();
    }

    /** The class's name; empty without an image. */
    public ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    /** Part and number in the file, such as "train #242"; empty without an image. */
    public ReadOnlyStringProperty placeProperty() {
        return place.getReadOnlyProperty();
    }

    void show(Dataset dataset, boolean test, OptionalInt image) {
        if (!measuring.isOf(dataset)) {
            measure(dataset);
        }
        Optional<Workspace.Pick> pick = image.isPresent()
                ? Optional.of(new Workspace.Pick(dataset, test, image.getAsInt()))
                : Optional.empty();
        desk.workspace().pickProperty().set(pick);
        pick.ifPresentOrElse(this::fill, this::clear);
    }

    private void fill(Workspace.Pick pick) {
        Split part = pick.test() ? pick.dataset().test().orElseThrow() : pick.dataset().train();
        List<Preparation> preparations = measured.get().map(Measured::preparations).orElse(List.of());
        name.set(pick.dataset().classes().get(part.label(pick.index())));
        place.set("%s #%d".formatted(pick.test() ? "test" : "train", pick.index()));
        pixels.show(PixelGrid.of(part, pick.index(), preparations));
        xray.explain(Optional.of(new PreparedPicture(part, pick.index(), preparations)));
    }

    private void clear() {
        name.set("");
        place.set("");
        pixels.gridProperty().set(Optional.empty());
        xray.explain(Optional.empty());
    }

    private void measure(Dataset dataset) {
        Measuring wanted = new Measuring(Optional.of(dataset), preparation(dataset));
        if (measuring.isOf(dataset) && wanted.prepare().equals(measuring.prepare())) {
            return;
        }
        if (!measuring.isOf(dataset)) {
            measured.set(Optional.empty());
            pixels.scaleProperty().set(PixelModel.Scale.RAW);
        }
        measuring = wanted;
        desk.jobs().start(new MeasureDataset(dataset, wanted.prepare()), outcome -> {
            if (measuring == wanted && outcome instanceof JobOutcome.Finished<Measured>(var result)) {
                measured.set(Optional.of(result));
            }
        });
    }

    private List<Spec> preparation(Dataset dataset) {
        return desk.workspace().experimentProperty().get()
                .map(Experiment::data)
                .filter(plan -> plan.isOf(dataset))
                .map(DataPlan::prepare)
                .orElse(List.of());
    }
}
