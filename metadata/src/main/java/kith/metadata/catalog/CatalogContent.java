package kith.metadata.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kith.metadata.Component;
import kith.metadata.PermissionSetDefinition;

/** All of a catalog but its version: tenants whose catalogs have equal content share it. */
public final class CatalogContent {

    private final String fingerprint;
    private final List<Component> components;
    private final List<PermissionSetDefinition> permissionSets;
    private final List<ObjectType> objects;
    private final Map<String, ObjectType> objectsByName;
    private final Map<Integer, ObjectType> objectsByKey;
    private final int ownFields;
    private final Map<Integer, RecordHome> homes;
    private final Map<String, List<RollUp>> rollUps;
    private final List<StoredFormula> storedFormulas;

    /**
     * @param fingerprint equal for equal content
     * @param ownFields fields of those objects that no catalog had before
     * @param homes where records of objects lie, removed ones included, by their keys; those of all
     *     others lie in the shared table
     * @param rollUps by the object whose records they sum up
     * @param storedFormulas those whose values are kept in columns
     */
    public CatalogContent(
            String fingerprint,
            List<Component> components,
            List<ObjectType> objects,
            int ownFields,
            Map<Integer, RecordHome> homes,
            Map<String, List<RollUp>> rollUps,
            List<StoredFormula> storedFormulas) {
        this.fingerprint = fingerprint;
        this.components = List.copyOf(components);
        this.permissionSets =
                this.components.stream()
                        .filter(PermissionSetDefinition.class::isInstance)
                        .map(PermissionSetDefinition.class::cast)
                        .toList();
        this.objects = List.copyOf(objects);
        this.ownFields = ownFields;
        this.homes = Map.copyOf(homes);
        this.rollUps = Map.copyOf(rollUps);
        this.storedFormulas = List.copyOf(storedFormulas);
        this.objectsByName = HashMap.newHashMap(objects.size());
        this.objectsByKey = HashMap.newHashMap(objects.size());
        objects.forEach(object -> this.objectsByName.put(object.name(), object));
        objects.forEach(object -> this.objectsByKey.put(object.key(), object));
    }

    /** The catalog of a tenant that has this content since a version. */
    public Catalog at(long version) {
        return new Catalog(version, this);
    }

    /** How many fields its objects have that it does not share with older content. */
    public int ownFields() {
        return ownFields;
    }

    String fingerprint() {
        return fingerprint;
    }

    List<Component> components() {
        return components;
    }

    List<PermissionSetDefinition> permissionSets() {
        return permissionSets;
    }

    Map<Integer, RecordHome> homes() {
        return homes;
    }

    Map<String, List<RollUp>> rollUps() {
        return rollUps;
    }

    List<StoredFormula> storedFormulas() {
        return storedFormulas;
    }

    List<ObjectType> objects() {
        return objects;
    }

    Optional<ObjectType> object(String name) {
        return Optional.ofNullable(objectsByName.get(name));
    }

    Optional<ObjectType> objectWithKey(int key) {
        return Optional.ofNullable(objectsByKey.get(key));
    }
}
