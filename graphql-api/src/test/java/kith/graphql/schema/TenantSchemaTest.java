package kith.graphql.schema;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.idl.SchemaPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kith.graphql.testing.SampleCatalog;
import org.junit.jupiter.api.Test;

class TenantSchemaTest {

    @Test
    void printsAsTheSnapshotSays() throws IOException {
        String printed = printed(TenantSchema.of(SampleCatalog.standard()));

        Path actual = Path.of("target", "schema.graphqls");
        Files.createDirectories(actual.getParent());
        Files.writeString(actual, printed);

        assertThat(printed)
                .as("the schema of the sample; the new one lies in %s", actual)
                .isEqualTo(SampleCatalog.resource("/kith/graphql/schema.graphqls"));
    }

    @Test
    void givesADerivedTypeAnUnderscoreWhereAnObjectHasItsName() {
        TenantSchema schema =
                TenantSchema.of(
                        SampleCatalog.of(
                                """
                                kind: Object
                                name: Deal
                                ---
                                kind: Object
                                name: DealReference
                                """));

        assertThat(schema.graphql().containsType("Deal_Reference")).isTrue();
        assertThat(schema.graphql().getObjectType("DealReference").getFieldDefinition("name"))
                .isNotNull();
    }

    @Test
    void isTheSchemaOfATenantWithoutAnyComponent() {
        TenantSchema schema = TenantSchema.of(SampleCatalog.of(""));

        assertThat(schema.graphql().getQueryType().getFieldDefinition("users")).isNotNull();
        assertThat(schema.graphql().getQueryType().getFieldDefinition("me")).isNotNull();
    }

    private static String printed(TenantSchema schema) {
        return new SchemaPrinter(
                        SchemaPrinter.Options.defaultOptions()
                                .includeDirectives(directive -> false)
                                .includeSchemaDefinition(false))
                .print(schema.graphql());
    }
}
