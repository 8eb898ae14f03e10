package kith.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The house: which floor may know which, and which library lives in which room. */
@AnalyzeClasses(packages = "kith", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String EMBEDDED = "kith.embedded..";
    private static final String METADATA = "kith.metadata..";
    private static final String SCRIPT = "kith.script..";
    private static final String RUNTIME = "kith.runtime..";
    private static final String REGISTRY = "kith.runtime.registry..";
    private static final String GRAPHQL = "kith.graphql..";
    private static final String CRM = "kith.crm..";
    private static final String SERVER = "kith.server..";

    @ArchTest
    static final ArchRule embeddedServicesKnowNothingOfKith =
            noClasses()
                    .that()
                    .resideInAPackage(EMBEDDED)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(METADATA, SCRIPT, RUNTIME, GRAPHQL, CRM, SERVER);

    @ArchTest
    static final ArchRule metadataKnowsNobody =
            noClasses()
                    .that()
                    .resideInAPackage(METADATA)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(EMBEDDED, SCRIPT, RUNTIME, GRAPHQL, CRM, SERVER);

    @ArchTest
    static final ArchRule scriptsKnowNobody =
            noClasses()
                    .that()
                    .resideInAPackage(SCRIPT)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(EMBEDDED, METADATA, RUNTIME, GRAPHQL, CRM, SERVER);

    @ArchTest
    static final ArchRule runtimeKnowsOnlyTheFirstFloor =
            noClasses()
                    .that()
                    .resideInAPackage(RUNTIME)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(EMBEDDED, GRAPHQL, CRM, SERVER);

    @ArchTest
    static final ArchRule graphqlKnowsNoPlatform =
            noClasses()
                    .that()
                    .resideInAPackage(GRAPHQL)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(EMBEDDED, SCRIPT, CRM, SERVER);

    @ArchTest
    static final ArchRule packagesOfTheCrmKnowNoServer =
            noClasses()
                    .that()
                    .resideInAPackage(CRM)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(EMBEDDED, GRAPHQL, SERVER);

    @ArchTest
    static final ArchRule onlyTheStartKnowsEmbeddedServices =
            noClasses()
                    .that()
                    .resideInAPackage(SERVER)
                    .and()
                    .resideOutsideOfPackage("kith.server.start..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(EMBEDDED);

    @ArchTest
    static final ArchRule theDriverStaysInTheRuntime =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(RUNTIME, "kith.server.assembly..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.r2dbc..");

    @ArchTest
    static final ArchRule graphqlJavaStaysInItsModule =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(GRAPHQL)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("graphql..");

    @ArchTest
    static final ArchRule groovyStaysInTheSandbox =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(SCRIPT)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "groovy..",
                            "groovyjarjar..",
                            "org.codehaus.groovy..",
                            "org.apache.groovy..");

    @ArchTest
    static final ArchRule theFirstFloorIsPlainCode =
            noClasses()
                    .that()
                    .resideInAnyPackage(METADATA, SCRIPT)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("reactor..", "org.springframework..");

    @ArchTest
    static final ArchRule springStaysInTheServerAndTheRegistry =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(SERVER, REGISTRY)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.springframework..");

    @ArchTest
    static final ArchRule springDataStaysInTheRegistry =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(REGISTRY)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework.data..", "org.springframework.r2dbc..");

    @ArchTest
    static final ArchRule redissonStaysInItsRoom =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("kith.server.redis..", "kith.server.assembly..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.redisson..");

    @ArchTest
    static final ArchRule theKeycloakClientStaysInItsRoom =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("kith.server.keycloak..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.keycloak..", "jakarta.ws.rs..");

    @ArchTest
    static final ArchRule serverPackagesFormNoCycles =
            slices().matching("kith.server.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule runtimePackagesFormNoCycles =
            slices().matching("kith.runtime.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule graphqlPackagesFormNoCycles =
            slices().matching("kith.graphql.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule metadataPackagesFormNoCycles =
            slices().matching("kith.metadata.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule scriptPackagesFormNoCycles =
            slices().matching("kith.script.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packagesAreNamedForTheField =
            noClasses()
                    .should()
                    .resideInAnyPackage(
                            "..util..",
                            "..utils..",
                            "..impl..",
                            "..dto..",
                            "..service..",
                            "..manager..");

    @ArchTest
    static final ArchRule classesAreNamedForTheField =
            classes()
                    .should()
                    .haveNameNotMatching(
                            ".*\\.\\w*(Util|Utils|Helper|Manager|Impl|Dto|DTO|Service)");

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName(
                            "org.springframework.beans.factory.annotation.Autowired");
}
