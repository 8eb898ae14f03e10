package kith.graphql.metadata;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kith.metadata.FieldDefinition;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.expression.ExpressionTraits;
import kith.metadata.expression.ExpressionTree;
import kith.metadata.expression.FieldFormula;
import kith.metadata.expression.Visibility;
import kith.metadata.field.FieldType;
import kith.metadata.field.Inverse;
import kith.metadata.field.PicklistValue;
import kith.metadata.resolve.Reference;
import kith.runtime.access.Caller;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A field as one caller sees it. */
public record FieldInfo(Caller caller, Catalog catalog, ObjectType object, Field field) {

    public UUID id() {
        return field.id();
    }

    public String name() {
        return field.name();
    }

    public String label() {
        return field.label();
    }

    public String type() {
        return field.type().documentName();
    }

    public boolean isSystem() {
        return field.isSystem();
    }

    public boolean required() {
        return definition().isRequired();
    }

    public boolean unique() {
        return definition().isUnique();
    }

    public boolean externalId() {
        return definition().isExternalId();
    }

    public boolean indexed() {
        return definition().isIndexed();
    }

    public boolean readOnly() {
        return definition().isReadOnly();
    }

    public boolean isEditable() {
        return caller.rights().mayEdit(field);
    }

    public boolean deprecated() {
        return definition().isDeprecated();
    }

    public Optional<String> helpText() {
        return definition().helpText();
    }

    public Optional<JsonNode> defaultValue() {
        return definition().defaultValue().filter(value -> !value.isObject());
    }

    public Optional<String> defaultExpression() {
        return definition().defaultExpression();
    }

    /** For those who compute it while a record is being made; empty where they cannot. */
    public Optional<JsonNode> defaultTree() {
        return object.defaults().stream()
                .filter(one -> one.field().id().equals(field.id()))
                .map(one -> ((FieldFormula) one.formula()).expression())
                .filter(expression -> ExpressionTraits.notInBrowser(expression).isEmpty())
                .map(ExpressionTree::of)
                .findFirst();
    }

    public Optional<String> visibleWhen() {
        return definition().visibleWhen();
    }

    public Optional<JsonNode> visibleTree() {
        return Visibility.condition(object, field, catalog::object).map(ExpressionTree::of);
    }

    public Optional<String> formula() {
        return definition().formula();
    }

    public Optional<RollUpInfo> rollUp() {
        return definition().rollUp().map(RollUpInfo::new);
    }

    public @Nullable Integer maxLength() {
        return switch (field.type()) {
            case FieldType.Text(int maxLength) -> maxLength;
            case FieldType.LongText(int maxLength) -> maxLength;
            default -> null;
        };
    }

    public @Nullable Integer digits() {
        return field.type() instanceof FieldType.Numeric(int digits, int _) ? digits : null;
    }

    public @Nullable Integer decimals() {
        return switch (field.type()) {
            case FieldType.Numeric(int _, int decimals) -> decimals;
            case FieldType.Currency(int decimals) -> decimals;
            case FieldType.Percent(int decimals) -> decimals;
            default -> null;
        };
    }

    public @Nullable String format() {
        return field.type() instanceof FieldType.AutoNumber(String format) ? format : null;
    }

    public @Nullable List<PicklistValue> values() {
        return switch (field.type()) {
            case FieldType.Picklist(var values) -> values;
            case FieldType.MultiPicklist(var values) -> values;
            default -> null;
        };
    }

    public Optional<String> target() {
        return field.target();
    }

    public @Nullable List<String> targets() {
        return field.isPolymorphic() ? field.targets() : null;
    }

    public Optional<String> inverseName() {
        return inverse().map(Inverse::name);
    }

    public Optional<String> inverseLabel() {
        return inverse().map(Inverse::label);
    }

    public Optional<String> packageName() {
        return definition().packageName();
    }

    private Optional<Inverse> inverse() {
        return Reference.of(definition()).flatMap(Reference::inverse);
    }

    private FieldDefinition definition() {
        return field.definition();
    }
}
