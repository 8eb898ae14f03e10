package kith.graphql.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import kith.runtime.testing.RuntimeDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Lookups with several targets through the metadata API. */
class PolymorphicLookupsIT {

    private static final String RECORD = "01900000-0000-7000-8000-00000000000";

    private static RuntimeDatabase runtime;

    private MetadataTenant metadata;

    @BeforeAll
    static void start() {
        runtime = RuntimeDatabase.fresh("metadata_polymorphic");
    }

    @AfterAll
    static void stop() {
        runtime.close();
    }

    @BeforeEach
    void makeTenant() {
        metadata = new MetadataTenant(runtime);
        metadata.make();
        metadata.data(
                """
                mutation {
                  createObject(input: { name: "Visit", label: "Visit", pluralLabel: "Visits" }) { name }
                  createField(input: { object: "Visit", name: "about", type: "lookup", targets: ["Thing", "User"] }) { name }
                }
                """);
    }

    @Test
    void tellsOfItsTargetsAndOfTheListsThere() {
        JsonNode catalog =
                metadata.data(
                        """
                        { catalog {
                            object(name: "Visit") { fields { name type target targets inverseName } }
                            thing: object(name: "Thing") { relations { name target field } }
                        } }
                        """);

        assertThat(catalog.toString())
                .contains(
                        "{\"name\":\"about\",\"type\":\"lookup\",\"target\":null,\"targets\":[\"Thing\",\"User\"],\"inverseName\":\"visits\"}")
                .contains(
                        "\"relations\":[{\"name\":\"visits\",\"target\":\"Visit\",\"field\":\"about\"}]")
                .doesNotContain("aboutType");
        assertThat(metadata.data("{ components(kind: \"Field\", object: \"Visit\") }").toString())
                .contains("\"targets\":[\"Thing\",\"User\"]")
                .contains("\"storage\":\"ref_1\"");
    }

    @Test
    void takesAnotherTarget() {
        update("targets: [\"Thing\", \"User\", \"Visit\"]");

        assertThat(
                        metadata.data(
                                        "{ catalog { object(name: \"Visit\") { relations { name } } } }")
                                .toString())
                .contains("visits");
    }

    @Test
    void losesATargetOnlyIfNoRecordPointsToIt() {
        int visit = key("Visit");
        insert(visit, 1, key("Thing"));
        insert(visit, 2, 1);

        JsonNode refused = metadata.answer(mutation("targets: [\"User\"]"));
        assertThat(refused.findValue("code").asString()).isEqualTo("VALUES_IN_USE");
        assertThat(refused.findValue("message").asString())
                .isEqualTo("1 record that points to one of Thing in Visit.about");

        runtime.asOwner(
                metadata.tenant(),
                "update record set deleted_at = now() where id = '%s1'".formatted(RECORD));
        update("targets: [\"User\"]");
        assertThat(
                        metadata.data(
                                        "{ catalog { object(name: \"Thing\") { relations { name } } } }")
                                .toString())
                .contains("\"relations\":[]");
    }

    @Test
    void triesChangesOfItsTargetsWithoutMakingThem() {
        insert(key("Visit"), 3, key("Thing"));
        String change =
                """
                mutation { applyMetadata(dryRun: true, components: [
                  { kind: "Field", object: "Visit", name: "about", type: "lookup", targets: ["%s"] }
                ]) { catalogVersion problems { code path } } }
                """;

        assertThat(metadata.data(change.formatted("User")).toString())
                .contains("\"code\":\"VALUES_IN_USE\",\"path\":\"components.0.targets\"");
        assertThat(metadata.data(change.formatted("Thing")).toString()).contains("\"problems\":[]");
        assertThat(metadata.data(change.formatted("Thin")).toString())
                .contains("\"code\":\"UNKNOWN_OBJECT\",\"path\":\"components.0.targets.0\"");
    }

    @Test
    void keepsATargetFromBeingRemoved() {
        JsonNode refused =
                metadata.answer("mutation { deleteObject(name: \"Thing\") { catalogVersion } }");

        assertThat(refused.has("errors")).isTrue();
        assertThat(refused.toString()).contains("Visit.about");
    }

    private void update(String input) {
        metadata.data(mutation(input));
    }

    private static String mutation(String input) {
        return "mutation { updateField(object: \"Visit\", name: \"about\", input: { %s }) { name } }"
                .formatted(input);
    }

    private int key(String object) {
        return metadata.data("{ components(kind: \"Object\") }")
                .path("components")
                .valueStream()
                .filter(component -> component.path("name").asString().equals(object))
                .findFirst()
                .orElseThrow()
                .path("key")
                .asInt();
    }

    private void insert(int object, int number, int target) {
        runtime.asOwner(
                metadata.tenant(),
                """
                insert into record (tenant, object, id, version, name, created_at, updated_at, ref_1, object_1)
                values (%d, %d, '%s%d', 1, 'V', now(), now(), gen_random_uuid(), %d)
                """
                        .formatted(metadata.tenant().key(), object, RECORD, number, target));
    }
}
