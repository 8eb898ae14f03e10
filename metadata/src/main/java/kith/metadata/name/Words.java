package kith.metadata.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns API names into what people read: {@code closeDate} into {@code Close date}. */
public final class Words {

    private static final Pattern BOUNDARY =
            Pattern.compile(
                    "[ _.-]+"
                            + "|(?<=[a-z0-9])(?=[A-Z])"
                            + "|(?<=[A-Z])(?=[A-Z][a-z])"
                            + "|(?<=[A-Za-z])(?=[0-9])");

    private Words() {}

    /** A label for a name: its words in lower case, the first one capitalized, acronyms kept. */
    public static String label(String name) {
        String text = split(name).stream().map(Words::lowered).collect(Collectors.joining(" "));
        return text.isEmpty() ? name : capitalized(text);
    }

    /** The name with a lower-case first letter: {@code OrderLine} becomes {@code orderLine}. */
    public static String uncapitalized(String name) {
        return name.isEmpty()
                ? name
                : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /** The name with an upper-case first letter: {@code orderLine} becomes {@code OrderLine}. */
    public static String capitalized(String name) {
        return name.isEmpty()
                ? name
                : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static List<String> split(String name) {
        List<String> words = new ArrayList<>();
        for (String word : BOUNDARY.splitAsStream(name).toList()) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    private static String lowered(String word) {
        boolean isAcronym = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
        return isAcronym ? word : word.toLowerCase(Locale.ROOT);
    }
}
