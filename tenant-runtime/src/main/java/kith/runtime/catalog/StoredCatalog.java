package kith.runtime.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kith.metadata.Component;
import kith.metadata.catalog.RecordHome;
import kith.metadata.catalog.Storage;
import kith.metadata.codec.ComponentDocuments;
import kith.metadata.codec.ComponentIds;
import kith.metadata.codec.DecodeContext;
import kith.metadata.codec.Decoded;
import kith.metadata.problem.ProblemException;
import kith.metadata.resolve.CatalogSource;
import kith.metadata.resolve.RetiredObject;
import kith.metadata.resolve.RetiredStorage;
import kith.runtime.storage.TableState;
import tools.jackson.databind.JsonNode;

/** A catalog as it stands in the database: documents, not yet read. */
record StoredCatalog(JsonNode json) {

    private static final ComponentIds NONE =
            (component, packageName) -> {
                throw new IllegalStateException(component + " is stored without id");
            };

    static StoredCatalog read(byte[] json) {
        return new StoredCatalog(StoredJson.read(json));
    }

    /** Of its components, as it was written down with them. */
    Optional<String> fingerprint() {
        return Optional.of(json.path("fingerprint"))
                .filter(JsonNode::isString)
                .map(JsonNode::asString);
    }

    /** Whether the components were read; they are not where their fingerprint is known. */
    boolean hasComponents() {
        return json.path("components").isArray();
    }

    long version() {
        return json.path("version").asLong();
    }

    int nextObjectKey() {
        return json.path("nextObjectKey").asInt();
    }

    Set<RetiredStorage> retired() {
        Set<RetiredStorage> retired = new HashSet<>();
        for (JsonNode home : json.path("retired")) {
            retired.add(
                    new RetiredStorage(
                            home.path("object").asInt(),
                            Storage.parse(home.path("storage").asString()).orElseThrow(),
                            home.path("purging").asBoolean()
                                    ? RetiredStorage.NOBODY
                                    : UUID.fromString(home.path("field").asString())));
        }
        return retired;
    }

    Set<RetiredObject> retiredObjects() {
        Set<RetiredObject> retired = new HashSet<>();
        for (JsonNode object : json.path("retiredObjects")) {
            retired.add(
                    new RetiredObject(
                            object.path("object").asInt(),
                            UUID.fromString(object.path("id").asString()),
                            object.path("purging").asBoolean()));
        }
        return retired;
    }

    /** Where records lie that are not in the shared table, or leave it, by the keys of objects. */
    Map<Integer, RecordHome> homes() {
        Map<Integer, RecordHome> homes = new HashMap<>();
        for (JsonNode table : json.path("tables")) {
            TableState.valueOf(table.path("state").asString())
                    .home(table.path("number").asInt())
                    .ifPresent(home -> homes.put(table.path("object").asInt(), home));
        }
        return homes;
    }

    /** The fields with stored formulas whose columns are being brought up to date. */
    Set<UUID> stale() {
        Set<UUID> stale = new HashSet<>();
        for (JsonNode field : json.path("stale")) {
            stale.add(UUID.fromString(field.asString()));
        }
        return stale;
    }

    /**
     * What the catalog is made from.
     *
     * @throws ProblemException if a document can no longer be read
     */
    CatalogSource source(ComponentDocuments documents) {
        List<Component> components = new ArrayList<>();
        for (JsonNode document : json.path("components")) {
            switch (documents.decode(document, List.of(), DecodeContext.of(NONE))) {
                case Decoded.Sound(Component component) -> components.add(component);
                case Decoded.Faulty(var problems) -> throw new ProblemException(problems);
            }
        }
        return new CatalogSource(
                version(), components, retired(), nextObjectKey(), Set.of(), homes(), stale());
    }
}
