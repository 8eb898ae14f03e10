package kith.runtime.word;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Letters as they are compared: small, without accents, ligatures taken apart. */
final class Folding {

    /** Letters that Unicode does not take apart; the second form is how people also write them. */
    private static final Map<Integer, Letters> SPECIAL =
            Map.ofEntries(
                    Map.entry((int) 'ä', new Letters("a", "ae")),
                    Map.entry((int) 'ö', new Letters("o", "oe")),
                    Map.entry((int) 'ü', new Letters("u", "ue")),
                    Map.entry((int) 'å', new Letters("a", "aa")),
                    Map.entry((int) 'ø', new Letters("o", "oe")),
                    Map.entry((int) 'ß', new Letters("ss")),
                    Map.entry((int) 'æ', new Letters("ae")),
                    Map.entry((int) 'œ', new Letters("oe")),
                    Map.entry((int) 'ð', new Letters("d")),
                    Map.entry((int) 'đ', new Letters("d")),
                    Map.entry((int) 'ł', new Letters("l")),
                    Map.entry((int) 'þ', new Letters("th")),
                    Map.entry((int) 'ı', new Letters("i")),
                    Map.entry((int) 'ħ', new Letters("h")),
                    Map.entry((int) 'ς', new Letters("σ")));

    private static final Letters[] ASCII =
            IntStream.range(0, 0x80)
                    .mapToObj(point -> new Letters(Character.toString(point)))
                    .toArray(Letters[]::new);

    private static final int DIAERESIS = 0x308;

    private Folding() {}

    /** What a letter or digit becomes. */
    static Letters of(int point) {
        int small = Character.toLowerCase(point);
        if (small < 0x80) {
            return ASCII[small];
        }
        Letters special = SPECIAL.get(small);
        return special != null ? special : new Letters(plain(small));
    }

    private static String plain(int point) {
        String apart = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD);
        StringBuilder plain = new StringBuilder();
        apart.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** Accents that stand as characters of their own, behind their letter. */
    static boolean isAccent(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK ->
                    true;
            default -> false;
        };
    }

    /** Whether an accent makes an umlaut of the letter before it. */
    static boolean makesUmlaut(int accent, char letter) {
        return accent == DIAERESIS && (letter == 'a' || letter == 'o' || letter == 'u');
    }

    /** One letter, in both forms. */
    record Letters(String plain, String spelledOut) {
        Letters(String only) {
            this(only, only);
        }
    }
}
