package kith.graphql.metadata;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kith.metadata.ObjectDefinition;
import kith.metadata.ObjectDefinition.NameField;
import kith.metadata.RuleDefinition;
import kith.metadata.ValidationDefinition;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.Relation;
import kith.metadata.catalog.Rule;
import kith.metadata.catalog.SystemObjects;
import kith.metadata.field.FieldType;
import kith.metadata.permission.ObjectRight;
import kith.runtime.access.Caller;

/** An object as one caller sees it. */
public record ObjectInfo(Caller caller, Catalog catalog, ObjectType object) {

    public UUID id() {
        return object.id();
    }

    public String name() {
        return object.name();
    }

    public String label() {
        return definition().label();
    }

    public String pluralName() {
        return definition().pluralName();
    }

    public String pluralLabel() {
        return definition().pluralLabel();
    }

    public Optional<String> description() {
        return definition().description();
    }

    public Optional<String> icon() {
        return definition().icon();
    }

    public String nameLabel() {
        return definition().nameField().label();
    }

    public Optional<String> nameFormat() {
        return switch (definition().nameField()) {
            case NameField.Numbered(String _, String format) -> Optional.of(format);
            case NameField.Typed _ -> Optional.empty();
        };
    }

    public boolean keepsHistory() {
        return definition().keepsHistory();
    }

    public boolean isSearchable() {
        return definition().isSearchable();
    }

    public boolean isActivity() {
        return definition().isActivity();
    }

    public String sharing() {
        return definition().sharing().everyone().word();
    }

    public boolean sharedUpwards() {
        return definition().sharing().isUpwards();
    }

    public boolean isSystem() {
        return packageName().filter(SystemObjects.PACKAGE::equals).isPresent();
    }

    public boolean isWritable() {
        return caller.rights().may(ObjectRight.UPDATE, object);
    }

    public boolean isCreatable() {
        return caller.rights().may(ObjectRight.CREATE, object);
    }

    public boolean isDeletable() {
        return caller.rights().may(ObjectRight.DELETE, object);
    }

    public Optional<String> packageName() {
        return definition().packageName();
    }

    public List<FieldInfo> fields() {
        return object.fields().stream()
                .filter(field -> !(field.type() instanceof FieldType.TargetObject))
                .filter(this::isShown)
                .map(field -> new FieldInfo(caller, catalog, object, field))
                .toList();
    }

    public List<RelationInfo> relations() {
        return object.relations().stream()
                .filter(relation -> caller.rights().mayRead(relation.field()))
                .filter(relation ->
                        caller.rights().may(ObjectRight.READ, catalog.require(relation.target())))
                .map(relation ->
                        new RelationInfo(
                                relation.name(),
                                relation.label(),
                                relation.target(),
                                relation.field().name(),
                                relation.direction() != Relation.Direction.CHILDREN))
                .toList();
    }

    /** All of them, at work or not. */
    public List<RuleInfo> rules() {
        List<Rule> broken = catalog.brokenRules();
        return catalog.components().stream()
                .filter(RuleDefinition.class::isInstance)
                .map(RuleDefinition.class::cast)
                .filter(rule -> rule.object().equals(name()))
                .map(rule -> RuleInfo.of(catalog, rule, broken))
                .toList();
    }

    /** All of them, at work or not, by name. */
    public List<ValidationInfo> validations() {
        return catalog.components().stream()
                .filter(ValidationDefinition.class::isInstance)
                .map(ValidationDefinition.class::cast)
                .filter(validation -> validation.object().equals(name()))
                .sorted(Comparator.comparing(ValidationDefinition::name))
                .map(ValidationInfo::new)
                .toList();
    }

    /** A field that may be read, unless it leads only to records that may not. */
    private boolean isShown(Field field) {
        return caller.rights().mayRead(field)
                && (field.targets().isEmpty()
                        || field.targets().stream()
                                .map(catalog::require)
                                .allMatch(target -> caller.rights().may(ObjectRight.READ, target)));
    }

    private ObjectDefinition definition() {
        return object.definition();
    }

    /** A list that an object offers. */
    public record RelationInfo(
            String name, String label, String target, String field, boolean manyToMany) {}
}
