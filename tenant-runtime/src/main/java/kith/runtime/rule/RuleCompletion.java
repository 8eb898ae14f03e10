package kith.runtime.rule;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.field.FieldType;
import kith.metadata.field.PicklistValue;
import kith.runtime.rule.Completion.Kind;
import kith.runtime.rule.Completion.Option;
import kith.runtime.rule.ScriptValue.OfRecord;
import kith.runtime.rule.ScriptValue.OfRecords;
import kith.runtime.rule.ScriptValue.OfType;
import kith.runtime.rule.ScriptValue.Unknown;
import kith.script.ScriptType;
import kith.script.allow.RuleMembers;

/** Says what may stand at a place of a rule that is being written. */
public final class RuleCompletion {

    private static final int MOST = 500;

    /** Of the text before a comparison that is looked at: a pattern begins at each of its ends. */
    private static final int LONGEST_COMPARISON = 1_000;

    private static final String OBJECT = "kith/script/library/ScriptObject";
    private static final Pattern OTHER_OBJECT =
            Pattern.compile("\\bcrm\\.(?:query|get|create)\\(\\s*$");
    private static final Pattern FIELD_NAME =
            Pattern.compile(
                    "(?:addError|isChanged|new\\s+RuleError)\\(\\s*$|\\b(?:record|old)\\[\\s*$");
    private static final Pattern COMPARED =
            Pattern.compile("([\\w.?]+)\\s*(?:==|!=|=|in\\s*\\[(?:[^\\]]*,)?)\\s*$");
    private static final Pattern CRITERIA =
            Pattern.compile(
                    "\\bcrm\\.(?:query|create)\\(\\s*['\"](\\w+)['\"]\\s*,\\s*\\[(?:[^\\[\\]]*,)?\\s*$");
    private static final Pattern LOCAL =
            Pattern.compile(
                    "\\b(?:def|String|int|Integer|BigDecimal|boolean|List|Map|LocalDate)\\s+(\\w+)");
    private static final Map<String, String> GIVEN =
            Map.of(
                    "record", "the record that is being written",
                    "old", "the record as it was",
                    "isNew", "whether it is being created",
                    "crm", "other records",
                    "log", "lines for the log",
                    "limits", "what may still be spent");
    private static final List<String> TYPES =
            List.of(
                    "BigDecimal",
                    "ChronoUnit",
                    "DayOfWeek",
                    "Integer",
                    "LocalDate",
                    "Math",
                    "RoundingMode",
                    "RuleError");

    private final Catalog catalog;
    private final ObjectType object;
    private final ScriptPlace place;
    private final List<Option> options = new ArrayList<>();

    private RuleCompletion(Catalog catalog, ObjectType object, ScriptPlace place) {
        this.catalog = catalog;
        this.object = object;
        this.place = place;
    }

    /** What may stand there; lines and columns count from 1. */
    public static Completion at(
            Catalog catalog, ObjectType object, String script, int line, int column) {
        ScriptPlace place = ScriptPlace.of(script, line, column);
        RuleCompletion completion = new RuleCompletion(catalog, object, place);
        completion.collect();
        String word = place.word().toLowerCase(Locale.ROOT);
        return new Completion(
                Math.max(1, column - place.word().length()),
                completion.options.stream()
                        .filter(option -> option.label().toLowerCase(Locale.ROOT).contains(word))
                        .limit(MOST)
                        .toList());
    }

    private void collect() {
        if (place.isComment() || place.word().indexOf('\n') >= 0) {
            return;
        }
        if (place.isText()) {
            withinText();
        } else if (!place.receiver().isEmpty()) {
            members(inference().of(place.receiver()));
        } else if (!place.code().endsWith(".")) {
            criteria();
            names();
        }
    }

    private ScriptInference inference() {
        String receiver = place.receiver();
        String code = place.code();
        return new ScriptInference(
                catalog,
                object,
                receiver.isEmpty()
                        ? code
                        : code.substring(0, Math.max(0, code.lastIndexOf(receiver))));
    }

    private void withinText() {
        String code = place.code();
        if (OTHER_OBJECT.matcher(code).find()) {
            catalog.objects()
                    .forEach(other ->
                            add(other.name(), Kind.OBJECT, "", other.definition().label()));
            return;
        }
        if (FIELD_NAME.matcher(code).find()) {
            fields(object);
            return;
        }
        Matcher compared =
                COMPARED.matcher(code.substring(Math.max(0, code.length() - LONGEST_COMPARISON)));
        if (compared.find()) {
            values(compared.group(1).replace("?", ""));
        }
    }

    /** The values of the picklist that a text is compared with or set to. */
    private void values(String path) {
        int dot = path.lastIndexOf('.');
        if (dot > 0 && inference().of(path.substring(0, dot)) instanceof OfRecord(var of, var _)) {
            Optional.ofNullable(RuleProperties.of(of).get(path.substring(dot + 1)))
                    .ifPresent(property -> choices(property.field().type()));
        }
    }

    private void choices(FieldType type) {
        List<PicklistValue> values =
                switch (type) {
                    case FieldType.Picklist(var choices) -> choices;
                    case FieldType.MultiPicklist(var choices) -> choices;
                    default -> List.of();
                };
        values.stream()
                .filter(PicklistValue::isActive)
                .forEach(value -> add(value.value(), Kind.VALUE, "", value.label()));
    }

    /** The fields by which {@code crm.query} looks for records, or with which they are made. */
    private void criteria() {
        Matcher criteria = CRITERIA.matcher(place.code());
        if (criteria.find()) {
            catalog.object(criteria.group(1)).ifPresent(this::fields);
        }
    }

    private void members(ScriptValue value) {
        switch (value) {
            case OfRecord(var of, var isOwn) -> {
                fields(of);
                if (isOwn) {
                    methods(OBJECT);
                }
            }
            case OfRecords _ -> methods("java/util/List");
            case OfType(var type) -> methods(type);
            case Unknown _ -> {}
        }
    }

    private void fields(ObjectType of) {
        for (RuleProperties.Property property : RuleProperties.of(of).values()) {
            Field field = property.field();
            ScriptType type = RuleProperties.scriptType(property);
            add(
                    property.name(),
                    type instanceof ScriptType.Reference ? Kind.REFERENCE : Kind.FIELD,
                    word(type),
                    property.name().equals(field.name()) ? field.label() : field.label() + " (id)");
        }
    }

    private static String word(ScriptType type) {
        return switch (type) {
            case ScriptType.Reference(var target) -> target;
            case ScriptType.Scalar scalar ->
                    scalar.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    private void methods(String type) {
        for (RuleMembers.Member member : RuleMembers.of(type)) {
            if (member.isProperty()) {
                add(member.name(), Kind.PROPERTY, "", "");
            } else {
                add(
                        member.name(),
                        Kind.METHOD,
                        "",
                        "(" + String.join(", ", member.parameters()) + ")");
            }
        }
    }

    private void names() {
        GIVEN.forEach((name, detail) -> add(name, Kind.VARIABLE, "", detail));
        add("today", Kind.FUNCTION, "date", "()");
        add("now", Kind.FUNCTION, "date time", "()");
        Set<String> locals = new LinkedHashSet<>();
        LOCAL.matcher(place.code()).results().forEach(found -> locals.add(found.group(1)));
        locals.forEach(name -> add(name, Kind.VARIABLE, "", ""));
        TYPES.forEach(name -> add(name, Kind.TYPE, "", ""));
    }

    private void add(String label, Kind kind, String type, String detail) {
        options.add(new Option(label, kind, type, detail));
    }
}
