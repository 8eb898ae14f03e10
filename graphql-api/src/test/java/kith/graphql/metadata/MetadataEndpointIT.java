package kith.graphql.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import kith.graphql.testing.Requests;
import kith.runtime.testing.RuntimeDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class MetadataEndpointIT {

    private static RuntimeDatabase runtime;

    private MetadataTenant metadata;

    @BeforeAll
    static void start() {
        runtime = RuntimeDatabase.fresh("metadata_api");
    }

    @AfterAll
    static void stop() {
        runtime.close();
    }

    @BeforeEach
    void makeTenant() {
        metadata = new MetadataTenant(runtime);
    }

    @Test
    void showsTheObjectsOfATenantWithoutComponents() {
        assertThat(metadata.data("{ catalog { version objects { name isSystem isWritable } } }"))
                .isEqualTo(
                        MetadataTenant.json(
                                """
                                {"catalog":{"version":0,"objects":[
                                {"name":"AccessGroup","isSystem":true,"isWritable":true},
                                {"name":"AccessMember","isSystem":true,"isWritable":true},
                                {"name":"AccessRole","isSystem":true,"isWritable":true},
                                {"name":"AccessRule","isSystem":true,"isWritable":true},
                                {"name":"PermissionAssignment","isSystem":true,"isWritable":true},
                                {"name":"User","isSystem":true,"isWritable":true}]}}
                                """));
        assertThat(
                        Requests.json(
                                        Requests.answer(
                                                metadata.endpoint()
                                                        .handle(
                                                                metadata.member(),
                                                                Requests.post(
                                                                        "{ catalog { object(name: \"User\") { isWritable fields { name } } } }"))))
                                .at("/data/catalog/object/isWritable")
                                .asBoolean())
                .isFalse();
    }

    @Test
    void makesObjectsAndFields() {
        assertThat(
                        metadata.data(
                                """
                                mutation {
                                  createObject(input: { name: "Property", label: "Property", pluralLabel: "Properties", nameLabel: "Address" }) { name catalogVersion }
                                  price: createField(input: { object: "Property", name: "price", type: "currency", label: "Price", required: true, helpText: "Net" }) { name catalogVersion }
                                  kind: createField(input: { object: "Property", name: "kind", type: "picklist", values: [{ value: "House" }, { value: "Flat", label: "Apartment", isActive: false }] }) { name }
                                  agent: createField(input: { object: "Property", name: "agent", type: "lookup", target: "User", inverseName: "properties" }) { name }
                                }
                                """))
                .isEqualTo(
                        MetadataTenant.json(
                                """
                                {"createObject":{"name":"Property","catalogVersion":1},"price":{"name":"price","catalogVersion":2},
                                 "kind":{"name":"kind"},"agent":{"name":"agent"}}
                                """));
        assertThat(
                        metadata.data(
                                        """
                                        { catalog { version object(name: "Property") { label pluralName pluralLabel nameLabel nameFormat keepsHistory isSystem isWritable
                                            fields { name type isSystem required helpText decimals values { value label isActive } target inverseName } }
                                          user: object(name: "User") { relations { name label target field manyToMany } } none: object(name: "Nothing") { id } } }
                                        """)
                                .toString())
                .contains("\"pluralName\":\"properties\"")
                .contains("\"nameLabel\":\"Address\",\"nameFormat\":null,\"keepsHistory\":true")
                .contains(
                        "{\"name\":\"price\",\"type\":\"currency\",\"isSystem\":false,\"required\":true,\"helpText\":\"Net\",\"decimals\":2")
                .contains(
                        "\"values\":[{\"value\":\"House\",\"label\":\"House\",\"isActive\":true},{\"value\":\"Flat\",\"label\":\"Apartment\",\"isActive\":false}]")
                .contains("\"target\":\"User\",\"inverseName\":\"properties\"")
                .contains(
                        "{\"name\":\"properties\",\"label\":\"Properties\",\"target\":\"Property\",\"field\":\"agent\",\"manyToMany\":false}")
                .contains("\"none\":null");
    }

    @Test
    void changesOnlyWhatIsGiven() {
        metadata.make();

        metadata.data(
                """
                mutation {
                  updateObject(name: "Thing", input: { description: "D", isSearchable: false }) { catalogVersion }
                  updateField(object: "Thing", name: "size", input: { label: "Length", helpText: null, maxLength: 40 }) { catalogVersion }
                }
                """);

        assertThat(
                        metadata.data(
                                        "{ catalog { object(name: \"Thing\") { label description isSearchable keepsHistory fields { name label helpText maxLength unique } } } }")
                                .toString())
                .contains(
                        "\"label\":\"Thing\",\"description\":\"D\",\"isSearchable\":false,\"keepsHistory\":false")
                .contains(
                        "{\"name\":\"size\",\"label\":\"Length\",\"helpText\":null,\"maxLength\":40,\"unique\":true}");
    }

    @Test
    void renamesAndRemoves() {
        metadata.make();

        assertThat(
                        metadata.data(
                                """
                                mutation {
                                  renameField(object: "Thing", name: "size", to: "length") { name }
                                  renameObject(name: "Thing", to: "Item") { name }
                                  deleteField(object: "Item", name: "length") { catalogVersion }
                                  deleteObject(name: "Item") { catalogVersion }
                                }
                                """))
                .isEqualTo(
                        MetadataTenant.json(
                                """
                                {"renameField":{"name":"length"},"renameObject":{"name":"Item"},"deleteField":{"catalogVersion":5},
                                 "deleteObject":{"catalogVersion":6}}
                                """));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "a: createField(input: { object: \"Thing\", name: \"bad name\", type: \"text\" }) { name } | INVALID_NAME | a,input,name",
                "createField(input: { object: \"Thing\", name: \"x\", type: \"text\", maxLength: 100000 }) { name } | INVALID_OPTION | createField,input,maxLength",
                "createField(input: { object: \"Thing\", name: \"x\", type: \"txt\" }) { name } | UNKNOWN_FIELD_TYPE | createField,input,type",
                "createField(input: { object: \"Thing\", name: \"x\", type: \"number\", defaultValue: \"x\" }) { name } | INVALID_DEFAULT | createField,input,defaultValue",
                "createObject(input: { name: \"Thing\", label: \"T\", pluralLabel: \"T\" }) { name } | COMPONENT_EXISTS | createObject,input,name",
                "createField(input: { object: \"Thing\", name: \"size\", type: \"text\" }) { name } | COMPONENT_EXISTS | createField,input,name",
                "createField(input: { object: \"Thing\", name: \"createdAt\", type: \"text\" }) { name } | COMPONENT_EXISTS | createField,input,name",
                "createObject(input: { name: \"User\", label: \"U\", pluralLabel: \"U\" }) { name } | COMPONENT_EXISTS | createObject,input,name",
                "createObject(input: { name: \"Query\", label: \"Q\", pluralLabel: \"Q\" }) { name } | RESERVED_NAME | createObject,input,name",
                "createObject(input: { name: \"Bill\", label: \"B\", pluralLabel: \"B\", nameFormat: \"B-\" }) { name } | INVALID_FORMAT | createObject,input,nameFormat",
                "updateField(object: \"Thing\", name: \"sice\", input: { label: \"x\" }) { name } | UNKNOWN_COMPONENT | updateField,name",
                "updateObject(name: \"User\", input: { label: \"x\" }) { name } | SYSTEM_COMPONENT | updateObject,name",
                "deleteObject(name: \"User\") { catalogVersion } | SYSTEM_COMPONENT | deleteObject",
                "deleteField(object: \"Thing\", name: \"sice\") { catalogVersion } | UNKNOWN_COMPONENT | deleteField",
                "createRule(input: { object: \"Nothing\", name: \"r\", on: [BEFORE_CREATE], script: \"fine\" }) { name } | UNKNOWN_OBJECT | createRule,input,object",
            })
    void refusesWithCodeAndPathInTheInput(String mutation, String code, String path) {
        metadata.make();

        JsonNode error = metadata.answer("mutation { " + mutation + " }").at("/errors/0");

        assertThat(error.at("/extensions/code").asString()).as(error.toString()).isEqualTo(code);
        assertThat(error.get("path").valueStream().map(JsonNode::asString).toList())
                .containsExactly(path.split(",", -1));
        assertThat(error.at("/extensions/traceId").asString()).isEqualTo(Requests.TRACE_ID);
    }

    @Test
    void namesWhatDependsOnAComponent() {
        metadata.make();

        assertThat(
                        metadata.data(
                                """
                                { dependents(component: { kind: "Object", name: "Thing" }) { component kind object name reason } }
                                """))
                .isEqualTo(
                        MetadataTenant.json(
                                """
                                {"dependents":[{"component":"Field Thing.size","kind":"Field","object":"Thing","name":"size",
                                 "reason":"is a field of Thing"}]}
                                """));
        assertThat(
                        metadata.answer(
                                        "{ dependents(component: { kind: \"Feld\", name: \"x\" }) { name } }")
                                .at("/errors/0/extensions")
                                .toString())
                .contains("COMPONENT_KIND_UNKNOWN")
                .contains("Did you mean `Field`?");
    }

    @Test
    void refusesMembersWhoChangeTheMetadata() {
        JsonNode answer =
                Requests.json(
                        Requests.answer(
                                metadata.endpoint()
                                        .handle(
                                                metadata.member(),
                                                Requests.post(
                                                        "mutation { createObject(input: { name: \"A\", label: \"A\", pluralLabel: \"As\" }) { name } }"))));

        assertThat(answer.at("/errors/0/extensions/code").asString())
                .isEqualTo("NOT_ADMINISTRATOR");
        assertThat(answer.at("/errors/0/path/0").asString()).isEqualTo("createObject");
    }
}
