package kith.metadata.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import kith.metadata.ComponentRef;
import kith.metadata.FieldDefinition;
import kith.metadata.ValidationDefinition;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.Formula;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.Relation;
import kith.metadata.catalog.Rule;
import kith.metadata.catalog.RuleProgram.FieldUse;
import kith.metadata.catalog.Storage;
import kith.metadata.expression.Condition;
import kith.metadata.expression.Expression;
import kith.metadata.expression.ExpressionTraits;
import kith.metadata.expression.FieldFormula;
import kith.metadata.expression.Visibility;
import kith.metadata.resolve.FieldUses;

/** Finds all that would break if a component were gone. */
public final class Dependents {

    private Dependents() {}

    /** The dependents of a component, each once; none where there is no such component. */
    public static List<Dependent> of(Catalog catalog, ComponentRef component) {
        return switch (component.kind()) {
            case OBJECT ->
                    catalog.object(component.name())
                            .map(object -> of(catalog, object))
                            .orElseGet(List::of);
            case FIELD ->
                    component
                            .object()
                            .flatMap(catalog::object)
                            .flatMap(object -> object.field(component.name()))
                            .map(field -> using(catalog, field))
                            .orElseGet(List::of);
            case RULE, VALIDATION, PERMISSION_SET -> List.of();
        };
    }

    private static List<Dependent> of(Catalog catalog, ObjectType object) {
        List<Dependent> dependents = new ArrayList<>();
        String name = object.name();
        catalog.components().stream()
                .filter(component -> ComponentSet.isPartOf(component, name))
                .forEach(part ->
                        dependents.add(
                                new Dependent(
                                        part.ref(),
                                        "is a "
                                                + part.kind()
                                                        .documentName()
                                                        .toLowerCase(Locale.ROOT)
                                                + " of "
                                                + name)));
        catalog.objects().stream()
                .filter(other -> !other.name().equals(name))
                .flatMap(other -> other.fields().stream())
                .filter(field -> !field.isSystem() && field.targets().contains(name))
                .map(Field::definition)
                .map(FieldDefinition::ref)
                .forEach(ref -> dependents.add(new Dependent(ref, "points to " + name)));
        catalog.rollUps().stream()
                .filter(one -> one.child().equals(name) && !one.field().object().equals(name))
                .map(one -> one.field().definition().ref())
                .forEach(ref -> dependents.add(new Dependent(ref, "sums up " + name)));
        rules(catalog).stream()
                .filter(rule -> !rule.definition().object().equals(name))
                .forEach(rule ->
                        rule.program().uses().stream()
                                .filter(use -> use.object().equals(name))
                                .map(FieldUse::field)
                                .sorted()
                                .findFirst()
                                .ifPresent(
                                        field -> dependents.add(uses(rule, name + "." + field))));
        return dependents;
    }

    private static List<Dependent> using(Catalog catalog, Field field) {
        List<Dependent> dependents = new ArrayList<>(rulesUsing(catalog, field));
        dependents.addAll(formulasUsing(catalog, field));
        dependents.addAll(rollUpsUsing(catalog, field));
        dependents.addAll(validationsUsing(catalog, field));
        dependents.addAll(defaultsUsing(catalog, field));
        dependents.addAll(shownBy(catalog, field));
        dependents.addAll(conditionsUsing(catalog, field));
        return dependents.stream().distinct().toList();
    }

    /**
     * The active rules that are called, or shown as buttons, under conditions that read a field.
     */
    private static List<Dependent> conditionsUsing(Catalog catalog, Field field) {
        return rules(catalog).stream()
                .filter(rule ->
                        rule.condition().filter(one -> reads(one, field)).isPresent()
                                || isButtonShownBy(catalog, rule, field))
                .map(rule -> uses(rule, field.object() + "." + field.name()))
                .toList();
    }

    private static boolean isButtonShownBy(Catalog catalog, Rule rule, Field field) {
        return catalog.object(rule.definition().object())
                .flatMap(object -> Visibility.condition(object, rule.definition(), catalog::object))
                .filter(condition -> reads(condition, field))
                .isPresent();
    }

    private static boolean reads(Formula condition, Field field) {
        return reads(((Condition) condition).expression(), field);
    }

    private static boolean reads(Expression condition, Field field) {
        return ExpressionTraits.uses(condition).stream().anyMatch(used -> isSame(used, field));
    }

    /** The other fields that are shown or not for what a field says. */
    private static List<Dependent> shownBy(Catalog catalog, Field field) {
        return catalog.objects().stream()
                .flatMap(object ->
                        object.fields().stream()
                                .filter(one -> !isSame(one, field))
                                .filter(one ->
                                        Visibility.condition(object, one, catalog::object)
                                                .filter(condition -> reads(condition, field))
                                                .isPresent()))
                .map(one ->
                        new Dependent(
                                one.definition().ref(),
                                "is shown by " + field.object() + "." + field.name()))
                .toList();
    }

    /** The other fields whose defaults read a field. */
    private static List<Dependent> defaultsUsing(Catalog catalog, Field field) {
        return catalog.objects().stream()
                .flatMap(object -> object.defaults().stream())
                .filter(one -> !isSame(one.field(), field))
                .filter(one ->
                        ExpressionTraits.uses(((FieldFormula) one.formula()).expression()).stream()
                                .anyMatch(used -> isSame(used, field)))
                .map(one ->
                        new Dependent(
                                one.field().definition().ref(),
                                "its default uses " + field.object() + "." + field.name()))
                .toList();
    }

    /** The fields whose formulas read a field. */
    private static List<Dependent> formulasUsing(Catalog catalog, Field field) {
        return catalog.objects().stream()
                .flatMap(object -> object.fields().stream())
                .filter(one ->
                        formula(catalog, one).stream()
                                .flatMap(formula ->
                                        ExpressionTraits.uses(formula.expression()).stream())
                                .anyMatch(used -> isSame(used, field)))
                .map(one ->
                        new Dependent(
                                one.definition().ref(),
                                "uses " + field.object() + "." + field.name()))
                .toList();
    }

    private static Optional<FieldFormula> formula(Catalog catalog, Field field) {
        if (field.storage() instanceof Storage.Computed(var formula)) {
            return Optional.of((FieldFormula) formula);
        }
        return catalog.storedFormulas().stream()
                .filter(stored -> stored.field().id().equals(field.id()))
                .map(stored -> (FieldFormula) stored.formula())
                .findFirst();
    }

    /** The fields that are summed up from a field, or along it. */
    private static List<Dependent> rollUpsUsing(Catalog catalog, Field field) {
        return catalog.rollUps().stream()
                .filter(one ->
                        one.child().equals(field.object()) && one.inputs().contains(field.name()))
                .map(one ->
                        new Dependent(
                                one.field().definition().ref(),
                                "sums up " + field.object() + "." + field.name()))
                .toList();
    }

    /** The active validations whose conditions read a field, or that show their message there. */
    private static List<Dependent> validationsUsing(Catalog catalog, Field field) {
        return catalog.objects().stream()
                .flatMap(object -> object.validations().stream())
                .filter(one -> isShownAt(one.definition(), field) || reads(one.condition(), field))
                .map(one ->
                        new Dependent(
                                one.definition().ref(),
                                "uses " + field.object() + "." + field.name()))
                .toList();
    }

    private static boolean isShownAt(ValidationDefinition validation, Field field) {
        return validation.object().equals(field.object())
                && validation.field().filter(field.name()::equals).isPresent();
    }

    private static boolean isSame(Field used, Field field) {
        return used.id().equals(field.id()) && used.object().equals(field.object());
    }

    /**
     * The active rules whose scripts use a field, also by its id or by the list on the other side.
     */
    static List<Dependent> rulesUsing(Catalog catalog, Field field) {
        List<Dependent> dependents = new ArrayList<>();
        for (Rule rule : rules(catalog)) {
            boolean isUsed =
                    rule.program().uses().stream().anyMatch(use -> touches(catalog, use, field));
            if (isUsed) {
                dependents.add(uses(rule, field.object() + "." + field.name()));
            }
        }
        return dependents;
    }

    /** The active rules that see fields of an object and call it by its name. */
    static List<Dependent> rulesNaming(Catalog catalog, String object) {
        return rules(catalog).stream()
                .filter(rule -> isOfObject(rule.program().uses(), object))
                .filter(rule -> rule.definition().script().matches("(?s).*\\b" + object + "\\b.*"))
                .map(rule -> uses(rule, object))
                .toList();
    }

    private static boolean isOfObject(Set<FieldUse> uses, String object) {
        return uses.stream().anyMatch(use -> use.object().equals(object));
    }

    private static boolean touches(Catalog catalog, FieldUse use, Field field) {
        Optional<ObjectType> object = catalog.object(use.object());
        return object.flatMap(one -> FieldUses.field(one, use.field()))
                .or(() -> object.flatMap(one -> one.relation(use.field())).map(Relation::field))
                .filter(used -> isSame(used, field))
                .isPresent();
    }

    private static List<Rule> rules(Catalog catalog) {
        return catalog.objects().stream().flatMap(object -> object.rules().stream()).toList();
    }

    private static Dependent uses(Rule rule, String what) {
        return new Dependent(rule.definition().ref(), "uses " + what);
    }
}
