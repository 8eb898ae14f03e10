package kith.runtime.word;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Words that are about one typing error apart have a common variant: the word itself, or what is
 * left when one letter is taken out.
 */
public final class Typos {

    private static final int SHORTEST = 4;
    private static final int LONGEST = 24;

    private Typos() {}

    /** Whether a word has variants: what is short, long or no plain word has none. */
    public static boolean areKnownOf(String word) {
        int length = word.codePointCount(0, word.length());
        return length >= SHORTEST
                && length <= LONGEST
                && word.codePoints().allMatch(Character::isLetter);
    }

    /** The variants of a word, itself first; none for one that has none. */
    public static Set<String> variants(String word) {
        Set<String> variants = new LinkedHashSet<>();
        if (!areKnownOf(word)) {
            return variants;
        }
        int[] points = word.codePoints().toArray();
        variants.add(word);
        for (int left = 0; left < points.length; left++) {
            variants.add(
                    new String(points, 0, left)
                            + new String(points, left + 1, points.length - left - 1));
        }
        return variants;
    }
}
