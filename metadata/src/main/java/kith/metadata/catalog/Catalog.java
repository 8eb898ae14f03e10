package kith.metadata.catalog;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kith.metadata.Component;
import kith.metadata.PermissionSetDefinition;

/**
 * All components of a tenant at one version, resolved and validated: references bound, scripts
 * compiled, storage assigned. Immutable and shared by all requests of the tenant.
 */
public final class Catalog {

    private final long version;
    private final CatalogContent content;

    /**
     * @param version counts the tenant's change sets from 0, the catalog of system objects alone
     * @param fingerprint equal for catalogs of equal content, whatever tenant and version
     */
    public Catalog(
            long version,
            String fingerprint,
            List<Component> components,
            List<ObjectType> objects) {
        this(version, fingerprint, components, objects, Map.of());
    }

    /**
     * @param version counts the tenant's change sets from 0, the catalog of system objects alone
     * @param fingerprint equal for catalogs of equal content, whatever tenant and version
     * @param homes where records of objects lie that are not in the shared table, or leave it
     */
    public Catalog(
            long version,
            String fingerprint,
            List<Component> components,
            List<ObjectType> objects,
            Map<Integer, RecordHome> homes) {
        this(
                version,
                new CatalogContent(
                        fingerprint,
                        components,
                        objects,
                        objects.stream().mapToInt(object -> object.fields().size()).sum(),
                        homes,
                        Map.of(),
                        List.of()));
    }

    Catalog(long version, CatalogContent content) {
        this.version = version;
        this.content = content;
    }

    /** What it shares with the catalogs of other tenants that are equal. */
    public CatalogContent content() {
        return content;
    }

    public long version() {
        return version;
    }

    public String fingerprint() {
        return content.fingerprint();
    }

    /** The components as they stand in the database, with ids and storage. */
    public List<Component> components() {
        return content.components();
    }

    /** What users may see and do, as far as this tenant says so itself. */
    public List<PermissionSetDefinition> permissionSets() {
        return content.permissionSets();
    }

    /** By name. */
    public List<ObjectType> objects() {
        return content.objects();
    }

    public Optional<ObjectType> object(String name) {
        return content.object(name);
    }

    public Optional<ObjectType> objectWithKey(int key) {
        return content.objectWithKey(key);
    }

    /** By the keys of objects, removed ones included; objects that are missing share a table. */
    public Map<Integer, RecordHome> homes() {
        return content.homes();
    }

    /** The roll-ups that sum up records of an object. */
    public List<RollUp> rollUpsOver(ObjectType child) {
        return content.rollUps().getOrDefault(child.name(), List.of());
    }

    /** All roll-ups. */
    public List<RollUp> rollUps() {
        return content.rollUps().values().stream().flatMap(List::stream).toList();
    }

    /** The formulas whose values are kept in columns. */
    public List<StoredFormula> storedFormulas() {
        return content.storedFormulas();
    }

    /**
     * The fields with stored formulas whose columns are being brought up to date, by id. They are
     * computed for whoever reads them, as if they were not stored.
     */
    public Set<UUID> staleFormulas() {
        return storedFormulas().stream()
                .filter(StoredFormula::isStale)
                .map(formula -> formula.field().id())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The slots with values of an object, also those that nobody reads for now. */
    public Set<Storage> slots(ObjectType object) {
        return Stream.concat(
                        object.fields().stream(),
                        storedFormulas().stream()
                                .map(StoredFormula::field)
                                .filter(field -> field.object().equals(object.name())))
                .map(Field::storage)
                .filter(Storage.Slot.class::isInstance)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The active rules whose scripts compile no longer; writes that need them are refused. */
    public List<Rule> brokenRules() {
        return content.objects().stream()
                .flatMap(object -> object.rules().stream())
                .filter(Rule::isBroken)
                .toList();
    }

    /**
     * The object that a reference field or relation of this catalog points to.
     *
     * @throws IllegalArgumentException if the name is not of this catalog, which a field of it
     *     never has
     */
    public ObjectType require(String objectName) {
        return content.object(objectName)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "No object " + objectName + " in catalog version " + version));
    }
}
