package tadpole.engine.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizersTest {

    static String written(Tokenizer tokenizer, int[] ids) {
        StringBuilder text = new StringBuilder();
        for (int id : ids) {
            text.append(tokenizer.written(text, id));
        }
        return text.toString();
    }

    private static List<String> words(Tokenizer tokenizer, String text) {
        return tokenizer.pieces(text).stream().map(piece -> tokenizer.vocabulary().token(piece.id())).toList();
    }

    @Nested
    class Characters {

        @Test
        void areCodePointsInOrder() {
            Tokenizer tokenizer = Tokenizers.count(Level.CHARACTER, "b\u0416a\uD83D\uDE00b\n", 5);

            assertThat(tokenizer.vocabulary().tokens()).containsExactly("\n", "a", "b", "\u0416", "\uD83D\uDE00");
            assertThat(tokenizer.pieces("a\uD83D\uDE00b")).containsExactly(new Piece(1, 0, 1), new Piece(4, 1, 3), new Piece(2, 3, 4));
        }

        @Test
        void areWrittenAsTheyWere() {
            String text = "\u041F\u0440\u0438\u0432\u0435\u0442, \"\uD83D\uDC38\" \u4F60\u597D\n  twice\n";
            Tokenizer tokenizer = Tokenizers.count(Level.CHARACTER, text, 1);

            assertThat(written(tokenizer, tokenizer.encode(text))).isEqualTo(text);
        }

        @Test
        void leaveOutWhatTheVocabularyDoesNotHold() {
            Tokenizer tokenizer = Tokenizers.count(Level.CHARACTER, "ab", 1);

            assertThat(tokenizer.encode("a\uD83D\uDE00zb")).containsExactly(0, 1);
        }

        @Test
        void ofAnEmptyTextAreNone() {
            Tokenizer tokenizer = Tokenizers.count(Level.CHARACTER, "", 1);

            assertThat(tokenizer.vocabulary().size()).isZero();
            assertThat(tokenizer.encode("abc")).isEmpty();
        }
    }

    @Nested
    class Words {

        @Test
        void areCutClearly() {
            String text = "\"Don't go,\" said the well-known Fen... 3.14 and 1,000!\r\nShe did--twice.";
            Tokenizer tokenizer = Tokenizers.count(Level.WORD, text, 1);

            assertThat(words(tokenizer, text)).containsExactly("<bos>", "\"", "Don't", "go", ",", "\"", "said", "the", "well-known", "Fen", "...",
                    "3.14", "and", "1,000", "!", "<eos>", "She", "did", "--", "twice", ".");
        }

        @Test
        void standWhereTheirPieceSays() {
            String text = "  No, \uD83D\uDC38 sings\nhere";
            Tokenizer tokenizer = Tokenizers.count(Level.WORD, text, 1);

            List<Piece> pieces = tokenizer.pieces(text);

            assertThat(pieces.getFirst()).isEqualTo(new Piece(0, 0, 0));
            assertThat(pieces.stream().skip(1).map(piece -> text.substring(piece.from(), piece.to())))
                    .containsExactly("No", ",", "\uD83D\uDC38", "sings", "\n", "here");
        }

        @Test
        void countByFallingFrequencyFromALeastCount() {
            Tokenizer tokenizer = Tokenizers.count(Level.WORD, "b b b c c a a d\n", 2);

            assertThat(tokenizer.vocabulary().tokens()).containsExactly("<bos>", "<eos>", "<unk>", "b", "a", "c");
            assertThat(tokenizer.encode("b d zebra")).containsExactly(0, 3, 2, 2);
        }

        @ParameterizedTest
        @ValueSource(strings = {
            "\"Where are you going?\" asked Nell. \"Home,\" he said. \"Why?\"\n\n\"Because.\"\n",
            "He'd said 'no' to them (twice), and the mill-wheel turned.\n",
            "- one egg\n- two cups of milk; 3.5 spoons of salt\n",
            "1. Wait: it's 10:30 & we're late!\n\nShe said, \"I know.\n\n\"But still.\"\n",
            "\u201CYes,\u201D she said\u2014\u2018maybe\u2019.",
            "At 5% of $20... well--no.", "\u4F60\u597D\u3002", "caf\u00E9 nai\u0308ve \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67!"})
        void areWrittenWithTheirSpaces(String text) {
            Tokenizer tokenizer = Tokenizers.count(Level.WORD, text, 1);

            assertThat(written(tokenizer, tokenizer.encode(text))).isEqualTo(text);
        }

        @Test
        void haveAnEnd() {
            for (String sign : List.of("x", "7", "-", "\uD801\uDC00", "e\u0301", "\uD83D\uDC38\u200D")) {
                List<Piece> pieces = Tokenizers.count(Level.WORD, sign.repeat(5000), 1).pieces(sign.repeat(5000));

                assertThat(pieces).allMatch(piece -> piece.to() - piece.from() <= Cutter.LONGEST + 4);
                assertThat(pieces.getLast().to()).isEqualTo(5000 * sign.length());
            }
        }

        @Test
        void writtenAndReadAgainAreTheSame() {
            String text = "<unk> went\tto  the \"river\" .\n\n   and 'tis the boys' \"boat\" <unk>\n( a )";
            Tokenizer tokenizer = Tokenizers.of(new Vocabulary(Level.WORD, List.of("<bos>", "<eos>", "<unk>", "went", "to", "the", "\"", "river",
                    ".", "and", "'", "tis", "boys", "boat", "(", ")", "a")));
            int[] ids = tokenizer.encode(text);

            assertThat(tokenizer.encode(written(tokenizer, ids))).containsExactly(ids);
        }
    }

    @Nested
    class WordsThatStandApart {

        private final Vocabulary vocabulary = new Vocabulary(Level.WORD, List.of("it", "'s", "N", "<unk>", "<eos>", "n't"));

        @Test
        void areCutAtSpacesOnly() {
            Tokenizer tokenizer = Tokenizers.of(vocabulary);

            assertThat(tokenizer.encode(" it 's N \n <unk> n't zebra \n")).containsExactly(0, 1, 2, 4, 3, 5, 3, 4);
        }

        @Test
        void areWrittenApart() {
            Tokenizer tokenizer = Tokenizers.of(vocabulary);

            assertThat(written(tokenizer, new int[] {0, 1, 4, 3})).isEqualTo("it 's\n<unk>");
        }

        @Test
        void areNeverCutWithinACodePoint() {
            List<Piece> pieces = Tokenizers.of(vocabulary).pieces("x" + "\uD83D\uDC38".repeat(500));

            assertThat(pieces).allMatch(piece -> piece.to() % 2 == 1);
            assertThat(pieces.getLast().to()).isEqualTo(1001);
        }

        @Test
        void areKnownByTheirUnknown() {
            Tokenizer tokenizer = Tokenizers.count(Level.WORD, " it 's u.s. <unk> \n it \n", 1);

            assertThat(tokenizer.vocabulary().tokens()).containsExactly("<eos>", "<unk>", "it", "'s", "u.s.");
            assertThat(Arrays.stream(tokenizer.encode("it 's")).toArray()).containsExactly(2, 3);
        }
    }
}
