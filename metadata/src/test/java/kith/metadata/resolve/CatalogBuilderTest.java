package kith.metadata.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kith.metadata.FieldDefinition;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.Relation;
import kith.metadata.catalog.Relation.Direction;
import kith.metadata.catalog.Rule;
import kith.metadata.catalog.Storage;
import org.junit.jupiter.api.Test;

class CatalogBuilderTest {

    private static final String SALES =
            """
            kind: Object
            name: Account
            ---
            kind: Object
            name: Contact
            ---
            kind: Field
            object: Contact
            name: account
            type: lookup
            target: Account
            ---
            kind: Field
            object: Account
            name: partners
            type: manyToMany
            target: Account
            inverseName: partnerOf
            ---
            kind: Field
            object: Account
            name: revenue
            type: currency
            """;

    @Test
    void knowsTheUsersOfATenantWithoutAnyComponent() {
        Catalog catalog = Catalogs.of("");

        assertThat(catalog.version()).isZero();
        assertThat(catalog.components()).isEmpty();
        ObjectType user = catalog.require("User");
        assertThat(user.key()).isEqualTo(1);
        assertThat(user.field("email").orElseThrow().definition().isUnique()).isTrue();
        assertThat(user.relation("directReports").orElseThrow().target()).isEqualTo("User");
    }

    @Test
    void givesEveryObjectTheSystemFieldsFirst() {
        Catalog catalog = Catalogs.of(SALES);

        assertThat(catalog.require("Account").fields())
                .extracting(Field::name)
                .containsExactly(
                        "id",
                        "name",
                        "version",
                        "owner",
                        "createdAt",
                        "createdBy",
                        "updatedAt",
                        "updatedBy",
                        "deletedAt",
                        "partners",
                        "revenue");
        Field owner = catalog.require("Account").field("owner").orElseThrow();
        assertThat(owner.isSystem()).isTrue();
        assertThat(owner.storage()).isEqualTo(new Storage.Column("owner"));
        assertThat(owner.target()).contains("User");
    }

    @Test
    void bindsBothSidesOfReferences() {
        Catalog catalog = Catalogs.of(SALES);

        Relation contacts = catalog.require("Account").relation("contacts").orElseThrow();
        assertThat(contacts.direction()).isEqualTo(Direction.CHILDREN);
        assertThat(contacts.target()).isEqualTo("Contact");
        assertThat(contacts.field().name()).isEqualTo("account");
        assertThat(catalog.require("Account").relation("partners").orElseThrow().direction())
                .isEqualTo(Direction.LINKED);
        assertThat(catalog.require("Account").relation("partnerOf").orElseThrow().direction())
                .isEqualTo(Direction.LINKED_BACK);
    }

    @Test
    void givesKeysAndStorageAndKeepsFixedOnes() {
        Catalog catalog =
                Catalogs.of(
                        """
                        kind: Object
                        name: Account
                        key: 2004
                        ---
                        kind: Object
                        name: Contact
                        ---
                        kind: Field
                        object: Account
                        name: revenue
                        type: currency
                        ---
                        kind: Field
                        object: Account
                        name: size
                        type: number
                        storage: more_1
                        """);

        assertThat(catalog.require("Account").key()).isEqualTo(2004);
        assertThat(catalog.require("Contact").key()).isEqualTo(CatalogSource.FIRST_OBJECT_KEY);
        assertThat(catalog.require("Account").field("size").orElseThrow().storage())
                .isEqualTo(new Storage.Overflow(1));
        assertThat(catalog.require("Account").field("revenue").orElseThrow().storage())
                .isEqualTo(new Storage.Overflow(2));
        assertThat(catalog.components())
                .filteredOn(FieldDefinition.class::isInstance)
                .allSatisfy(field -> assertThat(((FieldDefinition) field).storage()).isPresent());
    }

    @Test
    void ordersActiveRulesAndLeavesInactiveOnesOut() {
        Catalog catalog =
                Catalogs.of(
                        """
                        kind: Object
                        name: Deal
                        ---
                        kind: Rule
                        object: Deal
                        name: second
                        on: [BEFORE_CREATE]
                        order: 20
                        script: record.name
                        ---
                        kind: Rule
                        object: Deal
                        name: draft
                        on: [BEFORE_CREATE]
                        order: 5
                        active: false
                        script: record.nothing
                        ---
                        kind: Rule
                        object: Deal
                        name: first
                        on: [BEFORE_CREATE, BEFORE_UPDATE]
                        order: 10
                        script: record.name
                        """);

        assertThat(catalog.require("Deal").rules())
                .extracting((Rule rule) -> rule.definition().name())
                .isEqualTo(List.of("first", "second"));
    }
}
