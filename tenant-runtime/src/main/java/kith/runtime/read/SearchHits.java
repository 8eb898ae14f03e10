package kith.runtime.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;
import kith.runtime.storage.RecordTable;
import kith.runtime.word.SearchTerm;
import kith.runtime.word.SearchedField;

/**
 * Which records hold the words that are looked for, as common table expressions: {@code hit} is a
 * word in a field, {@code found} the best records. Every step begins from a few values and looks
 * the rest up by a range of an index; row-level security lets nothing else into an index.
 *
 * <p>A word counts 100 points as it stands, 70 as a beginning and 40 with a typing error, and 10
 * less outside of the name; a record that holds more of the words is always before one that holds
 * less.
 */
record SearchHits(Tables tables, SearchPlan plan) {

    /** So many places of a word are looked at; the commonest words tell least. */
    private static final int MOST_HITS = 2_000;

    private static final int MOST_MISSPELT = 50;
    private static final int MOST_MISSPELT_HITS = 200;
    private static final int POINTS_PER_WORD = 1_000;
    private static final int BEST_WORD = 100;

    private static final String TERMS =
            "term (n, form, behind) as (select * from unnest({}::int[], {}::text[], {}::text[])), ";

    private static final String HITS =
            """
            hit as materialized (\
            select t.n, w.record, w.field, w.at, w.until, \
            case when w.word = t.form then 100 else 70 end - 10 * w.weight as points from term t cross join lateral (\
            select w.* {} and w.word >= t.form and w.word < t.behind order by w.word, w.weight, w.record desc limit {}) w\
            {}), \
            """;

    private static final String MISSPELT =
            """
             union all select m.n, w.record, w.field, w.at, w.until, 40 - 10 * w.weight from (\
            select distinct o.n, v.word from unnest({}::int[], {}::text[]) o (n, variant) cross join lateral (\
            select v.word {} and v.variant = o.variant limit {}) v where not exists (\
            select 1 from term t where t.n = o.n and v.word >= t.form and v.word < t.behind)) m cross join lateral (\
            select w.* {} and w.word = m.word order by w.weight, w.record desc limit {}) w\
            """;

    /** Where a common word was cut off, it is looked for in the records that hold another one. */
    private static final String COMPLETED =
            """
            every as materialized (select * from hit union all select t.n, w.record, w.field, w.at, w.until, \
            case when w.word = t.form then 100 else 70 end - 10 * w.weight from (\
            select distinct h.record, c.n from hit h join (select n from hit group by n having count(*) >= {}) c on c.n <> h.n) o \
            join term t on t.n = o.n cross join lateral (\
            select h.word from (select unnest(e.words) as word {} and e.record = o.record) h \
            where h.word >= t.form and h.word < t.behind limit 20) h cross join lateral (\
            select w.* {} and w.word = h.word and w.weight = any('{0,1}') and w.record = o.record limit 20) w), \
            """;

    private static final String UNCOMPLETED = "every as materialized (select * from hit), ";

    private static final String FOUND =
            """
            found as materialized (select r.id, round(s.points / {}.0, 4) as score, \
            row_number() over (order by s.points desc, r.updated_at desc, r.id desc) as place from (\
            select b.record, sum(b.points + {}) as points from (\
            select e.record, e.n, max(e.points) as points from every e group by e.record, e.n) b group by b.record) s \
            cross join lateral ({} offset 0) r \
            order by s.points desc, r.updated_at desc, r.id desc limit {})\
            """;

    Sql render() {
        return Sql.join("", List.of(terms(), hits(), every(), found()));
    }

    private Sql terms() {
        List<Integer> numbers = new ArrayList<>();
        List<String> forms = new ArrayList<>();
        List<String> behind = new ArrayList<>();
        for (int number = 0; number < plan.terms().size(); number++) {
            SearchTerm term = plan.terms().get(number);
            for (String form : term.forms()) {
                numbers.add(number);
                forms.add(form);
                behind.add(term.behind(form));
            }
        }
        return Sql.of(TERMS, numbers(numbers), texts(forms), texts(behind));
    }

    private Sql hits() {
        return Sql.of(HITS, words(), Sql.number(MOST_HITS), misspelt());
    }

    private Sql misspelt() {
        List<Integer> numbers = new ArrayList<>();
        List<String> variants = new ArrayList<>();
        for (int number = 0; number < plan.terms().size(); number++) {
            Set<String> ofTerm = plan.terms().get(number).variants();
            for (String variant : ofTerm) {
                numbers.add(number);
                variants.add(variant);
            }
        }
        return variants.isEmpty()
                ? Sql.text("")
                : Sql.of(
                        MISSPELT,
                        numbers(numbers),
                        texts(variants),
                        tables.searchVariants(Sql.text("v")).clauses(),
                        Sql.number(MOST_MISSPELT),
                        words(),
                        Sql.number(MOST_MISSPELT_HITS));
    }

    private Sql every() {
        return plan.terms().size() == 1
                ? Sql.text(UNCOMPLETED)
                : Sql.of(
                        COMPLETED,
                        Sql.number(MOST_HITS),
                        tables.searchEntries(Sql.text("e")).clauses(),
                        words());
    }

    /** The score is 1 where every word stands in the name as it is looked for. */
    private Sql found() {
        List<Sql> selects = new ArrayList<>();
        plan.tables().forEach((table, sources) -> selects.add(records(table, sources)));
        return Sql.of(
                FOUND,
                Sql.number((long) plan.terms().size() * (POINTS_PER_WORD + BEST_WORD)),
                Sql.number(POINTS_PER_WORD),
                Sql.join(" union all ", selects),
                Sql.number(plan.first()));
    }

    /** The record with the id, if it is in this table. */
    private Sql records(RecordTable table, List<Source> sources) {
        Row row = tables.row();
        List<Sql> objects =
                sources.stream().map(source -> Sql.of("({})", tables.isOf(source, row))).toList();
        Rows rows =
                tables.records(row, table)
                        .and(Sql.of("{} = s.record", row.inner("id")))
                        .and(Sql.of("({}) is true", Sql.join(" or ", objects)));
        return Sql.of("select {}, {} {}", row.inner("id"), row.inner("updated_at"), rows.clauses());
    }

    /** The words of the fields that count. */
    private Sql words() {
        UUID[] places = plan.fields().stream().map(SearchedField::place).toArray(UUID[]::new);
        return tables.searchWords(Sql.text("w"))
                .and(Sql.of("w.field = any({}::uuid[])", Sql.bind(SqlType.UUID_ARRAY, places)))
                .clauses();
    }

    private static Sql numbers(List<Integer> values) {
        return Sql.bind(SqlType.INTEGER_ARRAY, values.toArray(Integer[]::new));
    }

    private static Sql texts(List<String> values) {
        return Sql.bind(SqlType.TEXT_ARRAY, values.toArray(String[]::new));
    }
}
