package kith.runtime.catalog;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON of the database without losing digits. */
final class StoredJson {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private StoredJson() {}

    static JsonNode read(byte[] json) {
        return JSON.readTree(json);
    }
}
