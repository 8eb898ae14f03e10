package kith.metadata.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kith.metadata.Component;

/**
 * All components of a tenant at one version, resolved and validated: references bound, scripts
 * compiled, storage assigned. Immutable and shared by all requests of the tenant.
 */
public final class Catalog {

    private final long version;
    private final String fingerprint;
    private final List<Component> components;
    private final List<ObjectType> objects;
    private final Map<String, ObjectType> objectsByName = new HashMap<>();
    private final Map<Integer, ObjectType> objectsByKey = new HashMap<>();

    /**
     * @param version counts the tenant's change sets from 0, the catalog of system objects alone
     * @param fingerprint equal for catalogs of equal content, whatever tenant and version
     */
    public Catalog(
            long version,
            String fingerprint,
            List<Component> components,
            List<ObjectType> objects) {
        this.version = version;
        this.fingerprint = fingerprint;
        this.components = List.copyOf(components);
        this.objects = List.copyOf(objects);
        objects.forEach(object -> this.objectsByName.put(object.name(), object));
        objects.forEach(object -> this.objectsByKey.put(object.key(), object));
    }

    public long version() {
        return version;
    }

    public String fingerprint() {
        return fingerprint;
    }

    /** The components as they stand in the database, with ids and storage. */
    public List<Component> components() {
        return components;
    }

    /** By name. */
    public List<ObjectType> objects() {
        return objects;
    }

    public Optional<ObjectType> object(String name) {
        return Optional.ofNullable(objectsByName.get(name));
    }

    public Optional<ObjectType> objectWithKey(int key) {
        return Optional.ofNullable(objectsByKey.get(key));
    }

    /** The active rules whose scripts compile no longer; writes that need them are refused. */
    public List<Rule> brokenRules() {
        return objects.stream()
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
        ObjectType object = objectsByName.get(objectName);
        if (object == null) {
            throw new IllegalArgumentException(
                    "No object " + objectName + " in catalog version " + version);
        }
        return object;
    }
}
