package kith.bench.tenant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the companies keep: forty objects of ten fields that all of them have, and what a customized
 * one adds to them.
 */
final class CompanyObjects {

    /** The objects that all have. */
    static final int COUNT = 40;

    /** Stands for the company in names of what it added itself. */
    static final String MARK = "T00000";

    /** The objects, by number from 1, to which a customized company adds fields. */
    static final List<Integer> CUSTOMIZED = List.of(1, 2, 3, 4);

    private static final String KIND = "kind";
    private static final String NAME = "name";
    private static final String LABEL = "label";
    private static final String OBJECT = "object";
    private static final String TYPE = "type";

    private CompanyObjects() {}

    /** The API name of a common object. */
    static String object(int number) {
        return "Kind%02d".formatted(number);
    }

    /** The name of its list. */
    static String list(int number) {
        return "kinds%02d".formatted(number);
    }

    /** The name of the own object of a customized company. */
    static String ownObject(int number) {
        return "Own" + MARK + "Case" + number;
    }

    static String ownList(int number) {
        return "own" + MARK + "Cases" + number;
    }

    /** The documents of the objects that all have. */
    static List<Map<String, Object>> common() {
        List<Map<String, Object>> documents = new ArrayList<>();
        for (int number = 1; number <= COUNT; number++) {
            documents.add(objectDocument(object(number), list(number), "Kind " + number));
        }
        for (int number = 1; number <= COUNT; number++) {
            addCommonFields(object(number), object(Math.max(1, number - 1)), number, documents);
        }
        return documents;
    }

    private static void addCommonFields(
            String object, String parent, int number, List<Map<String, Object>> documents) {
        documents.add(field(object, "code", "text", Map.of("maxLength", 80, "indexed", true)));
        documents.add(
                field(
                        object,
                        "stage",
                        "picklist",
                        Map.of("values", List.of("new", "open", "won", "lost"), "indexed", true)));
        documents.add(field(object, "amount", "number", Map.of("digits", 14, "decimals", 2)));
        documents.add(field(object, "count", "number", Map.of("digits", 9)));
        documents.add(field(object, "dueOn", "date", Map.of("indexed", true)));
        documents.add(field(object, "seenAt", "dateTime", Map.of()));
        documents.add(field(object, "urgent", "boolean", Map.of()));
        documents.add(field(object, "email", "email", Map.of()));
        documents.add(field(object, "notes", "text", Map.of("maxLength", 200)));
        documents.add(
                field(
                        object,
                        "parent",
                        "lookup",
                        Map.of("target", parent, "inverseName", "children%02d".formatted(number))));
    }

    /** The documents that a customized company adds: twelve fields, and two objects of five. */
    static List<Map<String, Object>> own() {
        List<Map<String, Object>> documents = new ArrayList<>();
        for (int number = 1; number <= 2; number++) {
            documents.add(objectDocument(ownObject(number), ownList(number), "Own case " + number));
        }
        for (int number : CUSTOMIZED) {
            addOwnFields(object(number), documents);
        }
        for (int number = 1; number <= 2; number++) {
            addOwnFields(ownObject(number), documents);
            documents.add(
                    field(
                            ownObject(number),
                            "kind",
                            "lookup",
                            Map.of(
                                    "target",
                                    object(number),
                                    "inverseName",
                                    "own" + MARK + "Cases")));
            documents.add(field(ownObject(number), "subject", "text", Map.of("maxLength", 80)));
        }
        return documents;
    }

    private static void addOwnFields(String object, List<Map<String, Object>> documents) {
        documents.add(field(object, ownText(), "text", Map.of("maxLength", 100)));
        documents.add(field(object, "own" + MARK + "Number", "number", Map.of("digits", 9)));
        documents.add(
                field(
                        object,
                        "own" + MARK + "Choice",
                        "picklist",
                        Map.of("values", List.of(MARK + " one", MARK + " two"))));
    }

    /** The name of the text that a customized company adds to an object. */
    static String ownText() {
        return "own" + MARK + "Text";
    }

    private static Map<String, Object> objectDocument(String name, String list, String label) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(KIND, "Object");
        document.put(NAME, name);
        document.put("pluralName", list);
        document.put(LABEL, label);
        return document;
    }

    /** The document of a field. */
    static Map<String, Object> field(
            String object, String name, String type, Map<String, Object> options) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(KIND, "Field");
        document.put(OBJECT, object);
        document.put(NAME, name);
        document.put(LABEL, "The " + name);
        document.put(TYPE, type);
        document.putAll(options);
        return document;
    }
}
