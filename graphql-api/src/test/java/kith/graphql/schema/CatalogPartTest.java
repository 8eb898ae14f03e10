package kith.graphql.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kith.graphql.document.DocumentWords;
import kith.graphql.document.ValidDocument;
import kith.graphql.testing.SampleCatalog;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.ObjectType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CatalogPartTest {

    private static final Catalog CATALOG =
            SampleCatalog.of(
                    """
                    ---
                    {kind: Object, name: House}
                    ---
                    {kind: Object, name: Room}
                    ---
                    {kind: Field, object: Room, name: house, type: masterDetail, target: House, inverseName: rooms}
                    ---
                    {kind: Object, name: Chair}
                    ---
                    {kind: Field, object: Chair, name: room, type: lookup, target: Room, inverseName: chairs}
                    ---
                    {kind: Object, name: HouseFilter, pluralName: houseFilters}
                    ---
                    {kind: Object, name: Garden}
                    ---
                    {kind: Object, name: Tree}
                    ---
                    {kind: Object, name: Bench}
                    """);

    @Test
    void holdsTheObjectsThatTheDocumentLeadsTo() {
        assertThat(namesOf("{ houses { nodes { id name } } }")).containsExactly("House", "User");
        assertThat(namesOf("{ chairs { nodes { id room { name } } } }"))
                .containsExactly("Chair", "House", "Room", "User");
    }

    @Test
    void holdsWhatANewRecordNeeds() {
        assertThat(namesOf("mutation { createRoom(data: { name: \"a\" }) { id } }"))
                .containsExactly("House", "Room", "User");
    }

    @Test
    void holdsWhatVariablesLeadTo() {
        String create = "mutation M($data: ChairCreateInput!) { createChair(data: $data) { id } }";

        assertThat(namesOf(create)).containsExactly("Chair", "User");
        assertThat(
                        part(create, Map.of("data", Map.of("room", Map.of("id", "x"))))
                                .map(CatalogPartTest::names))
                .hasValueSatisfying(names ->
                        assertThat(names).containsExactly("Chair", "House", "Room", "User"));
        assertThat(
                        part(create, Map.of())
                                .orElseThrow()
                                .isLeftBy(variables(Map.of("path", List.of("room")))))
                .isTrue();
    }

    @Test
    void isTheWholeForWhatLeadsEverywhere() {
        assertThat(part("{ node(id: \"x\") { id } }", Map.of())).isEmpty();
        assertThat(part("{ __schema { types { name } } }", Map.of())).isEmpty();
        assertThat(part("subscription { houseChanged { kind } }", Map.of())).isEmpty();
        assertThat(part("{ unknown { id } }", Map.of())).isEmpty();
        assertThat(part("{ ...F } fragment F on Query { node(id: \"x\") { id } }", Map.of()))
                .isEmpty();
    }

    @Test
    void everyPartMakesASchema() {
        for (ObjectType object : CATALOG.objects()) {
            String list = object.definition().pluralName();
            part("{ %s { nodes { id } } }".formatted(list), Map.of())
                    .ifPresent(part ->
                            assertThat(TenantSchema.of(part).graphql().getType(object.name()))
                                    .isNotNull());
        }
    }

    @Test
    void hasWhatOnlyWritesNeedWhereTheRequestMayWrite() {
        TenantSchema reads =
                TenantSchema.of(part("{ houses { nodes { id } } }", Map.of()).orElseThrow());
        TenantSchema writes =
                TenantSchema.of(
                        part("mutation { deleteHouse(id: \"x\") { id } }", Map.of()).orElseThrow());

        assertThat(reads.graphql().isSupportingMutations()).isFalse();
        assertThat(reads.graphql().getType("House_CreateInput")).isNull();
        assertThat(writes.graphql().isSupportingMutations()).isTrue();
        assertThat(writes.graphql().getMutationType().getFieldDefinition("createHouse"))
                .isNotNull();
    }

    @Test
    void itsTypesAreNamedAsInTheWhole() {
        TenantSchema part =
                TenantSchema.of(part("{ houses { nodes { id } } }", Map.of()).orElseThrow());

        assertThat(part.graphql().getType("House_Filter")).isNotNull();
        assertThat(TenantSchema.of(CATALOG).graphql().getType("House_Filter")).isNotNull();
    }

    @Test
    void equalsThatOfAnotherCatalogWithTheSameObjects() {
        Catalog other =
                new Catalog(
                        7,
                        "other",
                        CATALOG.components(),
                        CATALOG.objects().stream()
                                .filter(object -> !object.name().equals("Bench"))
                                .toList());
        DocumentWords said = said("{ houses { nodes { id } } }", Map.of());

        assertThat(CatalogPart.of(other, said)).isEqualTo(CatalogPart.of(CATALOG, said));
    }

    @Test
    void isLeftByVariablesThatNameWhatIsOutside() {
        CatalogPart part = part("{ houses { nodes { id } } }", Map.of()).orElseThrow();
        String outside = part.leftOut().iterator().next();

        assertThat(part.isLeftBy(variables(Map.of("path", List.of(outside))))).isTrue();
        assertThat(part.isLeftBy(variables(Map.of("filter", Map.of(outside, 1))))).isTrue();
        assertThat(part.isLeftBy(variables(Map.of("note", "about the " + outside)))).isFalse();
    }

    private static List<String> namesOf(String query) {
        return names(part(query, Map.of()).orElseThrow());
    }

    private static List<String> names(CatalogPart part) {
        return part.objects().stream().map(ObjectType::name).toList();
    }

    private static Optional<CatalogPart> part(String query, Map<String, Object> variables) {
        return CatalogPart.of(CATALOG, said(query, variables));
    }

    private static DocumentWords said(String query, Map<String, Object> variables) {
        return DocumentWords.of(ValidDocument.parsed(query), query, variables(variables));
    }

    @SuppressWarnings("NullAway") // the values are the test's own
    private static Map<String, @Nullable Object> variables(Map<String, Object> variables) {
        return new HashMap<>(variables);
    }
}
