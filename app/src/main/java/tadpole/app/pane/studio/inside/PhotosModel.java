package tadpole.app.pane.studio.inside;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import tadpole.app.job.Newest;
import tadpole.app.shell.Desk;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.PictureException;
import tadpole.engine.picture.PictureFile;
import tadpole.engine.picture.Resize;
import tadpole.engine.picture.color.ColorMatch;
import tadpole.engine.picture.insight.PhotoColors;
import tadpole.engine.picture.insight.Remapped;
import tadpole.engine.picture.made.MadePicture;
import tadpole.engine.picture.made.MadePictures;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** Two photographs of which the first takes the colors of the second. */
final class PhotosModel {

    /** The longer side that is worked with: enough to see and to count. */
    private static final int LONGEST = 700;

    /** Which of the two. */
    enum Side { FIRST, SECOND }

    /** What came of two photographs. @param channel whose values moved so */
    record Answer(Picture first, Picture second, PhotoColors colors, int channel, Remapped remapped) {}

    private record Question(Picture first, Picture second, ColorMatch.Space space, int channel) {}

    private final Desk desk;
    private final Executor background;
    private final Newest<Question> questions;
    private final ObjectProperty<Optional<Picture>> first = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Picture>> second = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<ColorMatch.Space> space = new SimpleObjectProperty<>(ColorMatch.Space.RGB);
    private final IntegerProperty channel = new SimpleIntegerProperty(0);
    private final ReadOnlyObjectWrapper<Optional<Answer>> answer = new ReadOnlyObjectWrapper<>(Optional.empty());

    PhotosModel(Desk desk, Executor background) {
        this.desk = desk;
        this.background = background;
        this.questions = new Newest<>(background, this::answer);
        first.subscribe(this::ask);
        second.subscribe(this::ask);
        space.subscribe(this::ask);
        channel.subscribe(this::ask);
    }

    ObjectProperty<Optional<Picture>> photoProperty(Side side) {
        return side == Side.FIRST ? first : second;
    }

    ObjectProperty<ColorMatch.Space> spaceProperty() {
        return space;
    }

    IntegerProperty channelProperty() {
        return channel;
    }

    ReadOnlyObjectProperty<Optional<Answer>> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    List<String> channelNames() {
        return space.get() == ColorMatch.Space.RGB ? List.of("Red", "Green", "Blue") : List.of("Lightness", "a", "b");
    }

    /** What a channel is, where its name does not say it. */
    String aboutChannel(int number) {
        return space.get() == ColorMatch.Space.LAB && number > 0 ? List.of("From green to red", "From blue to yellow").get(number - 1) : channelNames().get(number);
    }

    /** Until somebody chose: the studio's own pictures. */
    void suggest(Optional<Picture> ofFirst, Optional<Picture> ofSecond) {
        if (first.get().isEmpty() && second.get().isEmpty() && ofFirst.isPresent() && ofSecond.isPresent()) {
            background.execute(() -> {
                Picture one = fitting(ofFirst.get());
                Picture other = fitting(ofSecond.get());
                desk.jobs().ui().execute(() -> {
                    first.set(Optional.of(one));
                    second.set(Optional.of(other));
                });
            });
        }
    }

    void swap() {
        Optional<Picture> one = first.get();
        first.set(second.get());
        second.set(one);
    }

    void make(Side side, Recipe<MadePicture> recipe) {
        background.execute(() -> {
            try {
                take(side, fitting(MadePictures.make(recipe.standard())));
            } catch (SettingException impossible) {
                throw new IllegalStateException(impossible);
            }
        });
    }

    void open(Side side, Path file) {
        background.execute(() -> {
            try {
                take(side, fitting(PictureFile.read(file).picture()));
            } catch (PictureException refused) {
                desk.jobs().ui().execute(() -> desk.messages().failed(refused.getMessage()));
            } catch (OutOfMemoryError full) {
                desk.jobs().ui().execute(() -> desk.messages().failed("There is not enough memory for this picture. Take a smaller one."));
            }
        });
    }

    private void take(Side side, Picture picture) {
        desk.jobs().ui().execute(() -> photoProperty(side).set(Optional.of(picture)));
    }

    private Picture fitting(Picture picture) {
        return colored(Math.max(picture.height(), picture.width()) > LONGEST ? Resize.toLongSide(picture, LONGEST, desk.device()) : picture);
    }

    private static Picture colored(Picture picture) {
        if (picture.isColored() && picture.black() == 0 && picture.white() == 255) {
            return picture;
        }
        int area = picture.height() * picture.width();
        Tensor values = Tensor.zeros(Shape.of(3, picture.height(), picture.width()));
        float span = picture.white() - picture.black();
        for (int i = 0; i < values.size(); i++) {
            float value = picture.values().data()[picture.isColored() ? i : i % area];
            values.data()[i] = span > 0 ? Math.clamp(255 * (value - picture.black()) / span, 0, 255) : 0;
        }
        return Picture.ofBytes(picture.name(), values);
    }

    private void ask() {
        if (first.get().isPresent() && second.get().isPresent()) {
            questions.ask(new Question(first.get().get(), second.get().get(), space.get(), channel.get()));
        }
    }

    private void answer(Question asked) {
        Device device = desk.device();
        PhotoColors colors = PhotoColors.of(asked.first(), asked.second(), asked.space(), device);
        Answer made = new Answer(asked.first(), asked.second(), colors, asked.channel(), colors.channel(asked.channel()));
        desk.jobs().ui().execute(() -> answer.set(Optional.of(made)));
    }
}
