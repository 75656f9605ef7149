package tadpole.app.pane.text.write;

import java.util.List;
import tadpole.engine.language.Written;

/** What was written and how fast, by the writer's own clock: waiting for the window does not count. */
final class Pace {

    private static final double LEAST_SECONDS = 0.01;

    private final boolean ofWords;
    private int letters;
    private int words;
    private long before;
    /** Of the writer's thread since it began or went on: first asked, last told. */
    private volatile long begun;
    private volatile long told;
    private volatile boolean stood = true;

    /** @param ofWords whether tokens are words */
    Pace(boolean ofWords) {
        this.ofWords = ofWords;
    }

    /** A token is about to be picked; the writer's thread. */
    void ask() {
        if (stood) {
            begun = System.nanoTime();
            told = begun;
            stood = false;
        }
    }

    /** Tokens have just been written; the writer's thread. */
    void tell() {
        told = System.nanoTime();
    }

    /** The time until the next token is asked for does not count. */
    void pause() {
        before += told - begun;
        begun = told;
    }

    void resume() {
        stood = true;
    }

    void add(List<Written> more) {
        for (Written each : more) {
            letters += each.letters().codePointCount(0, each.letters().length());
            words += isWord(each.letters()) ? 1 : 0;
        }
    }

    /** Marks such as a comma are tokens, but no words. */
    private static boolean isWord(String letters) {
        return letters.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /** Such as "Wrote 38 words · 2 840 characters/s". */
    String words() {
        double seconds = (before + told - begun) / 1e9;
        String amount = ofWords ? count(words) + (words == 1 ? " word" : " words") : count(letters) + " characters";
        return "Wrote " + amount + (seconds > LEAST_SECONDS && letters > 0 ? " · " + count(Math.round(letters / seconds)) + " characters/s" : "");
    }

    static String count(long number) {
        return "%,d".formatted(number).replace(',', ' ');
    }
}
