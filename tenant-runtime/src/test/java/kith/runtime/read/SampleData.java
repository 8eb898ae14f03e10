package kith.runtime.read;

import java.io.InputStream;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.runtime.tenant.Tenant;
import kith.runtime.testing.RuntimeDatabase;
import kith.runtime.testing.SampleRecords;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The records of the read cases. */
final class SampleData {

    private SampleData() {}

    static void load(RuntimeDatabase runtime, Tenant tenant, Catalog catalog) throws SQLException {
        InputStream stream = SampleData.class.getResourceAsStream("/read-cases/records.yaml");
        JsonNode all = new YAMLMapper().readTree(Objects.requireNonNull(stream));
        try (SampleRecords records = SampleRecords.into(runtime, tenant)) {
            for (Map.Entry<String, JsonNode> entry : all.properties()) {
                for (JsonNode each : entry.getValue()) {
                    if (entry.getKey().equals("links")) {
                        link(records, catalog, each);
                    } else {
                        add(records, catalog.require(entry.getKey()), each);
                    }
                }
            }
        }
    }

    private static void add(SampleRecords records, ObjectType object, JsonNode values)
            throws SQLException {
        Map<Field, Object> typed = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> value : values.properties()) {
            Field field = object.field(value.getKey()).orElseThrow();
            typed.put(field, YamlValues.typed(field, value.getValue()));
        }
        UUID id = SampleRecords.id(values.get("id").intValue());
        records.add(object, id, typed);
    }

    private static void link(SampleRecords records, Catalog catalog, JsonNode link)
            throws SQLException {
        String[] names = link.get("field").stringValue().split("\\.", 2);
        records.link(
                catalog.require(names[0]).field(names[1]).orElseThrow(),
                SampleRecords.id(link.get("source").intValue()),
                SampleRecords.id(link.get("target").intValue()));
    }
}
