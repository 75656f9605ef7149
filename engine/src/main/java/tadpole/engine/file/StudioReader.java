package tadpole.engine.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.PictureException;
import tadpole.engine.picture.PictureFile;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.picture.studio.Composition;
import tadpole.engine.picture.studio.Placement;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Tensor;

/** Reads a studio that may be broken or lie. */
final class StudioReader {

    private static final int LONGEST_JSON = 1 << 22;
    private static final int LONGEST_PNG = 144 << 20;
    /** Tensors are written without compression; what is larger than the file and this is none of ours. */
    private static final long SMALL = 64 << 20;
    private static final int MOST_PICTURES = 64;

    private final Path path;
    private final String file;
    private final ZipFile zip;
    private final Map<String, Recipe<?>> recipes;
    private Safetensors tensors;
    private int pictures;

    private StudioReader(Path path, ZipFile zip, Map<String, Recipe<?>> recipes) {
        this.path = path;
        this.file = FileHead.fileName(path);
        this.zip = zip;
        this.recipes = recipes;
    }

    /** What a reader of a zip gives. */
    @FunctionalInterface
    private interface Reading<R> {
        R of(StudioReader reader) throws FileException, IOException;
    }

    static boolean isZip(Path path) {
        if (!Files.isRegularFile(path)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(path)) {
            return TorchArchive.isOne(in.readNBytes(4));
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** What stands in its studio.json. */
    static JsonValue json(Path path) throws FileException {
        return read(path, Map.of(), StudioReader::json);
    }

    static StudioContent read(Path path, Map<String, Recipe<?>> recipes) throws FileException {
        return read(path, recipes, StudioReader::read);
    }

    private static <R> R read(Path path, Map<String, Recipe<?>> recipes, Reading<R> reading) throws FileException {
        if (Files.isDirectory(path)) {
            throw new FileException("%s is a folder, not a studio.".formatted(path));
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new FileException("%s is no file that can be read from its start to its end, so it is no studio.".formatted(path));
        }
        try (ZipFile zip = new ZipFile(path.toFile())) {
            return reading.of(new StudioReader(path, zip, recipes));
        } catch (NoSuchFileException missing) {
            throw new FileException("There is no file %s.".formatted(path), missing);
        } catch (ZipException foreign) {
            throw new FileException("%s is no studio of Tadpole, or only a part of one: it is no whole zip. Open one that Tadpole saved, or copy it again."
                    .formatted(FileHead.fileName(path)), foreign);
        } catch (IOException broken) {
            throw new FileException("%s cannot be read: %s.".formatted(path, Causes.inWords(broken)), broken);
        } catch (OutOfMemoryError tooMuch) {
            throw new FileException("%s needs more memory than there is. Close other programs, or begin with a smaller picture.".formatted(FileHead.fileName(path)), tooMuch);
        }
    }

    private StudioContent read() throws FileException, IOException {
        FieldReader whole = FieldReader.of(json(), "a studio").onlyVersion(StudioFile.VERSION, "studio").onlyFields(List.of("tadpole", "studio"));
        FieldReader studio = FieldReader.of(whole.required("studio"), "the studio").onlyFields(List.of("composition", "features", "rooms"));
        tensors = safetensors(StudioFile.TENSORS);
        Optional<JsonValue> composition = studio.optional("composition");
        Optional<JsonValue> features = studio.optional("features");
        return new StudioContent(composition.isPresent() ? Optional.of(composition(composition.get())) : Optional.empty(),
                features.isPresent() ? Optional.of(features(features.get())) : Optional.empty(), rooms(studio.required("rooms")));
    }

    private JsonValue json() throws FileException, IOException {
        ZipEntry entry = zip.getEntry(StudioFile.JSON);
        if (entry == null) {
            throw new FileException("%s is a zip, but no studio of Tadpole: it holds no %s.".formatted(file, StudioFile.JSON));
        }
        byte[] bytes = bytes(StudioFile.JSON, LONGEST_JSON);
        try {
            return JsonText.read(file + ", " + StudioFile.JSON, StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException binary) {
            throw new FileException("%s is no studio of Tadpole: its %s is no text in UTF-8.".formatted(file, StudioFile.JSON), binary);
        }
    }

    private byte[] bytes(String part, long most) throws FileException, IOException {
        ZipEntry entry = zip.getEntry(part);
        if (entry == null) {
            throw new FileException("%s lacks its part %s. Open another copy of it.".formatted(file, TorchPickle.printable(part)));
        }
        if (entry.getSize() > most || entry.getSize() < 0) {
            throw new FileException("%s: its part %s has %d bytes, but at most %d are read.".formatted(file, TorchPickle.printable(part), entry.getSize(), most));
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes((int) entry.getSize());
            if (bytes.length < entry.getSize() || in.read() >= 0) {
                throw new ZipException("a part has another size than it says");
            }
            return bytes;
        }
    }

    private Safetensors safetensors(String part) throws FileException, IOException {
        byte[] bytes = bytes(part, Math.min(Integer.MAX_VALUE - 8, Math.max(SMALL, Files.size(path))));
        Path place = path.resolveSibling(file + ", " + part);
        try (SafetensorsReader reader = SafetensorsReader.open(place, new SeekableInMemoryByteChannel(bytes))) {
            return reader.whole();
        }
    }

    private Composition composition(JsonValue value) throws FileException, IOException {
        FieldReader fields = FieldReader.of(value, "the layers").onlyFields(List.of("painting", "object", "placement", "mask"));
        Picture painting = picture(fields.required("painting"));
        if (painting.channels() != 3) {
            throw fields.required("painting").place().problem("A painting has 3 channels, but this one has %d.".formatted(painting.channels()));
        }
        Optional<JsonValue> object = fields.optional("object");
        Tensor mask = tensors.tensors().get(StudioFile.MASK);
        JsonValue place = fields.required("mask");
        if (mask == null || mask.shape().rank() != 2 || mask.shape().at(0) != painting.height() || mask.shape().at(1) != painting.width()) {
            throw place.place().problem("The mask must be a tensor \"mask\" of %d×%d numbers, the painting's size, but is %s.".formatted(
                    painting.height(), painting.width(), mask == null ? "missing" : mask.shape()));
        }
        for (float each : mask.data()) {
            if (!(each >= 0 && each <= 1)) {
                throw place.place().problem("A mask holds numbers of 0 to 1, but here is %s.".formatted(each));
            }
        }
        return new Composition(painting, object.isPresent() ? Optional.of(picture(object.get())) : Optional.empty(), placement(fields.required("placement")),
                new Mask(painting.height(), painting.width(), mask.data()));
    }

    private static Placement placement(JsonValue value) throws FileException {
        FieldReader fields = FieldReader.of(value, "a placement").onlyFields(List.of("x", "y", "scale", "degrees", "flipped"));
        boolean flipped = fields.required("flipped").plain() instanceof Boolean on && on;
        try {
            return new Placement(number(fields, "x"), number(fields, "y"), number(fields, "scale"), number(fields, "degrees"), flipped);
        } catch (IllegalArgumentException unfit) {
            throw value.place().problem(unfit.getMessage());
        }
    }

    private static double number(FieldReader fields, String key) throws FileException {
        if (fields.required(key).plain() instanceof Number number) {
            return number.doubleValue();
        }
        throw fields.required(key).place().problem("Here must stand a number.");
    }

    private static StudioContent.Features features(JsonValue value) throws FileException {
        FieldReader fields = FieldReader.of(value, "a network").onlyFields(List.of("name", "hash"));
        return new StudioContent.Features(fields.requiredText("name"), fields.requiredText("hash"));
    }

    private Map<String, StudioContent.Room> rooms(JsonValue value) throws FileException, IOException {
        FieldReader fields = FieldReader.of(value, "the rooms");
        Map<String, StudioContent.Room> rooms = new LinkedHashMap<>();
        for (String key : ((JsonValue.Fields) value).fields().keySet()) {
            rooms.put(key, room(key, fields.required(key)));
        }
        return rooms;
    }

    private StudioContent.Room room(String key, JsonValue value) throws FileException, IOException {
        FieldReader fields = FieldReader.of(value, "a room").onlyFields(List.of("settings", "preset", "facts", "pictures", "stopped"));
        Optional<JsonValue> given = fields.optional("settings");
        Optional<Settings> settings = Optional.empty();
        if (given.isPresent()) {
            Recipe<?> recipe = recipes.get(key);
            if (recipe == null) {
                throw given.get().place().problem("There is no room \"%s\" with settings; known are %s.".formatted(TorchPickle.printable(key), String.join(", ", recipes.keySet())));
            }
            settings = Optional.of(SpecReader.settings(recipe, FieldReader.of(given.get(), "settings")));
        }
        JsonValue shown = fields.required("pictures");
        Map<String, Picture> all = new LinkedHashMap<>();
        FieldReader reader = FieldReader.of(shown, "pictures");
        for (String name : ((JsonValue.Fields) shown).fields().keySet()) {
            all.put(name, picture(reader.required(name)));
        }
        return new StudioContent.Room(settings, fields.optionalText("preset"), facts(fields.required("facts")), all, state(key, fields.required("stopped")));
    }

    private static Map<String, String> facts(JsonValue value) throws FileException {
        FieldReader fields = FieldReader.of(value, "texts");
        Map<String, String> facts = new LinkedHashMap<>();
        for (String key : ((JsonValue.Fields) value).fields().keySet()) {
            facts.put(key, fields.optionalText(key));
        }
        return facts;
    }

    private Optional<StudioContent.State> state(String room, JsonValue stopped) throws FileException, IOException {
        if (!Boolean.TRUE.equals(stopped.plain())) {
            return Optional.empty();
        }
        Safetensors state = safetensors(StudioWriter.stateName(room));
        return Optional.of(new StudioContent.State(state.tensors(), state.metadata()));
    }

    private Picture picture(JsonValue value) throws FileException, IOException {
        if (++pictures > MOST_PICTURES) {
            throw value.place().problem("A studio has at most %d pictures.".formatted(MOST_PICTURES));
        }
        FieldReader fields = FieldReader.of(value, "a picture").onlyFields(List.of("png", "name", "black", "white"));
        String part = fields.requiredText("png");
        String name = fields.optionalText("name");
        if (fields.optional("black").isPresent()) {
            Tensor values = tensors.tensors().get(part.substring(0, Math.max(0, part.lastIndexOf('.'))));
            boolean fits = values != null && values.shape().rank() == 3 && (values.shape().at(0) == 3 || values.shape().at(0) == 1) && values.size() > 0
                    && values.size() / values.shape().at(0) <= PictureFile.MOST_PIXELS && values.isFinite();
            if (!fits) {
                throw value.place().problem("The numbers of picture %s must be a tensor of 1 or 3 channels of finite numbers, but are %s.".formatted(
                        TorchPickle.printable(part), values == null ? "missing" : values.isFinite() ? values.shape() : "NaN or infinite"));
            }
            return new Picture(name, values, (float) number(fields, "black"), (float) number(fields, "white"));
        }
        try {
            return Picture.ofBytes(name, PictureFile.of(path.resolveSibling(file + ", " + part), bytes(part, LONGEST_PNG)).picture().values());
        } catch (PictureException broken) {
            throw new FileException(broken.getMessage(), broken);
        }
    }
}
