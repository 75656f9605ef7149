package tadpole.app.pane.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import tadpole.app.image.ImageIndex;
import tadpole.app.image.WallModel;
import tadpole.app.shell.Desk;
import tadpole.app.shell.Workspace;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.Split;

/** What the Data pane shows of the open data set: which part, which class, which image. */
public final class DataPaneModel {

    private final Desk desk;
    private final Opening opening;
    private final WallModel wall = new WallModel();
    private final PickedImage picked;
    private final ReadOnlyObjectWrapper<Optional<Dataset>> dataset = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<OptionalInt> label = new ReadOnlyObjectWrapper<>(OptionalInt.empty());
    private final ReadOnlyObjectWrapper<ClassCounts> counts = new ReadOnlyObjectWrapper<>(ClassCounts.NONE);
    private final ReadOnlyStringWrapper withoutPictures = new ReadOnlyStringWrapper("");
    private final BooleanProperty test = new SimpleBooleanProperty();
    private final BooleanProperty enlarged = new SimpleBooleanProperty();

    /** @param folders where to look for data sets; the first one found is opened where nothing is open yet */
    public DataPaneModel(Desk desk, List<Path> folders) {
        this.desk = desk;
        this.opening = new Opening(desk, folders);
        this.picked = new PickedImage(desk);
        desk.workspace().datasetProperty().addListener((_, _, open) -> show(open));
        test.addListener(_ -> showPart());
        wall.pickedProperty().addListener(_ -> pick());
        show(desk.workspace().datasetProperty().get());
        opening.begin();
    }

    public Opening opening() {
        return opening;
    }

    public WallModel wall() {
        return wall;
    }

    public PickedImage picked() {
        return picked;
    }

    public ReadOnlyObjectProperty<Optional<Dataset>> datasetProperty() {
        return dataset.getReadOnlyProperty();
    }

    /** Title of the open data set where it has no pictures for the wall; empty where it has or nothing is open. */
    public ReadOnlyStringProperty withoutPicturesProperty() {
        return withoutPictures.getReadOnlyProperty();
    }

    /** The class that alone is looked at; empty for all. */
    public ReadOnlyObjectProperty<OptionalInt> labelProperty() {
        return label.getReadOnlyProperty();
    }

    /** Of the part that is looked at. */
    public ReadOnlyObjectProperty<ClassCounts> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /** Whether the test images are looked at, not the training images; false where there are none. */
    public BooleanProperty testProperty() {
        return test;
    }

    /** Whether the picked image takes the whole stage. */
    public BooleanProperty enlargedProperty() {
        return enlarged;
    }

    public void toggleEnlarged() {
        enlarged.set(!enlarged.get() && wall.pickedProperty().get().isPresent());
    }

    /** Looks at the test images, where there are any. */
    public void showTest() {
        test.set(dataset.get().flatMap(Dataset::test).isPresent());
    }

    public void showAll() {
        filter(OptionalInt.empty());
    }

    public void showClass(int wanted) {
        filter(OptionalInt.of(wanted));
    }

    /**
     * Picks an image of the present part by its number in the file; all classes are shown where the filter hides it.
     *
     * @return why there is no such image; empty where there is
     */
    public Optional<String> goTo(String number) {
        return dataset.get().flatMap(open -> {
            OptionalInt image = image(number, part(open).size());
            image.ifPresent(this::pickImage);
            return image.isPresent() ? Optional.empty() : Optional.of("There is no %s image \"%s\". %s has %s to %s.".formatted(
                    partName(), number.strip(), open.title(), 0, Words.count(part(open).size() - 1)));
        });
    }

    private void pickImage(int image) {
        OptionalInt place = index().placeOf(image);
        if (place.isEmpty()) {
            showAll();
            dataset.get().ifPresent(open -> desk.messages().done("Image %s is of class %s: all classes are shown again."
                    .formatted(Words.count(image), open.classes().get(part(open).label(image)))));
            place = index().placeOf(image);
        }
        place.ifPresent(wall::pick);
    }

    /** What is open, or is about to be. */
    String contents() {
        String underWay = opening.underWayProperty().get();
        String nothing = underWay.isEmpty() ? "nothing is open" : underWay.substring(0, 1).toLowerCase(Locale.ROOT) + underWay.substring(1) + " ...";
        return dataset.get().map(Words::contents).orElse(withoutPictures.get().isEmpty() ? nothing : withoutPictures.get());
    }

    /** What is seen, in a few words: "5 000 frogs". */
    String heading() {
        if (enlarged.get()) {
            return picked.nameProperty().get() + " · " + picked.placeProperty().get();
        }
        if (dataset.get().isEmpty()) {
            return "";
        }
        int size = index().size();
        return label.get().isPresent() ? Words.imagesOf(className(), size) : Words.images(size);
    }

    /** Its order and size: "file order · 64 px, nearest neighbor". */
    String detail() {
        return dataset.get()
                .map(open -> "file order · %s px, nearest neighbor".formatted(cell(open)))
                .orElse("");
    }

    /** The picked image in words: "frog, train #242, image 29 of 5 000". */
    String pickedText() {
        OptionalInt place = wall.pickedProperty().get();
        return place.isEmpty() ? "No image" : "%s, %s, image %s of %s".formatted(picked.nameProperty().get(),
                picked.placeProperty().get(), Words.count(place.getAsInt() + 1), Words.count(index().size()));
    }

    /** Why the wall is empty though a data set is open. */
    String noImages() {
        String of = label.get().isPresent() ? " of " + className() : "";
        return "There are no %s images%s here.".formatted(partName(), of);
    }

    private String className() {
        return counts.get().classes().get(label.get().orElseThrow());
    }

    private String cell(Dataset open) {
        int zoom = wall.zoomProperty().get();
        int height = open.shape().at(1) * zoom;
        int width = open.shape().at(2) * zoom;
        return height == width ? Integer.toString(width) : width + "×" + height;
    }

    /** "training" or "test". */
    String partName() {
        return test.get() ? "test" : "training";
    }

    Split part(Dataset of) {
        return test.get() ? of.test().orElse(of.train()) : of.train();
    }

    ImageIndex index() {
        return wall.contentProperty().get().map(WallModel.Content::index).orElse(ImageIndex.NONE);
    }

    private void show(Optional<Dataset> any) {
        Optional<Dataset> open = any.filter(Dataset::hasPictures);
        withoutPictures.set(any.filter(each -> !each.hasPictures()).map(Dataset::title).orElse(""));
        dataset.set(open);
        if (open.isEmpty()) {
            clear();
        }
        if (open.flatMap(Dataset::test).isEmpty()) {
            test.set(false);
        }
        label.set(OptionalInt.empty());
        showPart();
        wall.zoomToRoom();
    }

    private void clear() {
        counts.set(ClassCounts.NONE);
        wall.contentProperty().get().ifPresent(content -> wall.show(content.split(), ImageIndex.NONE));
        desk.workspace().pickProperty().set(Optional.empty());
        enlarged.set(false);
    }

    private void showPart() {
        dataset.get().ifPresent(open -> {
            counts.set(ClassCounts.of(open.classes(), part(open)));
            filter(label.get());
        });
    }

    private void filter(OptionalInt wanted) {
        label.set(wanted);
        dataset.get().ifPresent(open -> {
            Split part = part(open);
            wall.show(part, wanted.isPresent() ? ImageIndex.ofClass(part, wanted.getAsInt()) : ImageIndex.all(part));
            // The first place may be picked before and after, and yet be another image.
            pick();
        });
    }

    private void pick() {
        OptionalInt place = wall.pickedProperty().get();
        OptionalInt image = place.isPresent() ? OptionalInt.of(index().imageAt(place.getAsInt())) : place;
        dataset.get().ifPresent(open -> picked.show(open, test.get(), image));
        if (image.isEmpty()) {
            enlarged.set(false);
        }
    }

    private static OptionalInt image(String number, int size) {
        String digits = number.strip().replaceAll("[\\s\u00A0#]", "");
        if (!digits.matches("[0-9]{1,9}")) {
            return OptionalInt.empty();
        }
        int image = Integer.parseInt(digits);
        return image < size ? OptionalInt.of(image) : OptionalInt.empty();
    }

    /** Gives the picked image to another pane and goes there. */
    void sendPick(String pane) {
        desk.workspace().pickProperty().get().ifPresent(pick -> {
            // The same one may be sent again.
            desk.workspace().sentProperty().set(Optional.empty());
            desk.workspace().sentProperty().set(Optional.of(new Workspace.Sent(pane, pick)));
            desk.navigator().open(pane);
        });
    }
}
