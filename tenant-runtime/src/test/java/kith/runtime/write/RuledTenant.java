package kith.runtime.write;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kith.metadata.RuleCall;
import kith.metadata.RuleDefinition.Moment;
import kith.metadata.catalog.Rule;
import kith.script.process.RunProcessSettings;
import kith.script.process.RunProcesses;
import kith.script.run.ScriptRunner;

/** A tenant whose rules run in the server and in processes of their own. */
final class RuledTenant implements AutoCloseable {

    /** Where rules run. */
    enum Place {
        SERVER,
        PROCESSES
    }

    private final Map<Place, SampleRules> rules = new EnumMap<>(Place.class);
    private final RunProcesses processes;
    private final Writing writing;
    private final Writing.As plain;
    private int counter;

    RuledTenant(String name) {
        this.processes = new RunProcesses(RunProcessSettings.of(2).withSpares(1));
        this.rules.put(Place.SERVER, new SampleRules(ScriptRunner.inProcess()));
        this.rules.put(Place.PROCESSES, new SampleRules(processes));
        this.writing = new Writing(name);
        this.plain = writing.as("acme", SampleCatalog.plain());
    }

    @Override
    public void close() {
        processes.close();
        writing.close();
    }

    /** Without rules. */
    Writing.As plain() {
        return plain;
    }

    /** Another tenant. */
    Writing.As as(String slug) {
        return writing.as(slug, SampleCatalog.plain());
    }

    SampleRules rules(Place place) {
        return Objects.requireNonNull(rules.get(place));
    }

    Writing.As ruled(Rule... of) {
        return plain.with(SampleCatalog.with(Arrays.asList(of)));
    }

    /** Somebody made with all rights. */
    UUID user() {
        RuleCall call = new RuleCall(RuleCall.Per.RECORD, RuleCall.Mode.SYSTEM, Optional.empty());
        String name = unique();
        ruled(
                        rules(Place.SERVER)
                                .rule(
                                        "Account",
                                        "maker",
                                        Moment.AFTER_CREATE,
                                        call,
                                        "crm.create('User', [name: record.name, email: record.name.replace(' ', '.') + '@example.com'])"))
                .create("Account", Map.of("name", name));
        return UUID.fromString(
                plain.found(
                        "select id from record where object = 1 and name = '%s'".formatted(name)));
    }

    String unique() {
        return "unique " + ++counter;
    }

    String value(UUID id, String column) {
        return plain.found("select %s from record where id = '%s'".formatted(column, id));
    }

    String named(String name) {
        return plain.found("select count(*) from record where name = '%s'".formatted(name));
    }

    String contactsOf(UUID account) {
        return plain.found(
                "select count(*) from record where object = 101 and ref_1 = '%s'"
                        .formatted(account));
    }

    List<Map<String, Object>> batch(int size) {
        List<Map<String, Object>> records = new ArrayList<>();
        for (int index = 0; index < size; index++) {
            records.add(Map.of("name", "B" + ++counter));
        }
        return records;
    }

    int statements(Writing.As ruled, List<Map<String, Object>> records) {
        return statements(ruled, ruled.creations("Account", records));
    }

    int statements(Writing.As ruled, WriteRequest.Step step) {
        writing.runtime().statements().forget();
        ruled.write(step);
        return writing.runtime().statements().dataCount();
    }
}
