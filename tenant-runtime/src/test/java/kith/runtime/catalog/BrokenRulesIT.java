package kith.runtime.catalog;

import static kith.runtime.catalog.CatalogFixture.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kith.metadata.ComponentKind;
import kith.metadata.ComponentRef;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.Rule;
import kith.metadata.catalog.RuleCompiler;
import kith.metadata.catalog.RuleCompiler.ScriptProblem;
import kith.metadata.change.ChangeOutcome;
import kith.metadata.change.ComponentChange;
import kith.metadata.codec.ComponentDocuments;
import kith.metadata.problem.ProblemException;
import kith.metadata.resolve.CatalogBuilder;
import kith.metadata.resolve.CatalogProblem;
import kith.runtime.rule.RuleProblem;
import kith.runtime.storage.SlotAssigner;
import kith.runtime.testing.RuntimeDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A stored rule that this installation refuses to compile. */
class BrokenRulesIT {

    /** Takes what does not say so. */
    private static final RuleCompiler STRICT =
            (rule, objects) ->
                    rule.script().contains("forbidden")
                            ? new RuleCompiler.Refused(
                                    List.of(
                                            new ScriptProblem(
                                                    1, 3, "not any more", Optional.empty())))
                            : new RuleCompiler.Compiled(Set::of);

    private static RuntimeDatabase database;

    private Guests guests;

    @BeforeAll
    static void start() {
        database = RuntimeDatabase.fresh("broken_rules");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void storeARule() {
        guests = new Guests(database, new CatalogFixture(database, STRICT));
        guests.add("code", "'c'");
        guests.sql(
                """
                insert into component (tenant, id, kind, position, document)
                select %1$d, id, 'Rule', 100, jsonb_build_object(
                    'kind', 'Rule', 'id', id, 'object', 'Guest', 'name', 'greet',
                    'on', jsonb_build_array('BEFORE_CREATE'), 'script', 'forbidden()')
                from (select '%2$s'::uuid as id) g;
                update tenant set catalog_version = catalog_version + 1 where key = %1$d
                """
                        .formatted(guests.tenant().key(), UUID.randomUUID()));
        guests = again(guests);
    }

    /** The tenant as another node sees it. */
    private static Guests again(Guests before) {
        return new Guests(database, new CatalogFixture(database, STRICT), before.tenant());
    }

    @Test
    void loadsTheCatalogAndTellsWhatIsWrongWithTheRule() {
        Catalog catalog = catalog();

        assertThat(catalog.object("Guest")).isPresent();
        assertThat(catalog.brokenRules())
                .singleElement()
                .satisfies(rule -> assertThat(rule.definition().name()).isEqualTo("greet"));
        assertThat(catalog.brokenRules().getFirst().problems())
                .extracting(ScriptProblem::message)
                .containsExactly("not any more");
    }

    @Test
    void refusesWritesThatWouldRunTheRuleAndNamesIt() {
        ProblemException refused =
                catchThrowableOfType(
                        ProblemException.class,
                        () -> now(guests.write(catalog(), Map.of("name", "Ann"))));

        assertThat(refused.problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(RuleProblem.RULE_BROKEN);
                    assertThat(problem.message()).contains("`greet`");
                });
        assertThat(guests.count("record")).isEqualTo(1);
        assertThat(guests.count("outbox")).isZero();
    }

    @Test
    void letsOtherThingsChange() {
        ChangeOutcome outcome = guests.put("city", "text", "");

        assertThat(outcome.problems()).isEmpty();
        assertThat(catalog().brokenRules()).hasSize(1);
    }

    @Test
    void mendsTheRuleWithANewScript() {
        ChangeOutcome outcome = guests.node().put(guests.tenant(), rule("script: fine()"));

        assertThat(outcome.problems()).isEmpty();
        assertThat(catalog().brokenRules()).isEmpty();
        now(guests.write(sound(catalog()), Map.of("name", "Ann")));
        assertThat(guests.count("record")).isEqualTo(2);
    }

    @Test
    void refusesAnotherScriptThatDoesNotCompile() {
        ChangeOutcome outcome =
                guests.node().put(guests.tenant(), rule("script: still forbidden()"));

        assertThat(Guests.codes(outcome)).containsExactly(CatalogProblem.SCRIPT_REFUSED);
    }

    @Test
    void switchesTheRuleOffOrRemovesIt() {
        ChangeOutcome off =
                guests.node().put(guests.tenant(), rule("active: false\nscript: forbidden()"));

        assertThat(off.problems()).isEmpty();
        assertThat(catalog().brokenRules()).isEmpty();
        now(guests.write(catalog(), Map.of("name", "Ann")));

        ChangeOutcome gone =
                guests.node()
                        .change(
                                guests.tenant(),
                                new ComponentChange.Remove(
                                        new ComponentRef(
                                                ComponentKind.RULE,
                                                Optional.of("Guest"),
                                                "greet")));
        assertThat(gone.problems()).isEmpty();
    }

    @Test
    void takesASoundCatalogOfTheSameContentFromOthers() {
        Catalog broken = catalog();
        CatalogReader reader =
                new CatalogReader(
                        new CatalogBuilder(new SlotAssigner(), STRICT), new ComponentDocuments());

        assertThat(reader.shared(broken)).isSameAs(broken);
        Catalog mended =
                reader.shared(new Catalog(9, broken.fingerprint(), broken.components(), List.of()));

        assertThat(reader.shared(broken).objects()).isEqualTo(mended.objects());
    }

    private Catalog catalog() {
        return guests.node().catalog(guests.tenant());
    }

    /** The rule of this test compiles to nothing that runs. */
    private static Catalog sound(Catalog catalog) {
        assertThat(catalog.objects())
                .noneMatch(object -> object.rules().stream().anyMatch(Rule::isBroken));
        return new Catalog(
                catalog.version(),
                catalog.fingerprint(),
                catalog.components(),
                catalog.objects().stream()
                        .map(object ->
                                new ObjectType(
                                        object.definition(),
                                        object.key(),
                                        object.fields(),
                                        object.relations(),
                                        List.of()))
                        .toList());
    }

    private static String rule(String options) {
        return """
        kind: Rule
        object: Guest
        name: greet
        on: [BEFORE_CREATE]
        %s
        """
                .formatted(options);
    }
}
