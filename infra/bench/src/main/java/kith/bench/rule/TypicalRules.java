package kith.bench.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kith.bench.data.ResourceText;

/**
 * Five rules as companies have them, for opportunities: a value by a picklist, a text put in order,
 * a check, a default date, and one that reads the account.
 */
final class TypicalRules {

    static final String OBJECT = "Opportunity";

    private static final List<String> NAMES =
            List.of("probability", "name", "amount", "close-date", "account");

    private TypicalRules() {}

    /** Their scripts by their names, in the order in which they run. */
    static Map<String, String> scripts() {
        Map<String, String> scripts = new LinkedHashMap<>();
        NAMES.forEach(name -> scripts.put(name, ResourceText.read("rule/" + name + ".groovy")));
        return scripts;
    }
}
