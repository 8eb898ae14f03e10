package kith.graphql.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import kith.graphql.testing.Requests;
import kith.runtime.testing.RuntimeDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PermissionSetsIT {

    private static final String USER = "01900000-0000-7000-8000-0000000000a2";
    private static RuntimeDatabase runtime;
    private MetadataTenant metadata;

    @BeforeAll
    static void start() {
        runtime = RuntimeDatabase.fresh("permission_sets");
    }

    @AfterAll
    static void stop() {
        runtime.close();
    }

    @BeforeEach
    void makeUser() {
        metadata = new MetadataTenant(runtime);
        metadata.make();
        runtime.asOwner(
                metadata.tenant(),
                "insert into record (tenant, object, id, version, name, created_at, updated_at, flag_1) values (%d, 1, '%s', 1, 'Grace', now(), now(), true)"
                        .formatted(metadata.tenant().key(), USER));
    }

    @Test
    void listsTheStandardProfileAndThoseThatWereMade() {
        put(
                "{ kind: \"PermissionSet\", name: \"Small\", purpose: \"muting\", objects: { Thing: { fields: { size: \"edit\" } } } }");

        JsonNode sets =
                metadata.data("{ permissionSets { name label purpose isSystem document } }")
                        .path("permissionSets");

        assertThat(sets.at("/0/name").asString()).isEqualTo("StandardUser");
        assertThat(sets.at("/0/isSystem").asBoolean()).isTrue();
        assertThat(sets.at("/1/label").asString()).isEqualTo("Small");
        assertThat(sets.at("/1/purpose").asString()).isEqualTo("MUTING");
        assertThat(sets.at("/1/document/objects/Thing/fields/size").asString()).isEqualTo("edit");
    }

    @Test
    void tellsWhichSetGivesOrTakesAway() {
        put(
                "{ kind: \"PermissionSet\", name: \"Small\", purpose: \"muting\", objects: { Thing: { rights: [\"delete\"], fields: { size: \"edit\" } } } }");
        assign("Small");

        JsonNode object = access("object: \"Thing\"");
        JsonNode field = access("object: \"Thing\", field: \"size\"");
        JsonNode user = access("object: \"User\"");

        assertThat(right(object, "update").path("reason").asString()).isEqualTo("GRANTED");
        assertThat(right(object, "update").at("/grantedBy/0/name").asString())
                .isEqualTo("StandardUser");
        assertThat(right(object, "delete").path("isGranted").asBoolean()).isFalse();
        assertThat(right(object, "delete").path("reason").asString()).isEqualTo("MUTED");
        assertThat(right(object, "delete").at("/mutedBy/0/name").asString()).isEqualTo("Small");
        assertThat(right(object, "viewAll").path("reason").asString()).isEqualTo("NOT_GRANTED");
        assertThat(right(field, "read").path("reason").asString()).isEqualTo("GRANTED");
        assertThat(right(field, "edit").path("reason").asString()).isEqualTo("MUTED");
        assertThat(right(user, "update").path("reason").asString())
                .isEqualTo("ONLY_ADMINISTRATORS");
    }

    @Test
    void letsSetsFollowNamesAndForgetWhatIsRemoved() {
        put(
                "{ kind: \"PermissionSet\", name: \"Small\", objects: { Thing: { rights: [\"read\"], fields: { size: \"read\" } } } }");
        metadata.data(
                "mutation { renameField(object: \"Thing\", name: \"size\", to: \"extent\") { name } renameObject(name: \"Thing\", to: \"Item\") { name } }");

        assertThat(document().at("/objects/Item/fields/extent").asString()).isEqualTo("read");

        metadata.data(
                "mutation { deleteField(object: \"Item\", name: \"extent\") { catalogVersion } }");
        assertThat(document().at("/objects/Item/fields").isMissingNode()).isTrue();
        metadata.data("mutation { deleteObject(name: \"Item\") { catalogVersion } }");
        assertThat(document().path("objects").isEmpty()).isTrue();
    }

    @Test
    void letsAssignmentsFollowTheNameOfTheirSet() {
        put(
                "{ kind: \"PermissionSet\", name: \"Small\", purpose: \"muting\", objects: { Thing: { rights: [\"read\"] } } }");
        assign("Small");
        String id = document().path("id").asString();
        put(
                "{ kind: \"PermissionSet\", id: \"%s\", name: \"Tiny\", purpose: \"muting\", objects: { Thing: { rights: [\"read\"] } } }"
                        .formatted(id));

        assertThat(right(access("object: \"Thing\""), "read").at("/mutedBy/0/name").asString())
                .isEqualTo("Tiny");
    }

    @Test
    void endsAssignmentsOfASetThatIsRemoved() {
        String small =
                "{ kind: \"PermissionSet\", name: \"Small\", purpose: \"muting\", objects: { Thing: { rights: [\"read\"] } } }";
        put(small);
        assign("Small");
        metadata.data(
                "mutation { applyMetadata(remove: [{ kind: \"PermissionSet\", name: \"Small\" }]) { catalogVersion } }");
        put(small);

        assertThat(right(access("object: \"Thing\""), "read").path("isGranted").asBoolean())
                .isTrue();
    }

    @Test
    void refusesMembers() {
        assertThat(memberCode("{ permissionSets { name } }")).isEqualTo("FUNCTION_FORBIDDEN");
        assertThat(
                        memberCode(
                                "{ access(user: \"%s\", object: \"Thing\") { isActive } }"
                                        .formatted(USER)))
                .isEqualTo("FUNCTION_FORBIDDEN");
    }

    private String memberCode(String query) {
        return Requests.json(
                        Requests.answer(
                                metadata.endpoint()
                                        .handle(metadata.member(), Requests.post(query))))
                .at("/errors/0/extensions/code")
                .asString();
    }

    private JsonNode document() {
        return metadata.data("{ components(kind: \"PermissionSet\") }").at("/components/0");
    }

    private void put(String document) {
        JsonNode applied =
                metadata.data(
                        "mutation { applyMetadata(components: [%s]) { problems { path message } } }"
                                .formatted(document));
        assertThat(applied.at("/applyMetadata/problems").isEmpty()).as(applied.toString()).isTrue();
    }

    private void assign(String permissionSet) {
        runtime.asOwner(
                metadata.tenant(),
                "insert into record (tenant, object, id, version, created_at, updated_at, ref_1, text_1) values (%d, 2, gen_random_uuid(), 1, now(), now(), '%s', '%s')"
                        .formatted(metadata.tenant().key(), USER, permissionSet));
    }

    private JsonNode access(String of) {
        return metadata.data(
                        "{ access(user: \"%s\", %s) { isAdministrator permissionSets { name } rights { right isGranted reason grantedBy { name } mutedBy { name purpose } } } }"
                                .formatted(USER, of))
                .path("access");
    }

    private static JsonNode right(JsonNode explanation, String right) {
        return explanation.path("rights").values().stream()
                .filter(each -> each.path("right").asString().equals(right))
                .findFirst()
                .orElseThrow();
    }
}
