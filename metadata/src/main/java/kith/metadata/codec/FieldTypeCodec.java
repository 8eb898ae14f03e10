package kith.metadata.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import kith.metadata.field.FieldType;
import kith.metadata.field.Inverse;
import kith.metadata.field.PicklistValue;
import kith.metadata.name.Nearest;
import kith.metadata.name.Plurals;
import kith.metadata.name.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The type of a field and the options that stand beside it in the field's document. */
final class FieldTypeCodec {

    static final List<String> OPTIONS =
            List.of(
                    "maxLength",
                    "digits",
                    "decimals",
                    "format",
                    "values",
                    "target",
                    "targets",
                    "inverseName",
                    "inverseLabel");

    private static final int DEFAULT_DIGITS = 18;
    private static final int DEFAULT_MONEY_DECIMALS = 2;
    private static final String DEFAULT_FORMAT = "{0000}";

    private static final List<String> VALUE_PROPERTIES = List.of("value", "label", "active");

    private final Map<String, Function<Source, FieldType>> byName = new TreeMap<>();

    FieldTypeCodec() {
        byName.put(
                "text",
                from ->
                        new FieldType.Text(
                                number(from, "maxLength", FieldType.Text.DEFAULT_LENGTH)));
        byName.put(
                "longText",
                from ->
                        new FieldType.LongText(
                                number(from, "maxLength", FieldType.LongText.DEFAULT_LENGTH)));
        byName.put(
                "number",
                from ->
                        new FieldType.Numeric(
                                number(from, "digits", DEFAULT_DIGITS),
                                number(from, "decimals", 0)));
        byName.put(
                "currency",
                from -> new FieldType.Currency(number(from, "decimals", DEFAULT_MONEY_DECIMALS)));
        byName.put(
                "percent",
                from -> new FieldType.Percent(number(from, "decimals", DEFAULT_MONEY_DECIMALS)));
        byName.put("date", from -> new FieldType.Date());
        byName.put("dateTime", from -> new FieldType.DateTime());
        byName.put("boolean", from -> new FieldType.Checkbox());
        byName.put("picklist", from -> new FieldType.Picklist(values(from)));
        byName.put("multiPicklist", from -> new FieldType.MultiPicklist(values(from)));
        byName.put("email", from -> new FieldType.Email());
        byName.put("phone", from -> new FieldType.Phone());
        byName.put("url", from -> new FieldType.Url());
        byName.put(
                "autoNumber",
                from ->
                        new FieldType.AutoNumber(
                                from.reader().optionalText("format").orElse(DEFAULT_FORMAT)));
        byName.put("lookup", FieldTypeCodec::lookup);
        byName.put(
                "masterDetail",
                from -> new FieldType.MasterDetail(from.reader().text("target"), inverse(from)));
        byName.put(
                "manyToMany",
                from -> new FieldType.ManyToMany(from.reader().text("target"), inverse(from)));
    }

    /**
     * @param object name of the object that the field belongs to
     */
    Optional<FieldType> read(DocumentReader reader, String object, DecodeContext context) {
        if (!reader.has("type")) {
            reader.missing("type");
            return Optional.empty();
        }
        Optional<String> name = reader.optionalText("type");
        Function<Source, FieldType> type = byName.get(name.orElse(""));
        if (type != null) {
            return Optional.of(type.apply(new Source(reader, object, context)));
        }
        name.ifPresent(unknown ->
                reader.problem(
                        DocumentProblem.UNKNOWN_FIELD_TYPE,
                        "`" + unknown + "` is no type of field",
                        Nearest.hint(unknown, byName.keySet())
                                .or(() ->
                                        Optional.of(
                                                "The types are "
                                                        + String.join(", ", byName.keySet())
                                                        + ".")),
                        "type"));
        return Optional.empty();
    }

    void write(FieldType type, ObjectNode document) {
        document.put("type", type.documentName());
        switch (type) {
            case FieldType.Text(int maxLength) -> document.put("maxLength", maxLength);
            case FieldType.LongText(int maxLength) -> document.put("maxLength", maxLength);
            case FieldType.Numeric(int digits, int decimals) ->
                    document.put("digits", digits).put("decimals", decimals);
            case FieldType.Currency(int decimals) -> document.put("decimals", decimals);
            case FieldType.Percent(int decimals) -> document.put("decimals", decimals);
            case FieldType.Picklist(var values) -> writeValues(values, document);
            case FieldType.MultiPicklist(var values) -> writeValues(values, document);
            case FieldType.AutoNumber(String format) -> document.put("format", format);
            case FieldType.Lookup(String target, var inverse) -> {
                document.put("target", target);
                inverse.ifPresent(side -> writeInverse(side, document));
            }
            case FieldType.PolymorphicLookup(List<String> targets, Inverse inverse) -> {
                ArrayNode names = document.putArray("targets");
                targets.forEach(names::add);
                writeInverse(inverse, document);
            }
            case FieldType.MasterDetail(String target, Inverse inverse) ->
                    writeInverse(inverse, document.put("target", target));
            case FieldType.ManyToMany(String target, Inverse inverse) ->
                    writeInverse(inverse, document.put("target", target));
            case FieldType.Id _,
                    FieldType.TargetObject _,
                    FieldType.Date _,
                    FieldType.DateTime _,
                    FieldType.Checkbox _,
                    FieldType.Email _,
                    FieldType.Phone _,
                    FieldType.Url _ -> {}
        }
    }

    /** A type being read: its document, the field's object, and what others know. */
    private record Source(DocumentReader reader, String object, DecodeContext context) {}

    private static int number(Source from, String property, int otherwise) {
        return from.reader().integer(property).orElse(otherwise);
    }

    /** With one target, or with a list of them. */
    private static FieldType lookup(Source from) {
        DocumentReader reader = from.reader();
        return reader.has("targets")
                ? new FieldType.PolymorphicLookup(reader.texts("targets"), inverse(from))
                : new FieldType.Lookup(reader.text("target"), Optional.of(inverse(from)));
    }

    private static Inverse inverse(Source from) {
        Inverse list =
                from.context()
                        .lists()
                        .apply(from.object())
                        .orElseGet(() ->
                                new Inverse(
                                        Plurals.rootOf(from.object()),
                                        Plurals.of(Words.label(from.object()))));
        Optional<String> name = from.reader().optionalText("inverseName");
        Optional<String> label = from.reader().optionalText("inverseLabel");
        return new Inverse(
                name.orElse(list.name()),
                label.orElseGet(() -> name.map(Words::label).orElse(list.label())));
    }

    private static List<PicklistValue> values(Source from) {
        DocumentReader reader = from.reader();
        if (!reader.has("values")) {
            reader.missing("values");
        }
        List<PicklistValue> values = new ArrayList<>();
        List<JsonNode> elements = reader.list("values");
        for (int index = 0; index < elements.size(); index++) {
            JsonNode element = elements.get(index);
            if (element.isString()) {
                values.add(new PicklistValue(element.asString(), element.asString(), true));
            } else {
                reader.element("values", index, element)
                        .map(FieldTypeCodec::value)
                        .ifPresent(values::add);
            }
        }
        return values;
    }

    private static PicklistValue value(DocumentReader reader) {
        String value = reader.text("value");
        String label = reader.optionalText("label").orElse(value);
        boolean isActive = reader.flag("active").orElse(true);
        reader.finish("a picklist value", VALUE_PROPERTIES);
        return new PicklistValue(value, label, isActive);
    }

    private static void writeValues(List<PicklistValue> values, ObjectNode document) {
        ArrayNode array = document.putArray("values");
        for (PicklistValue value : values) {
            ObjectNode entry =
                    array.addObject().put("value", value.value()).put("label", value.label());
            if (!value.isActive()) {
                entry.put("active", false);
            }
        }
    }

    private static void writeInverse(Inverse inverse, ObjectNode document) {
        document.put("inverseName", inverse.name()).put("inverseLabel", inverse.label());
    }
}
