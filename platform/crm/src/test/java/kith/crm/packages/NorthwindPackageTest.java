package kith.crm.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kith.metadata.Component;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.Relation;
import kith.metadata.catalog.RuleCompiler;
import kith.metadata.codec.ComponentDocuments;
import kith.metadata.codec.ComponentIds;
import kith.metadata.codec.DecodeContext;
import kith.metadata.codec.Decoded;
import kith.metadata.resolve.CatalogBuilder;
import kith.runtime.storage.SlotAssigner;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class NorthwindPackageTest {

    private static final RuleCompiler ANY_SCRIPT = (_, _) -> new RuleCompiler.Compiled(Set::of);

    private final Catalog catalog =
            CatalogBuilder.build(components(), new SlotAssigner(), ANY_SCRIPT);

    @Test
    void givesEachObjectItsOwnList() {
        assertThat(catalog.objects())
                .extracting(object -> object.definition().pluralName())
                .contains(
                        "accounts",
                        "contacts",
                        "products",
                        "categories",
                        "orders",
                        "orderLines",
                        "territories");
    }

    @Test
    void leadsFromAnAccountToItsContactsAndOrders() {
        assertThat(catalog.require("Account").relations())
                .extracting(Relation::name)
                .contains("contacts", "orders");
    }

    @Test
    void makesLinesAPartOfTheirOrder() {
        assertThat(catalog.require("Order").relations())
                .extracting(Relation::name)
                .contains("lines");
        assertThat(field(catalog.require("OrderLine"), "order").definition().isRequired()).isTrue();
    }

    @Test
    void givesUsersTheirTerritories() {
        assertThat(field(catalog.require("User"), "territories").isManyToMany()).isTrue();
        assertThat(catalog.require("Territory").relations())
                .extracting(Relation::name)
                .contains("employees");
    }

    @Test
    void storesTheSameWayInEachTenant() {
        Catalog other = CatalogBuilder.build(components(), new SlotAssigner(), ANY_SCRIPT);

        assertThat(other.fingerprint()).isEqualTo(catalog.fingerprint());
    }

    private static Field field(ObjectType object, String name) {
        return object.field(name).orElseThrow();
    }

    private static List<Component> components() {
        ComponentDocuments documents = new ComponentDocuments();
        DecodeContext context =
                DecodeContext.of((ref, name) -> ComponentIds.ofPackage(name.orElseThrow(), ref));
        List<Component> components = new ArrayList<>();
        for (JsonNode document : PackageLibrary.fromClassPath().require("northwind").components()) {
            Decoded decoded = documents.decode(document, List.of(components.size()), context);
            assertThat(decoded).as(document.toString()).isInstanceOf(Decoded.Sound.class);
            components.add(((Decoded.Sound) decoded).component());
        }
        return components;
    }
}
