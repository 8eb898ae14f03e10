package kith.metadata.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kith.metadata.Component;
import kith.metadata.FieldDefinition;
import kith.metadata.ObjectDefinition;
import kith.metadata.ObjectDefinition.NameField;
import kith.metadata.RuleDefinition;
import kith.metadata.ValidationDefinition;
import kith.metadata.field.FieldType;
import kith.metadata.field.Inverse;
import kith.metadata.field.PicklistValue;

/**
 * What of a package's component is the tenant's once it is installed: labels, help, who sees
 * records, whether a value is required or unique, defaults, lengths, further values of picklists
 * and targets of lookups, whether a rule is active. An upgrade leaves that as it is; all else is
 * the package's, and the tenant leaves that as it is.
 */
final class TenantShare {

    private TenantShare() {}

    /** The component with the package's part of the first and the tenant's part of the second. */
    static Component combine(Component ofPackage, Component ofTenant) {
        if (ofPackage instanceof ObjectDefinition first
                && ofTenant instanceof ObjectDefinition second) {
            return combine(first, second);
        }
        if (ofPackage instanceof FieldDefinition first
                && ofTenant instanceof FieldDefinition second) {
            return combine(first, second);
        }
        if (ofPackage instanceof RuleDefinition first
                && ofTenant instanceof RuleDefinition second) {
            return combine(first, second);
        }
        if (ofPackage instanceof ValidationDefinition first
                && ofTenant instanceof ValidationDefinition second) {
            return combine(first, second);
        }
        return ofPackage;
    }

    private static ValidationDefinition combine(
            ValidationDefinition ofPackage, ValidationDefinition ofTenant) {
        return new ValidationDefinition(
                ofPackage.id(),
                ofPackage.object(),
                ofPackage.name(),
                ofTenant.label(),
                ofTenant.description(),
                ofTenant.isActive(),
                ofPackage.refuseWhen(),
                ofTenant.message(),
                ofPackage.field(),
                ofPackage.packageName());
    }

    private static ObjectDefinition combine(ObjectDefinition ofPackage, ObjectDefinition ofTenant) {
        return new ObjectDefinition(
                ofPackage.id(),
                ofPackage.name(),
                ofTenant.label(),
                ofPackage.pluralName(),
                ofTenant.pluralLabel(),
                ofTenant.description(),
                ofTenant.icon(),
                combine(ofPackage.nameField(), ofTenant.nameField().label()),
                ofPackage.key(),
                ofTenant.keepsHistory(),
                ofTenant.isSearchable(),
                ofTenant.isActivity(),
                ofPackage.writers(),
                ofTenant.sharing(),
                ofPackage.packageName());
    }

    private static NameField combine(NameField ofPackage, String label) {
        return switch (ofPackage) {
            case NameField.Typed _ -> new NameField.Typed(label);
            case NameField.Numbered(String _, String format) ->
                    new NameField.Numbered(label, format);
        };
    }

    private static FieldDefinition combine(FieldDefinition ofPackage, FieldDefinition ofTenant) {
        return new FieldDefinition(
                ofPackage.id(),
                ofPackage.object(),
                ofPackage.name(),
                ofTenant.label(),
                combine(ofPackage.type(), ofTenant.type()),
                ofTenant.isRequired(),
                ofTenant.isUnique(),
                ofPackage.isExternalId(),
                ofPackage.isIndexed(),
                ofPackage.isReadOnly(),
                ofTenant.isDeprecated(),
                ofTenant.helpText(),
                ofTenant.defaultValue(),
                ofPackage.storage(),
                ofPackage.packageName(),
                ofPackage.formula(),
                ofPackage.rollUp(),
                ofTenant.visibleWhen());
    }

    private static FieldType combine(FieldType ofPackage, FieldType ofTenant) {
        return switch (ofPackage) {
            case FieldType.Text(int length) when ofTenant instanceof FieldType.Text(int own) ->
                    new FieldType.Text(Math.max(length, own));
            case FieldType.LongText(int length)
                    when ofTenant instanceof FieldType.LongText(int own) ->
                    new FieldType.LongText(Math.max(length, own));
            case FieldType.Picklist(var values)
                    when ofTenant instanceof FieldType.Picklist(var own) ->
                    new FieldType.Picklist(combine(values, own));
            case FieldType.MultiPicklist(var values)
                    when ofTenant instanceof FieldType.MultiPicklist(var own) ->
                    new FieldType.MultiPicklist(combine(values, own));
            case FieldType.Lookup(String target, var inverse)
                    when ofTenant instanceof FieldType.Lookup(var _, var own) ->
                    new FieldType.Lookup(
                            target,
                            inverse.map(
                                    side -> new Inverse(side.name(), own.orElse(side).label())));
            case FieldType.PolymorphicLookup(var targets, Inverse inverse)
                    when ofTenant instanceof FieldType.PolymorphicLookup(var own, Inverse shown) ->
                    new FieldType.PolymorphicLookup(
                            withMissing(own, targets), new Inverse(inverse.name(), shown.label()));
            case FieldType.MasterDetail(String target, Inverse inverse)
                    when ofTenant instanceof FieldType.MasterDetail(var _, Inverse own) ->
                    new FieldType.MasterDetail(target, new Inverse(inverse.name(), own.label()));
            case FieldType.ManyToMany(String target, Inverse inverse)
                    when ofTenant instanceof FieldType.ManyToMany(var _, Inverse own) ->
                    new FieldType.ManyToMany(target, new Inverse(inverse.name(), own.label()));
            case FieldType.Text _,
                    FieldType.LongText _,
                    FieldType.Picklist _,
                    FieldType.MultiPicklist _,
                    FieldType.Lookup _,
                    FieldType.PolymorphicLookup _,
                    FieldType.TargetObject _,
                    FieldType.MasterDetail _,
                    FieldType.ManyToMany _,
                    FieldType.Id _,
                    FieldType.Numeric _,
                    FieldType.Currency _,
                    FieldType.Percent _,
                    FieldType.Date _,
                    FieldType.DateTime _,
                    FieldType.Checkbox _,
                    FieldType.Email _,
                    FieldType.Phone _,
                    FieldType.Url _,
                    FieldType.AutoNumber _ ->
                    ofPackage;
        };
    }

    /** The tenant's values in its order, then those of the package that it does not have yet. */
    private static List<PicklistValue> combine(
            List<PicklistValue> ofPackage, List<PicklistValue> ofTenant) {
        Set<String> known = ofTenant.stream().map(PicklistValue::value).collect(Collectors.toSet());
        List<PicklistValue> all = new ArrayList<>(ofTenant);
        ofPackage.stream().filter(value -> !known.contains(value.value())).forEach(all::add);
        return all;
    }

    /** The tenant's targets in its order, then those of the package that it does not have yet. */
    private static List<String> withMissing(List<String> ofTenant, List<String> ofPackage) {
        List<String> all = new ArrayList<>(ofTenant);
        ofPackage.stream().filter(target -> !ofTenant.contains(target)).forEach(all::add);
        return all;
    }

    private static RuleDefinition combine(RuleDefinition ofPackage, RuleDefinition ofTenant) {
        return new RuleDefinition(
                ofPackage.id(),
                ofPackage.object(),
                ofPackage.name(),
                ofTenant.label(),
                ofTenant.description(),
                ofPackage.on(),
                ofTenant.order(),
                ofTenant.isActive(),
                ofPackage.call(),
                ofPackage.script(),
                ofPackage.packageName());
    }
}
