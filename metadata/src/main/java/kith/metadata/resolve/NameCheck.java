package kith.metadata.resolve;

import java.util.Optional;
import java.util.regex.Pattern;
import kith.metadata.Component;
import kith.metadata.FieldDefinition;
import kith.metadata.ObjectDefinition;
import kith.metadata.PermissionSetDefinition;
import kith.metadata.RuleDefinition;
import kith.metadata.ValidationDefinition;
import kith.metadata.name.Plurals;
import kith.metadata.name.ReservedNames;
import kith.metadata.name.ReservedNames.Scope;
import kith.metadata.name.Words;

/** The form of names, and the names that are not free. */
final class NameCheck {

    private static final int MAX_LENGTH = 40;
    private static final int MAX_RULE_LENGTH = 80;
    private static final Pattern UPPER_CAMEL = Pattern.compile("[A-Z][A-Za-z0-9]*");
    private static final Pattern LOWER_CAMEL = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final Pattern RULE = Pattern.compile("[A-Za-z]([A-Za-z0-9 _.-]*[A-Za-z0-9])?");

    private final ReservedNames reserved;
    private final Findings findings;

    NameCheck(ReservedNames reserved, Findings findings) {
        this.reserved = reserved;
        this.findings = findings;
    }

    void check(Component component) {
        switch (component) {
            case ObjectDefinition object -> checkObject(object);
            case FieldDefinition field -> checkFieldName(field, field.name(), "name");
            case RuleDefinition rule -> checkRuleName(rule, "rule");
            case ValidationDefinition validation -> checkRuleName(validation, "validation");
            case PermissionSetDefinition set ->
                    checkForm(
                            set,
                            set.name(),
                            "name",
                            UPPER_CAMEL,
                            "upper camel case, e.g. SalesRep");
        }
    }

    /** A name that stands among the fields of an object. */
    void checkFieldName(Component component, String name, String property) {
        boolean isWellFormed =
                checkForm(
                        component, name, property, LOWER_CAMEL, "lower camel case, e.g. closeDate");
        if (isWellFormed && reserved.contains(Scope.FIELD, name)) {
            refuse(component, name, property);
        }
    }

    private void checkObject(ObjectDefinition object) {
        String name = object.name();
        boolean isWellFormed =
                checkForm(object, name, "name", UPPER_CAMEL, "upper camel case, e.g. OrderLine");
        if (isWellFormed) {
            checkReserved(object);
        }
        if (isWellFormed || !object.pluralName().equals(Plurals.rootOf(name))) {
            checkPlural(object);
        }
    }

    private void checkReserved(ObjectDefinition object) {
        String name = object.name();
        if (reserved.contains(Scope.TYPE, name)
                || reserved.contains(Scope.ROOT, Words.uncapitalized(name))) {
            refuse(object, name, "name");
        }
        checkEnding(object, name, "name");
    }

    private void checkEnding(ObjectDefinition object, String name, String property) {
        reserved.endingOf(name)
                .ifPresent(ending ->
                        findings.add(
                                object,
                                CatalogProblem.RESERVED_NAME,
                                "`%s` ends with `%s`, which the platform keeps for itself"
                                        .formatted(name, ending),
                                Optional.of("Choose another name."),
                                property));
    }

    private void checkPlural(ObjectDefinition object) {
        String plural = object.pluralName();
        boolean isWellFormed =
                checkForm(
                        object,
                        plural,
                        "pluralName",
                        LOWER_CAMEL,
                        "lower camel case, e.g. orderLines");
        if (isWellFormed && reserved.contains(Scope.ROOT, plural)) {
            refuse(object, plural, "pluralName");
        }
        if (reserved.endingOf(object.name()).isEmpty()) {
            checkEnding(object, plural, "pluralName");
        }
        if (plural.equals(Words.uncapitalized(object.name()))) {
            findings.add(
                    object,
                    CatalogProblem.NAME_COLLISION,
                    "`pluralName` must differ from `%s`, the name of a single record"
                            .formatted(plural),
                    Optional.of("Choose e.g. `" + plural + "List`."),
                    "pluralName");
        }
    }

    private void checkRuleName(Component rule, String kind) {
        String name = rule.name();
        if (name.length() > MAX_RULE_LENGTH || !RULE.matcher(name).matches()) {
            findings.add(
                    rule,
                    CatalogProblem.INVALID_NAME,
                    "`%s` is no name for a %s".formatted(name, kind),
                    Optional.of(
                            "Begin with a letter; letters, digits, blanks and _ . - may follow, at most "
                                    + MAX_RULE_LENGTH
                                    + " characters."),
                    "name");
        }
    }

    private boolean checkForm(
            Component component, String name, String property, Pattern form, String inWords) {
        boolean isWellFormed = name.length() <= MAX_LENGTH && form.matcher(name).matches();
        if (!isWellFormed) {
            findings.add(
                    component,
                    CatalogProblem.INVALID_NAME,
                    "`%s` is no valid name".formatted(name),
                    Optional.of(
                            "Write it in %s, with ASCII letters and digits, at most %d characters."
                                    .formatted(inWords, MAX_LENGTH)),
                    property);
        }
        return isWellFormed;
    }

    private void refuse(Component component, String name, String property) {
        findings.add(
                component,
                CatalogProblem.RESERVED_NAME,
                "`%s` is a name that the platform keeps for itself".formatted(name),
                Optional.of("Choose another name, e.g. one that says whose it is."),
                property);
    }
}
