package kith.metadata.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import kith.metadata.catalog.Catalog;
import org.junit.jupiter.api.Test;

class SharedPartsTest {

    private static final String PACKAGE =
            """
            {kind: Object, name: Account, key: 2001}
            ---
            {kind: Field, object: Account, name: city, type: text, storage: more_1}
            ---
            {kind: Object, name: Deal, key: 2002}
            ---
            {kind: Field, object: Deal, name: account, type: lookup, target: Account, inverseName: deals, storage: more_1}
            """;
    private static final String OWN =
            "---\n{kind: Field, object: Deal, name: %s, type: text, storage: more_2}\n";

    private final CatalogBuilder builder =
            new CatalogBuilder(new OverflowAssigner(), new Catalogs.DotCompiler());

    @Test
    void catalogsOfEqualContentShareTheirObjectsAndComponents() {
        Catalog one = catalog(PACKAGE);
        Catalog other = catalog(PACKAGE);

        for (int index = 0; index < one.objects().size(); index++) {
            assertThat(other.objects().get(index)).isSameAs(one.objects().get(index));
        }
        for (int index = 0; index < one.components().size(); index++) {
            assertThat(other.components().get(index)).isSameAs(one.components().get(index));
        }
        assertThat(other.content().ownFields()).isZero();
    }

    @Test
    void aCustomizedCatalogSharesWhatItDidNotChange() {
        Catalog plain = catalog(PACKAGE);
        Catalog customized = catalog(PACKAGE + OWN.formatted("budget"));

        assertThat(customized.require("Account")).isSameAs(plain.require("Account"));
        assertThat(customized.require("User")).isSameAs(plain.require("User"));
        assertThat(customized.require("Deal")).isNotSameAs(plain.require("Deal"));
        assertThat(customized.require("Deal").field("city"))
                .isEqualTo(plain.require("Deal").field("city"));
        assertThat(customized.content().ownFields())
                .isEqualTo(customized.require("Deal").fields().size());
    }

    @Test
    void aListThatAnotherObjectOffersIsPartOfTheObject() {
        Catalog plain = catalog(PACKAGE);
        Catalog customized =
                catalog(
                        PACKAGE
                                + "---\n{kind: Object, name: Visit, key: 2003}\n---\n"
                                + "{kind: Field, object: Visit, name: account, type: lookup,"
                                + " target: Account, inverseName: visits, storage: more_1}");

        assertThat(customized.require("Account").relation("visits")).isPresent();
        assertThat(plain.require("Account").relation("visits")).isEmpty();
        assertThat(customized.require("Deal")).isSameAs(plain.require("Deal"));
    }

    @Test
    void catalogsThatDifferInOneFieldAreNotMixedUp() {
        Catalog one = catalog(PACKAGE + OWN.formatted("budget"));
        Catalog other = catalog(PACKAGE + OWN.formatted("cost"));

        assertThat(one.require("Deal").field("budget")).isPresent();
        assertThat(other.require("Deal").field("budget")).isEmpty();
        assertThat(other.require("Deal").field("cost")).isPresent();
    }

    private Catalog catalog(String yaml) {
        return builder.restore(CatalogSource.of(Catalogs.components(yaml)));
    }
}
