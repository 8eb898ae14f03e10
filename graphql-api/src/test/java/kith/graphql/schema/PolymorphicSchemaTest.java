package kith.graphql.schema;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.Objects;
import kith.graphql.testing.SampleCatalog;
import org.junit.jupiter.api.Test;

/** What a lookup with several targets becomes in the schema. */
class PolymorphicSchemaTest {

    private static final GraphQLSchema SCHEMA =
            TenantSchema.of(SampleCatalog.withVisits()).graphql();

    @Test
    void isAUnionOfTheTypesOfItsTargets() {
        assertThat(type("Visit_about", GraphQLUnionType.class).getTypes())
                .extracting(GraphQLNamedType::getName)
                .containsExactly("Account", "Contact", "Visit");
        assertThat(fieldType("Visit", "about")).isEqualTo("Visit_about");
        assertThat(fieldType("Visit", "aboutId")).isEqualTo("ID");
        assertThat(fieldType("Visit", "aboutType")).isEqualTo("String");
    }

    @Test
    void givesEachTargetAList() {
        for (String target : new String[] {"Account", "Contact", "Visit"}) {
            assertThat(fieldType(target, "visits")).isEqualTo("VisitConnection");
        }
    }

    @Test
    void isFilteredByIdObjectAndTheRecordsOfEachTarget() {
        assertThat(input("Visit_about_Filter").getFields())
                .extracting(PolymorphicSchemaTest::described)
                .containsExactlyInAnyOrder(
                        "id: IDFilter",
                        "type: LookupTypeFilter",
                        "isNull: Boolean",
                        "Account: AccountFilter",
                        "Contact: ContactFilter",
                        "Visit: VisitFilter");
        assertThat(input("LookupTypeFilter").getFields())
                .extracting(GraphQLInputObjectField::getName)
                .containsExactlyInAnyOrder("eq", "ne", "in", "notIn", "isNull");
    }

    @Test
    void isOrderedByTheRecordsOfOneTarget() {
        assertThat(input("Visit_about_OrderBy").isOneOf()).isTrue();
        assertThat(input("Visit_about_OrderBy").getFields())
                .extracting(PolymorphicSchemaTest::described)
                .containsExactlyInAnyOrder(
                        "Account: AccountOrderBy",
                        "Contact: ContactOrderBy",
                        "Visit: VisitOrderBy");
    }

    @Test
    void isWrittenByTheIdOrByAnObjectsKey() {
        assertThat(input("Visit_about_Reference").isOneOf()).isTrue();
        assertThat(input("Visit_about_Reference").getFields())
                .extracting(PolymorphicSchemaTest::described)
                .containsExactlyInAnyOrder(
                        "id: ID",
                        "Account: AccountReference",
                        "Contact: ContactReference",
                        "Visit: VisitReference");
        assertThat(input("VisitCreateInput").getFields())
                .extracting(GraphQLInputObjectField::getName)
                .contains("about")
                .doesNotContain("aboutId", "aboutType");
    }

    @Test
    void addsNothingToSchemasWithoutOne() {
        GraphQLSchema plain = TenantSchema.of(SampleCatalog.standard()).graphql();

        assertThat(plain.getType("LookupTypeFilter")).isNull();
    }

    private static String fieldType(String type, String field) {
        GraphQLFieldDefinition definition =
                type(type, GraphQLObjectType.class).getFieldDefinition(field);
        return GraphQLTypeUtil.simplePrint(GraphQLTypeUtil.unwrapAll(definition.getType()));
    }

    private static GraphQLInputObjectType input(String name) {
        return type(name, GraphQLInputObjectType.class);
    }

    private static <T> T type(String name, Class<T> kind) {
        return kind.cast(Objects.requireNonNull(SCHEMA.getType(name)));
    }

    private static String described(GraphQLInputObjectField field) {
        return field.getName() + ": " + GraphQLTypeUtil.simplePrint(field.getType());
    }
}
