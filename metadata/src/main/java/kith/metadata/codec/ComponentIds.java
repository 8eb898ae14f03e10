package kith.metadata.codec;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import kith.metadata.ComponentRef;
import kith.metadata.PackageIds;

/** Makes the permanent ids of components whose documents give none. */
@FunctionalInterface
public interface ComponentIds {

    UUID idOf(ComponentRef component, Optional<String> packageName);

    /**
     * The same id for the same component of a package in every tenant; a new one for what a tenant
     * makes.
     */
    static ComponentIds fresh(Supplier<UUID> newIds) {
        return (component, packageName) ->
                packageName.map(name -> ofPackage(name, component)).orElseGet(newIds);
    }

    /** The id of a package's component: made from its first name, so that it needs no registry. */
    static UUID ofPackage(String packageName, ComponentRef component) {
        return PackageIds.of(packageName, component);
    }
}
