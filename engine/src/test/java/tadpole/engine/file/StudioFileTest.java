package tadpole.engine.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.harmonize.HarmonizePlan;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.picture.studio.Composition;
import tadpole.engine.picture.studio.Placement;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

class StudioFileTest {

    private static final Map<String, Recipe<?>> RECIPES = Map.of("harmonize", HarmonizePlan.RECIPE);

    @TempDir
    Path folder;

    @Test
    void givesEveryBitBack() throws Exception {
        StudioContent content = content();
        Path file = folder.resolve("frog.studio");

        StudioFile.write(file, content);
        StudioContent back = StudioFile.read(file, RECIPES);

        Composition was = content.composition().orElseThrow();
        Composition is = back.composition().orElseThrow();
        same(is.painting(), was.painting());
        same(is.object().orElseThrow(), was.object().orElseThrow());
        assertThat(is.placement()).isEqualTo(was.placement());
        assertThat(is.mask()).isEqualTo(was.mask());
        assertThat(back.features()).isEqualTo(content.features());
        StudioContent.Room room = back.rooms().get("harmonize");
        StudioContent.Room before = content.rooms().get("harmonize");
        assertThat(room.settings()).isEqualTo(before.settings());
        assertThat(room.preset()).isEqualTo("best");
        assertThat(room.facts()).isEqualTo(before.facts());
        same(room.pictures().get("Pass 1"), before.pictures().get("Pass 1"));
        assertThat(room.state().orElseThrow().facts()).isEqualTo(before.state().orElseThrow().facts());
        assertThat(room.state().orElseThrow().tensors().keySet()).isEqualTo(before.state().orElseThrow().tensors().keySet());
        assertThat(room.state().orElseThrow().tensors().get("pixels").data()).containsExactly(before.state().orElseThrow().tensors().get("pixels").data());
    }

    @Test
    void givesTheSameFileForTheSameStudio() throws Exception {
        StudioFile.write(folder.resolve("a.studio"), content());
        StudioFile.write(folder.resolve("b.studio"), content());
        assertThat(folder.resolve("a.studio")).hasSameBinaryContentAs(folder.resolve("b.studio"));
    }

    @Test
    void holdsAnEmptyStudio() throws Exception {
        Path file = folder.resolve("empty.studio");
        StudioFile.write(file, new StudioContent(Optional.empty(), Optional.empty(), Map.of()));
        assertThat(FileHead.read(file).kind()).isEqualTo(FileHead.Kind.STUDIO);
        assertThat(StudioFile.read(file, RECIPES)).isEqualTo(new StudioContent(Optional.empty(), Optional.empty(), Map.of()));
    }

    @Test
    void refusesEveryFileThatWasCutOff() throws Exception {
        Path whole = folder.resolve("whole.studio");
        StudioFile.write(whole, content());
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = folder.resolve("cut.studio");
        for (int length = 0; length < bytes.length; length += 1 + bytes.length / 60) {
            Files.write(cut, Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> StudioFile.read(cut, RECIPES)).isInstanceOf(FileException.class).hasMessageContaining("cut.studio");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "tadpole": 1           | "tadpole": 7             | version 1 of studio files, but this one has version 7
            "scale": 0.5           | "scale": -1              | A placement needs a scale above 0
            "tau": 7               | "tau": 1000              | 1000
            "preset"               | "presets"                | There is no field "presets"
            "painting.png"         | "../painting.png"        | lacks its part ../painting.png
            "harmonize": {         | "harmonise": {           | There is no room "harmonise"
            """)
    void saysWhatDoesNotFit(String right, String wrong, String sentence) throws Exception {
        Path file = changed(json -> {
            assertThat(json).contains(right);
            return json.replace(right, wrong);
        });
        assertThatThrownBy(() -> StudioFile.read(file, RECIPES)).isInstanceOf(FileException.class).hasMessageContaining(sentence)
                .hasMessageContaining("changed.studio");
    }

    @Test
    void refusesForeignFiles() throws Exception {
        Path text = Files.writeString(folder.resolve("text.studio"), "hello");
        assertThatThrownBy(() -> StudioFile.read(text, RECIPES)).hasMessageContaining("text.studio is no studio of Tadpole");
        Path zip = folder.resolve("other.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("a.txt"));
        }
        assertThatThrownBy(() -> StudioFile.read(zip, RECIPES)).hasMessage("other.zip is a zip, but no studio of Tadpole: it holds no studio.json.");
        assertThatThrownBy(() -> StudioFile.read(folder, RECIPES)).hasMessageContaining("is a folder");
        assertThatThrownBy(() -> StudioFile.read(folder.resolve("none"), RECIPES)).hasMessageContaining("There is no file");
    }

    private Path changed(UnaryOperator<String> change) throws Exception {
        Path from = folder.resolve("right.studio");
        Path to = folder.resolve("changed.studio");
        StudioFile.write(from, content());
        try (ZipFile zip = new ZipFile(from.toFile()); OutputStream file = Files.newOutputStream(to); ZipOutputStream out = new ZipOutputStream(file)) {
            for (ZipEntry entry : zip.stream().toArray(ZipEntry[]::new)) {
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(entry.getName().equals("studio.json") ? change.apply(new String(bytes)).getBytes() : bytes);
                out.closeEntry();
            }
        }
        return to;
    }

    private static void same(Picture is, Picture was) {
        assertThat(is.name()).isEqualTo(was.name());
        assertThat(is.values().shape()).isEqualTo(was.values().shape());
        assertThat(is.values().data()).containsExactly(was.values().data());
        assertThat(new float[] {is.black(), is.white()}).containsExactly(was.black(), was.white());
    }

    private static StudioContent content() throws SettingException {
        SplittableRandom random = new SplittableRandom(5);
        Tensor whole = Tensor.zeros(Shape.of(3, 9, 13));
        Tensor fractions = Tensor.zeros(Shape.of(3, 4, 5));
        Tensor result = Tensor.zeros(Shape.of(3, 9, 13));
        float[] mask = new float[9 * 13];
        for (int i = 0; i < whole.size(); i++) {
            whole.data()[i] = random.nextInt(256);
            result.data()[i] = 300 * random.nextFloat() - 20;
        }
        for (int i = 0; i < fractions.size(); i++) {
            fractions.data()[i] = 255 * random.nextFloat();
        }
        for (int i = 0; i < mask.length; i++) {
            mask[i] = random.nextFloat();
        }
        Composition composition = new Composition(Picture.ofBytes("a painting \"é\"", whole), Optional.of(Picture.ofBytes("frog", fractions)),
                new Placement(3.25, 1.0 / 3, 0.5, -12.125, true), new Mask(9, 13, mask));
        Map<String, Tensor> state = new LinkedHashMap<>();
        state.put("pixels", Tensor.of(Shape.of(4), 1.1f, Float.MIN_VALUE, -0f, Float.MAX_VALUE));
        state.put("none", Tensor.zeros(Shape.of(0)));
        StudioContent.Room room = new StudioContent.Room(Optional.of(HarmonizePlan.RECIPE.settings(Map.of("tau", 7.0))), "best", Map.of("seconds", "12.5"),
                Map.of("Pass 1", Picture.ofBytes("Pass 1", result)), Optional.of(new StudioContent.State(state, Map.of("stage", "PASS_2", "iteration", "17"))));
        return new StudioContent(Optional.of(composition), Optional.of(new StudioContent.Features("VGG-19, quarter width", "0123abc")), Map.of("harmonize", room));
    }
}
