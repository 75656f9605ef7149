package tadpole.app.pane.studio.canvas;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tadpole.app.shell.FileWork;
import tadpole.engine.file.SafeFile;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.PictureException;
import tadpole.engine.picture.PictureFile;
import tadpole.engine.picture.Resize;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.picture.studio.Composition;
import tadpole.engine.picture.studio.Compositor;
import tadpole.engine.picture.studio.CutOut;
import tadpole.engine.picture.studio.Placement;

/** Reads pictures into layers and writes layers, beside the JavaFX thread. */
final class CanvasFiles {

    /** What a picture becomes. */
    enum As {
        PAINTING, OBJECT, COMPOSITE, MASK;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The longer side of a painting: what is worked on at most. */
    static final int LARGEST = 1024;
    /** An object that is larger than this part of the painting is made smaller. */
    private static final double PART = 0.6;
    /** Shares of pixels that are nearly black or white, so that a picture is a mask. */
    private static final double TWO_TONED = 0.9;
    private static final float DARK = 24;
    private static final float BRIGHT = 231;
    private static final float GRAY = 12;
    /** Alpha below which a pixel's color does not count. */
    private static final float SEEN_THROUGH = 128;

    private final CanvasModel model;
    private final FileWork work;

    /** @param background where files are read and written */
    CanvasFiles(CanvasModel model, Executor background) {
        this.model = model;
        this.work = new FileWork(model.desk(), background);
    }

    /** Whether dropped files are pictures; then they are opened: the first as the painting where there is none. */
    boolean take(List<Path> files) {
        boolean ours = !files.isEmpty() && files.stream().allMatch(PictureFile::isNamedLikeOne);
        if (ours) {
            files.forEach(file -> open(file, Optional.empty()));
        }
        return ours;
    }

    void open(Path file, As as) {
        open(file, Optional.of(as));
    }

    /** @param as what it is to become; where nothing is said it is guessed */
    private void open(Path file, Optional<As> as) {
        if (!model.editableProperty().get()) {
            model.say("Stop the run before you open another picture: it is reading the layers.");
            return;
        }
        work.run(() -> {
            PictureFile read = PictureFile.read(file);
            Picture picture = read.picture();
            Optional<Composition> layers = model.latest();
            As wanted = as.orElseGet(() -> guess(read, layers));
            Composition made = made(read, wanted, layers);
            model.place(layers, made, wanted);
            String small = wanted == As.PAINTING && made.painting().width() != picture.width()
                    ? " It was made smaller, from %d × %d to %d × %d.".formatted(picture.width(), picture.height(), made.painting().width(), made.painting().height()) : "";
            return "Opened %s as %s.%s%s".formatted(file.getFileName(), wanted.label(), small, notes(read, wanted));
        });
    }

    private static String notes(PictureFile read, As as) {
        return read.notes().stream().map(note -> !note.equals(PictureFile.ON_WHITE) || as == As.PAINTING ? note
                : as == As.MASK ? "Its transparent parts (alpha) are not selected." : "Its transparent parts (alpha) became the mask.").map(" "::concat).collect(Collectors.joining());
    }

    /** The first is the painting; black and white of its size the mask; any other the object. */
    static As guess(PictureFile read, Optional<Composition> layers) {
        if (layers.isEmpty()) {
            return As.PAINTING;
        }
        Picture painting = layers.get().painting();
        Picture picture = read.picture();
        boolean fits = picture.height() == painting.height() && picture.width() == painting.width();
        return fits && isTwoToned(picture, read.alpha()) ? As.MASK : As.OBJECT;
    }

    /** What one sees through has no color. */
    private static boolean isTwoToned(Picture picture, Optional<Picture> alpha) {
        float[] data = picture.values().data();
        int area = picture.height() * picture.width();
        int extreme = 0;
        int seen = 0;
        for (int i = 0; i < area; i++) {
            if (alpha.isPresent() && alpha.get().values().data()[i] < SEEN_THROUGH) {
                continue;
            }
            seen++;
            float value = data[i];
            boolean gray = true;
            for (int c = 1; c < picture.channels(); c++) {
                gray &= Math.abs(data[c * area + i] - value) <= GRAY;
            }
            extreme += gray && (value <= DARK || value >= BRIGHT) ? 1 : 0;
        }
        return extreme >= TWO_TONED * seen;
    }

    private Composition made(PictureFile read, As as, Optional<Composition> layers) throws PictureException {
        Picture picture = read.picture();
        if (as == As.PAINTING) {
            return Composition.of(Compositor.inColor(reduced(picture)));
        }
        Composition now = layers.orElseThrow(() -> new PictureException("There is no painting yet. Open %s as painting, or a painting first.".formatted(picture.name())));
        return switch (as) {
            case OBJECT -> object(read, now, scale(picture, now.painting()));
            case COMPOSITE -> {
                checkSize(picture, now, "composite");
                yield object(read, now, 1);
            }
            default -> {
                checkSize(picture, now, "mask");
                yield now.withMask(mask(read));
            }
        };
    }

    private Picture reduced(Picture picture) {
        return Math.max(picture.height(), picture.width()) > LARGEST ? Resize.toLongSide(picture, LARGEST, model.desk().device()) : picture;
    }

    private static void checkSize(Picture picture, Composition now, String what) throws PictureException {
        Picture painting = now.painting();
        if (picture.height() != painting.height() || picture.width() != painting.width()) {
            throw new PictureException("%s is %d × %d pixels, but the painting is %d × %d: a %s has the painting's size. Make it that large, or open the painting it belongs to."
                    .formatted(picture.name(), picture.width(), picture.height(), painting.width(), painting.height(), what));
        }
    }

    /** In the middle, where it does not cover the painting; one of the painting's own size lies on it exactly. */
    private static double scale(Picture object, Picture painting) {
        boolean same = object.height() == painting.height() && object.width() == painting.width();
        return same ? 1 : Math.min(1, PART * Math.min((double) painting.width() / object.width(), (double) painting.height() / object.height()));
    }

    /** The alpha of one that was cut out is the first mask. */
    private Composition object(PictureFile read, Composition now, double scale) {
        Picture painting = now.painting();
        Placement placement = middle(painting, scale);
        if (read.alpha().isEmpty()) {
            return now.withObject(Compositor.inColor(read.picture()), placement);
        }
        CutOut cut = CutOut.of(read.picture(), read.alpha().get());
        return now.withObject(cut.object(), placement)
                .withMask(new Compositor(model.desk().device()).place(cut.mask(), placement, painting.height(), painting.width()));
    }

    /** What one sees through is not selected; where all else is black, its shape is the mask. */
    private static Mask mask(PictureFile read) {
        if (read.alpha().isEmpty()) {
            return Mask.of(read.picture());
        }
        CutOut cut = CutOut.of(read.picture(), read.alpha().get());
        Mask shown = Mask.of(cut.object());
        float[] values = new float[shown.values().length];
        boolean any = false;
        for (int i = 0; i < values.length; i++) {
            values[i] = shown.values()[i] * cut.mask().values()[i];
            any |= values[i] >= 0.5f;
        }
        return any ? new Mask(shown.height(), shown.width(), values) : cut.mask();
    }

    private static Placement middle(Picture painting, double scale) {
        return new Placement(painting.width() / 2.0, painting.height() / 2.0, scale, 0, false);
    }

    void saveMask(Path file) {
        model.latest().ifPresent(now -> save(file, () -> now.mask().picture("mask")));
    }

    void saveComposite(Path file) {
        model.latest().ifPresent(now -> save(file, () -> new Compositor(model.desk().device()).composite(now)));
    }

    void saveResult(Path file) {
        model.resultProperty().get().ifPresent(now -> save(file, () -> now));
    }

    private void save(Path file, Supplier<Picture> making) {
        work.save(file, to -> {
            Picture picture = making.get();
            SafeFile.write(to, out -> PictureFile.write(picture, out));
        });
    }
}
