package tadpole.engine.language;

import java.util.List;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;

/** Counts a text of any size, read once as a stream. */
public final class TextStatistics implements Job<TextStatistics.Figures> {

    /**
     * Kinds of characters.
     *
     * @param letters of all scripts
     * @param other   signs, marks, emoji, control signs
     */
    public record Kinds(long letters, long upperCase, long digits, long spaces, long punctuation, long other) {}

    /**
     * @param characters     Unicode code points; a line end counts one
     * @param lines          a last line without an end counts
     * @param longestLine    in code points
     * @param longestAt      its number from 1; 0 in an empty text
     * @param emptyLines     lines without any character
     * @param words          of the word tokenizer, line ends not counted
     * @param byCharacter    every character, the oftenest first (Zipf's list)
     * @param byWord         the oftenest words, at most {@link #MOST_LISTED}
     * @param differentWords how many different words; a lower bound where wordsForgotten
     * @param onceOnly       words that occur once
     * @param wordsForgotten whether there were too many different words to count the rarest exactly
     * @param standsApart    whether the words stand apart already and are cut at spaces, as in the Penn Treebank's files
     */
    public record Figures(long characters, long lines, long longestLine, long longestAt, long emptyLines, Kinds kinds, long words,
            List<TokenCounts.Counted> byCharacter, List<TokenCounts.Counted> byWord, long differentWords, long onceOnly,
            boolean wordsForgotten, boolean standsApart) {}

    public static final int MOST_LISTED = 50_000;

    private final TextSource source;

    public TextStatistics(TextSource source) {
        this.source = source;
    }

    @Override
    public String name() {
        return "Counting " + source.title();
    }

    /** Stopped, it gives the figures of the beginning that was read. */
    @Override
    public JobOutcome<Figures> run(JobControl control) {
        TokenCounts characters = new TokenCounts(Level.CHARACTER);
        TokenCounts words = new TokenCounts(Level.WORD);
        Lines lines = new Lines();
        boolean[] stopped = new boolean[1];
        long[] read = new long[1];
        try {
            source.read(part -> {
                characters.add(part);
                words.add(part);
                lines.add(part);
                read[0] += part.length();
                control.report(new Progress(Math.min(read[0], source.size()), source.size(), ""));
                stopped[0] = !control.proceed();
                return !stopped[0];
            });
        } catch (TextException refused) {
            return new JobOutcome.Failed<>(refused.getMessage(), refused);
        }
        Figures figures = figures(characters, words, lines);
        return stopped[0] ? new JobOutcome.Stopped<>(figures) : new JobOutcome.Finished<>(figures);
    }

    private static Figures figures(TokenCounts characters, TokenCounts words, Lines lines) {
        lines.end();
        List<TokenCounts.Counted> byCharacter = characters.oftenest();
        List<TokenCounts.Counted> byWord = words.oftenest().stream().filter(each -> !each.token().equals(Vocabulary.END)).toList();
        return new Figures(characters.tokens(), lines.count, lines.longest, lines.longestAt, lines.empty, kinds(byCharacter),
                words.tokens() - words.lineEnds(), byCharacter, byWord.stream().limit(MOST_LISTED).toList(),
                byWord.size(), byWord.stream().filter(each -> each.count() == 1).count(), words.forgot(), words.standsApart());
    }

    private static Kinds kinds(List<TokenCounts.Counted> byCharacter) {
        long[] sums = new long[6];
        for (TokenCounts.Counted each : byCharacter) {
            int sign = each.token().codePointAt(0);
            boolean space = Character.isWhitespace(sign) || Character.isSpaceChar(sign);
            int kind = Character.isLetter(sign) ? 0 : Character.isDigit(sign) ? 2 : space ? 3 : isPunctuation(sign) ? 4 : 5;
            sums[kind] += each.count();
            sums[1] += Character.isUpperCase(sign) ? each.count() : 0;
        }
        return new Kinds(sums[0], sums[1], sums[2], sums[3], sums[4], sums[5]);
    }

    private static boolean isPunctuation(int sign) {
        return switch (Character.getType(sign)) {
            case Character.DASH_PUNCTUATION, Character.START_PUNCTUATION, Character.END_PUNCTUATION, Character.CONNECTOR_PUNCTUATION,
                    Character.OTHER_PUNCTUATION, Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION -> true;
            default -> false;
        };
    }

    private static final class Lines {
        private long count;
        private long empty;
        private long longest;
        private long longestAt;
        private long length;

        void add(CharSequence part) {
            for (int at = 0; at < part.length(); at++) {
                char sign = part.charAt(at);
                if (sign == '\n') {
                    close();
                } else if (!Character.isLowSurrogate(sign)) {
                    length++;
                }
            }
        }

        private void close() {
            count++;
            empty += length == 0 ? 1 : 0;
            if (length > longest || longestAt == 0) {
                longest = length;
                longestAt = count;
            }
            length = 0;
        }

        void end() {
            if (length > 0) {
                close();
            }
        }
    }
}
