package tadpole.engine.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFileTest {

    private static final String RUSSIAN = "\u0412 \u043F\u0440\u0443\u0434\u0443 \u0436\u0438\u043B\u0430 \u043B\u044F\u0433\u0443\u0448\u043A\u0430.\n\u041E\u043D\u0430 \u043F\u0435\u043B\u0430.\n".repeat(20);
    private static final String FRENCH = "Le t\u00EAtard a mang\u00E9 \u00E0 midi, tout pr\u00E8s de l'\u00E9tang.\n".repeat(20);

    @TempDir
    private Path folder;

    private TextFile opened(byte[] bytes) throws IOException {
        return TextFile.open(Files.write(folder.resolve("file.txt"), bytes));
    }

    private static String whole(TextSource source) throws TextException {
        return source.first(Integer.MAX_VALUE);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,UTF-8", "UTF-16LE,UTF-16 LE", "UTF-16BE,UTF-16 BE", "windows-1251,Windows-1251", "KOI8-R,KOI8-R"})
    void findsCyrillicEncodings(String charset, String title) throws IOException {
        TextFile file = opened(RUSSIAN.getBytes(Charset.forName(charset)));

        assertThat(file.encoding().title()).isEqualTo(title);
        assertThat(whole(file)).isEqualTo(RUSSIAN);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,UTF-8", "UTF-16LE,UTF-16 LE", "UTF-16BE,UTF-16 BE", "ISO-8859-1,Latin-1"})
    void findsWesternEncodings(String charset, String title) throws IOException {
        TextFile file = opened(FRENCH.getBytes(Charset.forName(charset)));

        assertThat(file.encoding().title()).isEqualTo(title);
        assertThat(whole(file)).isEqualTo(FRENCH);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,UTF-8", "UTF-16LE,UTF-16 LE", "UTF-16BE,UTF-16 BE", "UTF-32LE,UTF-32 LE", "UTF-32BE,UTF-32 BE"})
    void obeysTheByteOrderMark(String charset, String title) throws IOException {
        TextFile file = opened(("\uFEFF" + "\u4F60\u597D, \uD83D\uDC38").getBytes(Charset.forName(charset)));

        assertThat(file.encoding().title()).isEqualTo(title);
        assertThat(file.encoding().reason()).startsWith("Begins with the byte order mark");
        assertThat(whole(file)).isEqualTo("\u4F60\u597D, \uD83D\uDC38");
    }

    @Test
    void tellsWindowsFromLatinByItsQuotes() throws IOException {
        TextFile file = opened("\u201CCaf\u00E9\u201D, he said".getBytes(Charset.forName("windows-1252")));

        assertThat(file.encoding().title()).isEqualTo("Windows-1252");
        assertThat(file.encoding().reason()).isEqualTo("Not UTF-8: byte 0 begins no character. 2 bytes from 128 to 159 are quotes and dashes there, but control signs in Latin-1.");
        assertThat(whole(file)).isEqualTo("\u201CCaf\u00E9\u201D, he said");
    }

    @Test
    void keepsUtf8WithAFault() throws IOException {
        byte[] bytes = RUSSIAN.getBytes(StandardCharsets.UTF_8);
        bytes[3] = (byte) 0xFF;

        TextFile file = opened(bytes);

        assertThat(file.encoding().title()).isEqualTo("UTF-8 with faults");
        assertThat(file.encoding().reason()).contains("the first at byte");
        assertThat(whole(file)).contains("\uFFFD").contains("\u043B\u044F\u0433\u0443\u0448\u043A\u0430");
    }

    @Test
    void makesLineEndsOne() throws IOException {
        assertThat(whole(opened("a\r\nb\rc\n\r\n".getBytes(StandardCharsets.US_ASCII)))).isEqualTo("a\nb\nc\n\n");
    }

    @Test
    void readsWhatIsEmptyAndWhatIsOne() throws IOException {
        assertThat(whole(opened(new byte[0]))).isEmpty();
        assertThat(whole(opened(new byte[] {'x'}))).isEqualTo("x");
        assertThat(whole(opened("\uFEFF".getBytes(StandardCharsets.UTF_8)))).isEmpty();
    }

    @Test
    void readsALongLineInParts() throws IOException {
        String text = "0123456789\uD83D\uDC38".repeat(250_000);
        TextFile file = opened(text.getBytes(StandardCharsets.UTF_8));
        List<Integer> lengths = new ArrayList<>();
        StringBuilder read = new StringBuilder();

        file.read(part -> {
            lengths.add(part.length());
            assertThat(Character.isHighSurrogate(part.charAt(part.length() - 1))).isFalse();
            read.append(part);
            return true;
        });

        assertThat(lengths).hasSizeGreaterThan(2).allMatch(length -> length <= TextParts.LONGEST + (1 << 16));
        assertThat(read.toString()).isEqualTo(text);
    }

    @Test
    void refusesWhatIsNoText() throws IOException {
        byte[] noise = new byte[5001];
        RandomGeneratorFactory.of("L64X128MixRandom").create(1).nextBytes(noise);

        assertThatThrownBy(() -> opened(noise)).isInstanceOf(TextException.class)
                .hasMessageMatching("file.txt is no text: [0-9,]+ of its 5,001 bytes are control signs, which text does not have. Open a plain text file \\(.txt\\).");
        assertThatThrownBy(() -> opened("%PDF-1.7 and more".getBytes(StandardCharsets.US_ASCII))).isInstanceOf(TextException.class)
                .hasMessage("file.txt is a PDF file, no plain text. Save or unpack it as plain text (.txt) and open that.");
        assertThatThrownBy(() -> TextFile.open(folder.resolve("missing.txt"))).isInstanceOf(TextException.class).hasMessageEndingWith("there is no such file.");
        assertThatThrownBy(() -> TextFile.open(folder)).isInstanceOf(TextException.class).hasMessageContaining("is a folder");
    }

    @Test
    void showsTheBeginningOnly() throws IOException {
        assertThat(opened("ab\uD83D\uDC38cd".getBytes(StandardCharsets.UTF_8)).first(3)).isEqualTo("ab");
    }
}
