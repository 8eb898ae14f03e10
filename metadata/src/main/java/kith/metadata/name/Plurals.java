package kith.metadata.name;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** English plurals, good enough for default names; documents may always give their own. */
public final class Plurals {

    private static final Pattern LAST_WORD = Pattern.compile("[A-Z]?[a-z]+$|[A-Z0-9]+$");

    private static final Map<String, String> IRREGULAR =
            Map.ofEntries(
                    Map.entry("person", "people"),
                    Map.entry("child", "children"),
                    Map.entry("man", "men"),
                    Map.entry("woman", "women"),
                    Map.entry("foot", "feet"),
                    Map.entry("tooth", "teeth"),
                    Map.entry("mouse", "mice"),
                    Map.entry("goose", "geese"),
                    Map.entry("criterion", "criteria"),
                    Map.entry("leaf", "leaves"),
                    Map.entry("half", "halves"),
                    Map.entry("shelf", "shelves"),
                    Map.entry("life", "lives"),
                    Map.entry("knife", "knives"),
                    Map.entry("hero", "heroes"),
                    Map.entry("potato", "potatoes"),
                    Map.entry("quiz", "quizzes"));

    private static final Set<String> WITHOUT_PLURAL =
            Set.of(
                    "equipment",
                    "information",
                    "feedback",
                    "software",
                    "hardware",
                    "inventory",
                    "staff",
                    "series",
                    "species",
                    "news",
                    "sheep",
                    "fish",
                    "data",
                    "media",
                    "criteria",
                    "people");

    private Plurals() {}

    /**
     * The plural of a name or a label, of whose words only the last changes: {@code orderLine}
     * becomes {@code orderLines}. A word without plural stays as it is.
     */
    public static String of(String singular) {
        Matcher matcher = LAST_WORD.matcher(singular);
        if (!matcher.find()) {
            return singular;
        }
        String word = matcher.group();
        String lower = Words.uncapitalized(word);
        String plural = plural(lower);
        boolean isCapital = !word.equals(lower);
        return singular.substring(0, matcher.start())
                + (isCapital ? Words.capitalized(plural) : plural);
    }

    /** The default {@code pluralName} of an object: never equal to the name of its single root. */
    public static String rootOf(String objectName) {
        String singular = Words.uncapitalized(objectName);
        String plural = of(singular);
        return plural.equals(singular) ? singular + "List" : plural;
    }

    private static String plural(String word) {
        if (WITHOUT_PLURAL.contains(word)) {
            return word;
        }
        return Optional.ofNullable(IRREGULAR.get(word)).orElseGet(() -> regular(word));
    }

    private static String regular(String word) {
        if (word.endsWith("sis")) {
            return word.substring(0, word.length() - 2) + "es";
        }
        if (word.matches(".*(s|x|z|ch|sh)")) {
            return word + "es";
        }
        if (word.matches(".*[^aeiou]y")) {
            return word.substring(0, word.length() - 1) + "ies";
        }
        return word + "s";
    }
}
