package tadpole.engine.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** How often each token occurs in a text that comes part by part. */
public final class TokenCounts {

    /** A token and how often it occurs. */
    public record Counted(String token, long count) {}

    private static final Pattern STANDS_APART = Pattern.compile("(?:^|\\s)<unk>(?=\\s|$)");
    /** So many different words take about 300 MB. */
    private static final int MOST_WORDS = 3_000_000;
    private static final Comparator<Counted> OFTENEST = Comparator.comparingLong(Counted::count).reversed().thenComparing(Counted::token);

    private final Level level;
    private final Map<Integer, long[]> signs = new TreeMap<>();
    private final long[] plain = new long[0x10000];
    private final Map<String, long[]> words = new HashMap<>();
    private Cutter cutter = Cutter.PROSE;
    private final int most;
    private long tokens;
    private boolean forgot;

    public TokenCounts(Level level) {
        this(level, MOST_WORDS);
    }

    /** @param most how many different words are kept in mind */
    TokenCounts(Level level, int most) {
        this.level = level;
        this.most = most;
    }

    /** Counts the next part of the text; no token may go on from one part to the next, so parts end at line ends. The first part decides whether words stand apart already. */
    public void add(CharSequence part) {
        if (level == Level.CHARACTER) {
            addCharacters(part);
            return;
        }
        if (tokens == 0 && STANDS_APART.matcher(part).find()) {
            cutter = Cutter.SPACED;
        }
        cutter.cut(part, (word, _, _) -> {
            words.computeIfAbsent(word, _ -> new long[1])[0]++;
            tokens++;
        });
        if (words.size() > most) {
            forgetRarest();
        }
    }

    /** Lossy counting (Manku and Motwani 2002): the rarest go, until half of the room is free. */
    private void forgetRarest() {
        forgot = true;
        for (long least = 1; words.size() > most / 2; least++) {
            long rare = least;
            words.values().removeIf(count -> count[0] <= rare);
        }
    }

    private void addCharacters(CharSequence part) {
        for (int at = 0; at < part.length(); ) {
            int sign = Character.codePointAt(part, at);
            if (sign < plain.length) {
                plain[sign]++;
            } else {
                signs.computeIfAbsent(sign, _ -> new long[1])[0]++;
            }
            tokens++;
            at += Character.charCount(sign);
        }
    }

    public Level level() {
        return level;
    }

    /** How many tokens the text has. */
    public long tokens() {
        return tokens;
    }

    /** Whether the words stand apart already, as in the Penn Treebank's files, and are cut at spaces only. */
    public boolean standsApart() {
        return cutter == Cutter.SPACED;
    }

    /** Whether there were too many different words, and the rarest were forgotten on the way. */
    public boolean forgot() {
        return forgot;
    }

    /** How many of the words are ends of lines. */
    long lineEnds() {
        long[] count = words.get(Vocabulary.END);
        return count == null ? 0 : count[0];
    }

    /** Every token of the text, the oftenest first; equal counts in order of spelling. */
    public List<Counted> oftenest() {
        List<Counted> all = new ArrayList<>();
        if (level == Level.CHARACTER) {
            characters().forEach((sign, count) -> all.add(new Counted(Character.toString(sign), count)));
        } else {
            words.forEach((word, count) -> all.add(new Counted(word, count[0])));
        }
        all.sort(OFTENEST);
        return all;
    }

    private Map<Integer, Long> characters() {
        Map<Integer, Long> all = new TreeMap<>();
        for (int sign = 0; sign < plain.length; sign++) {
            if (plain[sign] > 0) {
                all.put(sign, plain[sign]);
            }
        }
        signs.forEach((sign, count) -> all.put(sign, count[0]));
        return all;
    }

    /** @param least how often a word must occur; characters are all kept */
    public Vocabulary vocabulary(int least) {
        if (level == Level.CHARACTER) {
            return new Vocabulary(level, characters().keySet().stream().map(Character::toString).toList());
        }
        List<String> known = new ArrayList<>();
        if (!standsApart()) {
            known.add(Vocabulary.BEGIN);
        }
        known.add(Vocabulary.END);
        known.add(Vocabulary.UNKNOWN);
        List<String> special = List.copyOf(known);
        oftenest().stream().filter(each -> each.count() >= least && !special.contains(each.token())).forEach(each -> known.add(each.token()));
        return new Vocabulary(level, known);
    }
}
