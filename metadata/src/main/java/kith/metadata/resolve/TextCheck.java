package kith.metadata.resolve;

import java.util.Optional;
import kith.metadata.Component;
import kith.metadata.FieldDefinition;
import kith.metadata.ObjectDefinition;
import kith.metadata.PermissionSetDefinition;
import kith.metadata.RuleDefinition;
import kith.metadata.ValidationDefinition;
import kith.metadata.field.Inverse;

/** Labels and other texts that people read: neither empty nor endless. */
final class TextCheck {

    static final int MAX_LABEL = 120;
    private static final int MAX_TEXT = 2_000;
    private static final int MAX_ICON = 60;
    private static final int MAX_MESSAGE = 500;

    private final Findings findings;

    TextCheck(Findings findings) {
        this.findings = findings;
    }

    void check(Component component) {
        checkLabel(component, component.label(), "label");
        switch (component) {
            case ObjectDefinition object -> {
                checkLabel(object, object.pluralLabel(), "pluralLabel");
                checkLabel(object, object.nameField().label(), "nameField", "label");
                checkLength(object, object.description(), MAX_TEXT, "description");
                checkLength(object, object.icon(), MAX_ICON, "icon");
            }
            case FieldDefinition field -> checkLength(field, field.helpText(), MAX_TEXT, "help");
            case RuleDefinition rule ->
                    checkLength(rule, rule.description(), MAX_TEXT, "description");
            case ValidationDefinition validation -> {
                checkLength(validation, validation.description(), MAX_TEXT, "description");
                checkMessage(validation);
            }
            case PermissionSetDefinition set ->
                    checkLength(set, set.description(), MAX_TEXT, "description");
        }
    }

    void checkInverse(FieldDefinition field, Inverse inverse) {
        checkLabel(field, inverse.label(), "inverseLabel");
    }

    private void checkMessage(ValidationDefinition validation) {
        String message = validation.message();
        if (message.isBlank() || message.length() > MAX_MESSAGE) {
            findings.add(
                    validation,
                    CatalogProblem.INVALID_TEXT,
                    "`message` must have 1 to %d characters".formatted(MAX_MESSAGE),
                    "message");
        }
    }

    private void checkLabel(Component component, String label, Object... path) {
        if (label.isBlank() || label.length() > MAX_LABEL) {
            findings.add(
                    component,
                    CatalogProblem.INVALID_TEXT,
                    "`%s` must have 1 to %d characters".formatted(path[path.length - 1], MAX_LABEL),
                    path);
        }
    }

    private void checkLength(Component component, Optional<String> text, int max, String property) {
        if (text.isPresent() && text.get().length() > max) {
            findings.add(
                    component,
                    CatalogProblem.INVALID_TEXT,
                    "`%s` must have at most %d characters".formatted(property, max),
                    property);
        }
    }
}
