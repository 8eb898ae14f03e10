package kith.crm.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kith.crm.packages.PackageProblem;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.field.FieldType;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.runtime.write.RecordInput;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Turns the rows of a file into record inputs, rows of the same key into one. */
final class SampleRows {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private final Catalog catalog;
    private final SampleTable table;
    private final ObjectType object;

    SampleRows(Catalog catalog, SampleTable table) {
        this.catalog = catalog;
        this.table = table;
        this.object = catalog.require(table.object());
    }

    ObjectType object() {
        return object;
    }

    Field key() {
        return field(object, table.key());
    }

    List<RecordInput> read() {
        SampleValue key = Objects.requireNonNull(table.fields().get(table.key()), table.key());
        Map<String, Map<Field, RecordInput.Value>> byKey = new LinkedHashMap<>();
        for (CSVRecord row : rows()) {
            String identity =
                    key instanceof SampleValue.Text(Template template)
                            ? template.fill(row::get)
                            : "";
            Map<Field, RecordInput.Value> values =
                    byKey.computeIfAbsent(identity, _ -> new LinkedHashMap<>());
            table.fields().forEach((name, source) -> add(values, field(object, name), source, row));
        }
        List<RecordInput> inputs = new ArrayList<>();
        byKey.values()
                .forEach(values ->
                        inputs.add(
                                new RecordInput(
                                        Optional.empty(),
                                        values,
                                        List.of(table.file(), inputs.size()))));
        return inputs;
    }

    private void add(
            Map<Field, RecordInput.Value> values, Field field, SampleValue source, CSVRecord row) {
        switch (source) {
            case SampleValue.Text(Template template) -> {
                String text = template.fill(row::get);
                values.put(
                        field, new RecordInput.Plain(text.isEmpty() ? null : plain(field, text)));
            }
            case SampleValue.Choice(var template, var expected, var then, var otherwise) -> {
                Optional<String> text =
                        template.fill(row::get).equals(expected) ? Optional.of(then) : otherwise;
                values.put(
                        field,
                        new RecordInput.Plain(
                                text.map(chosen -> plain(field, chosen)).orElse(null)));
            }
            case SampleValue.Reference(var keyField, var template) -> {
                String text = template.fill(row::get);
                values.put(
                        field,
                        new RecordInput.Reference(
                                text.isEmpty()
                                        ? Optional.empty()
                                        : Optional.of(target(field, keyField, text))));
            }
            case SampleValue.Connection(var keyField, var template) -> {
                RecordInput.Target target = target(field, keyField, template.fill(row::get));
                values.merge(
                        field,
                        new RecordInput.Links(List.of(target), List.of()),
                        (links, _) -> links(links, target));
            }
        }
    }

    private static RecordInput.Value links(RecordInput.Value links, RecordInput.Target target) {
        List<RecordInput.Target> connect = new ArrayList<>(((RecordInput.Links) links).connect());
        connect.add(target);
        return new RecordInput.Links(connect, List.of());
    }

    private RecordInput.Target target(Field reference, String keyField, String value) {
        ObjectType target = catalog.require(reference.target().orElseThrow());
        return new RecordInput.ByKey(field(target, keyField), value);
    }

    private static Object plain(Field field, String text) {
        return field.type() instanceof FieldType.Checkbox ? Boolean.valueOf(text) : text;
    }

    private Field field(ObjectType of, String name) {
        return of.field(name)
                .orElseThrow(() ->
                        new ProblemException(
                                Problem.of(
                                        PackageProblem.PACKAGE_BROKEN,
                                        table.file()
                                                + " maps to "
                                                + of.name()
                                                + "."
                                                + name
                                                + ", which does not exist")));
    }

    private List<CSVRecord> rows() {
        try (InputStream stream =
                SampleRows.class.getClassLoader().getResourceAsStream(table.file())) {
            if (stream == null) {
                throw new ProblemException(
                        Problem.of(PackageProblem.PACKAGE_BROKEN, table.file() + " is missing"));
            }
            return FORMAT.parse(new InputStreamReader(stream, StandardCharsets.UTF_8)).getRecords();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
