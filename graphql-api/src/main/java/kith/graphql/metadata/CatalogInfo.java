package kith.graphql.metadata;

import java.util.List;
import java.util.Optional;
import kith.metadata.catalog.Catalog;
import kith.runtime.access.Caller;

/** A catalog as one caller sees it. */
public record CatalogInfo(Caller caller, Catalog catalog) {

    public int version() {
        return Math.toIntExact(catalog.version());
    }

    public List<ObjectInfo> objects() {
        return catalog.objects().stream()
                .map(object -> new ObjectInfo(caller, catalog, object))
                .toList();
    }

    Optional<ObjectInfo> object(String name) {
        return catalog.object(name).map(object -> new ObjectInfo(caller, catalog, object));
    }
}
