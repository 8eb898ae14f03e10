package kith.metadata.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kith.metadata.ObjectDefinition;
import kith.metadata.RuleDefinition;

/**
 * An object with everything that hangs on it: its fields, system fields first, its relations and
 * its rules.
 */
public final class ObjectType {

    private final ObjectDefinition definition;
    private final int key;
    private final RecordHome home;
    private final List<Field> fields;
    private final Map<String, Field> fieldsByName;
    private final List<Relation> relations;
    private final Map<String, Relation> relationsByName;
    private final List<Rule> rules;
    private final List<Validation> validations;
    private final List<FieldDefault> defaults;

    /** Objects are keys of maps: that of all fields would be reckoned again each time. */
    private final int hash;

    /**
     * @param key the integer that stands for the object in tables
     * @param home where its records lie
     * @param rules active rules in the order in which they run
     * @param validations active validations
     * @param defaults those that are expressions, in the order in which they are computed
     */
    public ObjectType(
            ObjectDefinition definition,
            int key,
            RecordHome home,
            List<Field> fields,
            List<Relation> relations,
            List<Rule> rules,
            List<Validation> validations,
            List<FieldDefault> defaults) {
        this.definition = definition;
        this.key = key;
        this.home = home;
        this.fields = List.copyOf(fields);
        this.fieldsByName = HashMap.newHashMap(fields.size());
        fields.forEach(field -> this.fieldsByName.put(field.name(), field));
        this.relations = List.copyOf(relations);
        this.relationsByName = HashMap.newHashMap(relations.size());
        relations.forEach(relation -> this.relationsByName.put(relation.name(), relation));
        this.rules = List.copyOf(rules);
        this.validations = List.copyOf(validations);
        this.defaults = List.copyOf(defaults);
        this.hash = Objects.hash(definition, fields, relations.size(), rules.size());
    }

    /** An object whose defaults are all values. */
    public ObjectType(
            ObjectDefinition definition,
            int key,
            RecordHome home,
            List<Field> fields,
            List<Relation> relations,
            List<Rule> rules,
            List<Validation> validations) {
        this(definition, key, home, fields, relations, rules, validations, List.of());
    }

    /** An object without validations. */
    public ObjectType(
            ObjectDefinition definition,
            int key,
            RecordHome home,
            List<Field> fields,
            List<Relation> relations,
            List<Rule> rules) {
        this(definition, key, home, fields, relations, rules, List.of());
    }

    /** An object with its records in the shared table. */
    public ObjectType(
            ObjectDefinition definition,
            int key,
            List<Field> fields,
            List<Relation> relations,
            List<Rule> rules) {
        this(definition, key, RecordHome.COMMON, fields, relations, rules);
    }

    public ObjectDefinition definition() {
        return definition;
    }

    public UUID id() {
        return definition.id();
    }

    public String name() {
        return definition.name();
    }

    public int key() {
        return key;
    }

    /** Where its records lie. */
    public RecordHome home() {
        return home;
    }

    /** System fields first, then the tenant's in the order in which they were made. */
    public List<Field> fields() {
        return fields;
    }

    public Optional<Field> field(String name) {
        return Optional.ofNullable(fieldsByName.get(name));
    }

    /** The field that tells of which object the record is that a polymorphic lookup points to. */
    public Field targetObjectOf(Field lookup) {
        String name = TargetObjects.nameOf(lookup.name());
        return field(name)
                .orElseThrow(() -> new IllegalArgumentException(lookup.name() + " has one target"));
    }

    public List<Relation> relations() {
        return relations;
    }

    public Optional<Relation> relation(String name) {
        return Optional.ofNullable(relationsByName.get(name));
    }

    public List<Rule> rules() {
        return rules;
    }

    /** What its records may not be. */
    public List<Validation> validations() {
        return validations;
    }

    /** The defaults that are expressions, in the order in which they are computed. */
    public List<FieldDefault> defaults() {
        return defaults;
    }

    /** The rules that run at a moment, in their order. */
    public Stream<Rule> rulesAt(RuleDefinition.Moment moment) {
        return rules.stream().filter(rule -> rule.definition().on().contains(moment));
    }

    /** The object as if it had no rule but this one, and checked nothing. */
    public ObjectType withOnly(Rule rule) {
        return new ObjectType(definition, key, home, fields, relations, List.of(rule), List.of());
    }

    /** The rule of this name that people set off. */
    public Optional<Rule> button(String name) {
        return rulesAt(RuleDefinition.Moment.BUTTON)
                .filter(rule -> rule.definition().name().equals(name))
                .findFirst();
    }

    /** Objects of equal content are equal, whatever catalogs they belong to. */
    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof ObjectType that
                        && key == that.key
                        && home.equals(that.home)
                        && definition.equals(that.definition)
                        && fields.equals(that.fields)
                        && relations.equals(that.relations)
                        && rules.equals(that.rules)
                        && validations.equals(that.validations)
                        && defaults.equals(that.defaults));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return "ObjectType[" + name() + "]";
    }
}
