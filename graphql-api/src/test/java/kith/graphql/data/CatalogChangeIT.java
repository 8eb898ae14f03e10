package kith.graphql.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import kith.graphql.testing.Requests;
import kith.graphql.testing.SampleCatalog;
import kith.graphql.testing.SampleTenant;
import kith.metadata.catalog.Catalog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A node that has not heard of a new catalog finds out by its first statement. */
class CatalogChangeIT {

    private static final String NEW_FIELD =
            """

            ---
            kind: Field
            object: Tag
            name: color
            type: text
            label: Color
            """;

    private SampleTenant sample;

    @BeforeEach
    void start() {
        sample = SampleTenant.fresh("catalog_changes");
        Catalog next =
                SampleCatalog.of(SampleCatalog.resource("/kith/graphql/catalog.yaml") + NEW_FIELD);
        sample.advance(new Catalog(2, next.fingerprint(), next.components(), next.objects()));
    }

    @AfterEach
    void stop() {
        sample.close();
    }

    @Test
    void bindsAQueryAnew() {
        assertThat(answer("{ tags { totalCount } }").at("/data/tags/totalCount").asInt())
                .isEqualTo(2);
        assertThat(sample.catalogs().looks()).isEqualTo(1);
    }

    @Test
    void knowsANewFieldAtOnce() {
        JsonNode answer = answer("{ tags(first: 1) { nodes { color } } }");

        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    }

    @Test
    void writesANewFieldAtOnce() {
        JsonNode answer =
                answer("mutation { createTag(data: { name: \"t\", color: \"red\" }) { color } }");

        assertThat(answer.at("/data/createTag/color").asString()).isEqualTo("red");
    }

    @Test
    void introspectsANewFieldAtOnce() {
        Set<String> fields = new TreeSet<>();
        answer("{ __type(name: \"Tag\") { fields { name } } }")
                .at("/data/__type/fields")
                .forEach(field -> fields.add(field.get("name").asString()));

        assertThat(fields).contains("color");
    }

    @Test
    void givesUpWhenTheCatalogNeverSettles() {
        sample.runtime()
                .asOwner(
                        sample.tenant(),
                        "update tenant set catalog_version = 99 where key = "
                                + sample.tenant().key());

        assertThat(answer("{ tags { totalCount } }").at("/errors/0/extensions/code").asString())
                .isEqualTo("CATALOG_CHANGING");
    }

    @Test
    void refusesATenantThatWasSuspendedMeanwhile() {
        sample.runtime()
                .asOwner(
                        sample.tenant(),
                        "update tenant set status = 'SUSPENDED' where key = "
                                + sample.tenant().key());

        assertThat(answer("{ nonsense }").at("/errors/0/extensions/code").asString())
                .isEqualTo("TENANT_SUSPENDED");
    }

    private JsonNode answer(String query) {
        return sample.json(sample.ada(), Requests.post(query));
    }
}
