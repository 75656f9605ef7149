package tadpole.engine.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.PictureFile;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.picture.studio.Composition;
import tadpole.engine.picture.studio.Placement;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** Lays a studio out as the parts of its zip. */
final class StudioWriter {

    /** The same content gives the same file: no time of writing stands in it. */
    private static final long NO_TIME = 315_619_200_000L;

    private final StudioContent content;
    private final Map<String, byte[]> pictures = new LinkedHashMap<>();
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();

    StudioWriter(StudioContent content) {
        this.content = content;
    }

    void write(Path path) throws FileException {
        SafeFile.write(path, this::writeTo);
    }

    private void writeTo(OutputStream out) throws IOException {
        String json = JsonLayout.lines(json());
        try (ZipOutputStream zip = new ZipOutputStream(new Kept(out))) {
            part(zip, StudioFile.JSON, target -> target.write(json.getBytes(StandardCharsets.UTF_8)));
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (Map.Entry<String, byte[]> each : pictures.entrySet()) {
                part(zip, each.getKey(), target -> target.write(each.getValue()));
            }
            part(zip, StudioFile.TENSORS, new Safetensors(Map.of(), tensors)::writeTo);
            for (Map.Entry<String, StudioContent.Room> room : content.rooms().entrySet()) {
                if (room.getValue().state().isPresent()) {
                    StudioContent.State state = room.getValue().state().get();
                    part(zip, stateName(room.getKey()), new Safetensors(state.facts(), state.tensors())::writeTo);
                }
            }
        }
    }

    static String stateName(String room) {
        return room + "-state.safetensors";
    }

    private static void part(ZipOutputStream zip, String name, SafeFile.Content part) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(NO_TIME);
        zip.putNextEntry(entry);
        part.writeTo(zip);
        zip.closeEntry();
    }

    private Map<String, Object> json() throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("tadpole", StudioFile.VERSION);
        Map<String, Object> studio = new LinkedHashMap<>();
        if (content.composition().isPresent()) {
            studio.put("composition", composition(content.composition().get()));
        }
        content.features().ifPresent(features -> studio.put("features", Map.of("name", features.name(), "hash", features.hash())));
        Map<String, Object> rooms = new LinkedHashMap<>();
        for (Map.Entry<String, StudioContent.Room> each : content.rooms().entrySet()) {
            rooms.put(each.getKey(), room(each.getKey(), each.getValue()));
        }
        studio.put("rooms", rooms);
        fields.put("studio", studio);
        return fields;
    }

    private Map<String, Object> composition(Composition composition) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("painting", picture("painting", composition.painting()));
        if (composition.object().isPresent()) {
            fields.put("object", picture("object", composition.object().get()));
        }
        Placement placement = composition.placement();
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("x", placement.x());
        place.put("y", placement.y());
        place.put("scale", placement.scale());
        place.put("degrees", placement.degrees());
        place.put("flipped", placement.flipped());
        fields.put("placement", place);
        fields.put("mask", mask(composition.mask()));
        return fields;
    }

    /** Soft values do not fit into a PNG; the PNG beside them is for the eye. */
    private String mask(Mask mask) throws IOException {
        Tensor values = Tensor.of(Shape.of(1, mask.height(), mask.width()), mask.values());
        tensors.put(StudioFile.MASK, values.as(Shape.of(mask.height(), mask.width())));
        png(StudioFile.MASK, new Picture(StudioFile.MASK, values, 0, 1));
        return StudioFile.MASK + ".png";
    }

    private Map<String, Object> room(String key, StudioContent.Room room) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        room.settings().ifPresent(settings -> fields.put("settings", settings.asMap()));
        fields.put("preset", room.preset());
        fields.put("facts", room.facts());
        Map<String, Object> shown = new LinkedHashMap<>();
        for (Map.Entry<String, Picture> each : room.pictures().entrySet()) {
            shown.put(each.getKey(), picture("%s-%d".formatted(key, shown.size() + 1), each.getValue()));
        }
        fields.put("pictures", shown);
        fields.put("stopped", room.state().isPresent());
        return fields;
    }

    /** Always as a PNG for the eye; where that is not all of it, its numbers as a tensor too. */
    private Map<String, Object> picture(String part, Picture picture) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("png", part + ".png");
        fields.put("name", picture.name());
        if (!png(part, picture)) {
            tensors.put(part, picture.values());
            fields.put("black", KernelFile.decimal(picture.black()));
            fields.put("white", KernelFile.decimal(picture.white()));
        }
        return fields;
    }

    /** Whether the PNG gives every bit back. */
    private boolean png(String part, Picture picture) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean exact = PictureFile.write(picture, out).isEmpty();
        pictures.put(part + ".png", out.toByteArray());
        return exact && picture.black() == 0 && picture.white() == 255;
    }

    /** The zip's end is not the file's: who gave the stream closes it. */
    private static final class Kept extends java.io.FilterOutputStream {

        Kept(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            out.write(bytes, from, count);
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}
