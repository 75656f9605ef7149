package tadpole.engine.parity;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * PyTorch's numbers for one case, as a file keeps them.
 *
 * @param program what PyTorch ran of what is on trial; module parity has all of it
 */
public record Golden(ParityCase given, List<String> program, Expected expected) {

    /** Every file there is. */
    public static final List<String> KINDS = List.of("layer", "loss", "optimizer", "schedule");

    /**
     * PyTorch's numbers.
     *
     * @param losses      of every step
     * @param rates       of every step of a schedule's case
     * @param gradients   of each parameter at the first step of a layer's or loss's case
     * @param parameters  after the last step
     * @param buffers     after the last step
     * @param evaluations outputs in evaluation after the last step
     */
    public record Expected(float[] losses, double[] rates, List<float[]> gradients, List<float[]> parameters, List<float[]> buffers,
            float[] evaluations) {}

    /** @param madeBy the program and its PyTorch */
    public record Book(String madeBy, List<Golden> cases) {}

    /** All cases of all files. */
    public static List<Golden> all() {
        List<Golden> all = new ArrayList<>();
        for (String kind : KINDS) {
            try (InputStream in = Golden.class.getResourceAsStream(kind + ".json")) {
                if (in != null) {
                    all.addAll(new ObjectMapper().readValue(in, Book.class).cases());
                }
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return all;
    }

    /** One case a line; figures to seven digits, which is less than a tenth of any tolerance away. */
    public static void write(Path file, Book book) throws IOException {
        ObjectMapper json = new ObjectMapper().registerModule(new SimpleModule().addSerializer(float[].class, new SevenDigits()));
        StringBuilder text = new StringBuilder("{\"madeBy\": " + json.writeValueAsString(book.madeBy()) + ",\n\"cases\": [\n");
        for (int i = 0; i < book.cases().size(); i++) {
            text.append(json.writeValueAsString(book.cases().get(i))).append(i + 1 < book.cases().size() ? ",\n" : "\n");
        }
        Files.writeString(file, text.append("]}\n"), StandardCharsets.UTF_8);
    }

    private static final class SevenDigits extends JsonSerializer<float[]> {

        @Override
        public void serialize(float[] numbers, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartArray();
            for (float each : numbers) {
                String plain = new BigDecimal(each).round(MathContext.DECIMAL32).stripTrailingZeros().toPlainString();
                String powers = new BigDecimal(each).round(MathContext.DECIMAL32).stripTrailingZeros().toString();
                json.writeNumber(plain.length() <= powers.length() ? plain : powers);
            }
            json.writeEndArray();
        }
    }

    @Override
    public String toString() {
        return given.toString();
    }
}
