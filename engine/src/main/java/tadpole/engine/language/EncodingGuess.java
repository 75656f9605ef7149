package tadpole.engine.language;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Finds out how a file writes characters: by its byte order mark, as UTF-8, as UTF-16, as one byte a character; or that it is no text. */
final class EncodingGuess {

    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final double CONTROLS_OF_A_BINARY = 0.002;

    private final String name;
    private final ByteCensus bytes;

    EncodingGuess(String name, ByteCensus bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    TextEncoding guess() throws TextException {
        Optional<TextEncoding> marked = marked();
        if (marked.isPresent()) {
            return marked.get();
        }
        refuseKnownBinaries();
        Optional<TextEncoding> wide = wide();
        if (wide.isPresent()) {
            return wide.get();
        }
        refuseBinaries();
        if (bytes.count(0x80, 0xFF) == 0) {
            return new TextEncoding(StandardCharsets.UTF_8, "ASCII", bytes.size == 0 ? "The file is empty." : "All bytes are below 128.", 0);
        }
        if (bytes.malformed == 0) {
            return new TextEncoding(StandardCharsets.UTF_8, "UTF-8", "All " + sequences() + " are well formed.", 0);
        }
        if (bytes.sequences > 20 * bytes.malformed) {
            return new TextEncoding(StandardCharsets.UTF_8, "UTF-8 with faults", sequences() + " are well formed, "
                    + number(bytes.malformed) + " broken, the first at byte " + number(bytes.firstMalformed) + "; broken ones show as \uFFFD.", 0);
        }
        return singleBytes();
    }

    private Optional<TextEncoding> marked() {
        if (starts(0xEF, 0xBB, 0xBF)) {
            return Optional.of(new TextEncoding(StandardCharsets.UTF_8, "UTF-8", "Begins with the byte order mark of UTF-8.", 3));
        }
        if (starts(0xFF, 0xFE, 0, 0)) {
            return Optional.of(new TextEncoding(StandardCharsets.UTF_32LE, "UTF-32 LE", "Begins with the byte order mark of UTF-32, low byte first.", 4));
        }
        if (starts(0, 0, 0xFE, 0xFF)) {
            return Optional.of(new TextEncoding(StandardCharsets.UTF_32BE, "UTF-32 BE", "Begins with the byte order mark of UTF-32, high byte first.", 4));
        }
        if (starts(0xFF, 0xFE)) {
            return Optional.of(new TextEncoding(StandardCharsets.UTF_16LE, "UTF-16 LE", "Begins with the byte order mark of UTF-16, low byte first.", 2));
        }
        if (starts(0xFE, 0xFF)) {
            return Optional.of(new TextEncoding(StandardCharsets.UTF_16BE, "UTF-16 BE", "Begins with the byte order mark of UTF-16, high byte first.", 2));
        }
        return Optional.empty();
    }

    /** UTF-16 without a mark: at every second place the same few values stand, the high bytes of one script, zero among them. */
    private Optional<TextEncoding> wide() {
        if (bytes.size < 2 || bytes.size % 2 != 0) {
            return Optional.empty();
        }
        for (int high = 0; high <= 1; high++) {
            double few = shareOfThree(bytes.counts[high]);
            boolean zeros = bytes.counts[high][0] > 0 && bytes.counts[1 - high][0] == 0;
            Charset charset = high == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
            if (zeros && few > 0.9 && readsClean(charset)) {
                String title = high == 0 ? "UTF-16 BE" : "UTF-16 LE";
                return Optional.of(new TextEncoding(charset, title, "No byte order mark, but %d %% of the %s bytes are the same three values, 0 among them."
                        .formatted(Math.round(100 * few), high == 0 ? "first, third, fifth" : "second, fourth, sixth"), 0));
            }
        }
        return Optional.empty();
    }

    private double shareOfThree(long[] counts) {
        long[] sorted = counts.clone();
        Arrays.sort(sorted);
        return (sorted[255] + sorted[254] + sorted[253]) / (double) (bytes.size / 2);
    }

    private boolean readsClean(Charset charset) {
        try {
            int even = bytes.head.length & ~1;
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes.head, 0, Math.max(2, even - 2))).chars()
                    .noneMatch(sign -> sign < ' ' && !Character.isWhitespace(sign) || !Character.isDefined(sign));
        } catch (CharacterCodingException broken) {
            return false;
        }
    }

    private TextEncoding singleBytes() {
        long latin = bytes.count('A', 'Z') + bytes.count('a', 'z');
        long upper = bytes.count(0xC0, 0xDF);
        long lower = bytes.count(0xE0, 0xFF);
        if (upper + lower > latin && upper + lower > bytes.count(0x80, 0xBF)) {
            boolean windows = lower >= upper;
            return new TextEncoding(Charset.forName(windows ? "windows-1251" : "KOI8-R"), windows ? "Windows-1251" : "KOI8-R",
                    "Not UTF-8, and %s of %s letters lie above 191, as Cyrillic ones do; most of them are small letters in this encoding."
                            .formatted(number(upper + lower), number(upper + lower + latin)), 0);
        }
        long quotes = bytes.count(0x80, 0x9F);
        long undefined = bytes.count(0x81) + bytes.count(0x8D) + bytes.count(0x8F) + bytes.count(0x90) + bytes.count(0x9D);
        String broken = "Not UTF-8: byte " + number(bytes.firstMalformed) + " begins no character. ";
        if (quotes > 0 && undefined == 0) {
            return new TextEncoding(WESTERN, "Windows-1252", broken + number(quotes)
                    + " bytes from 128 to 159 are quotes and dashes there, but control signs in Latin-1.", 0);
        }
        return new TextEncoding(StandardCharsets.ISO_8859_1, "Latin-1", broken + (quotes == 0
                ? "No byte lies from 128 to 159, where Windows-1252 differs."
                : number(undefined) + " bytes have no meaning in Windows-1252."), 0);
    }

    private void refuseKnownBinaries() throws TextException {
        String kind = starts('%', 'P', 'D', 'F', '-') ? "a PDF file"
                : starts('P', 'K', 3, 4) ? "a ZIP file (a word processor's documents are such)"
                : starts(0x1F, 0x8B) ? "a compressed file (gzip)"
                : starts(0xD0, 0xCF, 0x11, 0xE0) ? "an old word processor's document"
                : starts(0x89, 'P', 'N', 'G') || starts(0xFF, 0xD8, 0xFF) || starts('G', 'I', 'F', '8') ? "a picture"
                : "";
        if (!kind.isEmpty()) {
            throw new TextException("%s is %s, no plain text. Save or unpack it as plain text (.txt) and open that.".formatted(name, kind));
        }
    }

    private void refuseBinaries() throws TextException {
        long controls = bytes.count(0, 8) + bytes.count(14, 26) + bytes.count(28, 31) + bytes.count(127);
        if (bytes.count(0) > 0 || controls > CONTROLS_OF_A_BINARY * bytes.size) {
            throw new TextException("%s is no text: %s of its %s bytes are control signs, which text does not have. Open a plain text file (.txt)."
                    .formatted(name, number(controls), number(bytes.size)));
        }
    }

    private String sequences() {
        return number(bytes.sequences) + " characters beyond ASCII";
    }

    private boolean starts(int... values) {
        if (bytes.head.length < values.length) {
            return false;
        }
        for (int i = 0; i < values.length; i++) {
            if ((bytes.head[i] & 0xFF) != values[i]) {
                return false;
            }
        }
        return true;
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
