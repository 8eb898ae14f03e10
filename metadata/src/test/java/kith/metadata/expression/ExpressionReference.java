package kith.metadata.expression;

import java.util.List;
import java.util.Locale;
import kith.metadata.expression.Function.Example;
import kith.metadata.expression.Function.Group;
import kith.metadata.expression.Function.Nulls;

/** The reference of expressions, written from the library itself. */
final class ExpressionReference {

    private static final String HEAD =
            """
            # Expressions

            Formulas and defaults compute values of fields, validations refuse records, and conditions show fields. An expression is the part of Groovy, the language of rules, that
            computes something of a record; the database and the server compute it to the same digit
            ([decision 017](decisions/017-expressions.md)). This page is written from the library and its examples, which run as tests.

            ```yaml
            kind: Field
            object: Opportunity
            name: expectedRevenue
            type: currency
            formula: amount * (probability ?: 0) / 100
            ```

            | you write | it is |
            |---|---|
            | `amount`, `account.owner.name` | the value of a field, of the record or of one that it points to over up to 5 references; missing where there is no such record, or it is in the bin |
            | `'text'`, `12.50`, `true`, `null` | values; `\\n`, `\\t`, `\\'`, `\\\\` and `\\u00e4` stand for characters in texts |
            | `+ - * /` and `%` | numbers, exact; products and quotients keep 20 decimals, rounded half away from zero |
            | `first + ' ' + last` | texts one behind the other; a missing one adds nothing |
            | `closeDate + 30`, `closeDate - createdOn` | days later, days between |
            | `==`, `!=` | the same value, or both missing |
            | `<`, `<=`, `>`, `>=` | order; no where a side is missing. Texts by code point |
            | `stage in ['Won', 'Lost']`, `'golf' in interests` | one of them |
            | `&&`, `\\|\\|`, `!` | and, or, not. A condition about nothing is no |
            | `condition ? a : b` | one of two values of the same kind |
            | `a ?: b` | `a`, or where it is missing `b` |
            | `round(amount, 2)` | a function of those below |

            A field with a formula is of type text, longText, number, currency, percent, date, dateTime or boolean. Its number is rounded to
            the field's decimals. It can be read, filtered, sorted and grouped like any other; nobody writes it. With `indexed: true` its values are stored
            ([decision 020](decisions/020-indexed-formulas-are-stored.md)), unless time alone changes them.

            A **roll-up** sums up the records of a list: `count`, `sum`, `avg`, `min` or `max` of one of their fields, of all of them or of those for which
            a condition holds. The condition, and a formula that is summed up, read the record alone: no other records, no time, no roll-up.

            ```yaml
            kind: Field
            object: Account
            name: wonAmount
            type: currency
            rollUp:
              object: Opportunity
              through: account
              function: sum
              of: amount
              where: stage == 'Won'
            ```

            A **validation** refuses records: its condition is computed for each record of a write, as the rules left it. It may use everything that
            is here, what a record was before included.

            ```yaml
            kind: Validation
            object: Opportunity
            name: amountOfWon
            refuseWhen: stage == 'Won' && isMissing(amount)
            message: An opportunity that is won has an amount.
            field: amount
            ```

            A **default** may be an expression: it is computed for each new record that is given nothing there, from what is given and from other
            defaults, behind those that it reads. What people leave empty on purpose stays empty. A reference takes a path to a record of its object,
            or `me`. In a form the default follows what people type, as long as it looks at no other record; the server has the last word.

            ```yaml
            kind: Field
            object: Opportunity
            name: closeDate
            type: date
            default: { expression: today() + 30 }
            ```

            A **layout condition** tells when forms and pages of records show a field. Browsers evaluate it, at each key that is pressed, from the
            form that the server parsed and to the same digit; so it looks at no other records, and does without `matches`, `sqrt`, `ln`, `log10` and
            `exp`. It protects nothing: who may read the field reads it through the API.

            ```yaml
            kind: Field
            object: Opportunity
            name: lostReason
            type: text
            visibleWhen: stage == 'Lost'
            ```

            In validations, defaults and layout conditions, `me` is the user who writes, with `me.title` and all other fields of users (but not in
            layout conditions). It is missing where the platform writes.

            Arithmetic and functions give nothing where an argument is missing, unless it says otherwise here.
            """;

    private ExpressionReference() {}

    static String text() {
        StringBuilder text = new StringBuilder(HEAD);
        for (Group group : Group.values()) {
            text.append("\n## ").append(group.title()).append("\n\n");
            text.append("| function | gives | |\n|---|---|---|\n");
            FunctionLibrary.standard().all().stream()
                    .filter(function -> function.group() == group)
                    .filter(function -> !isRepeated(function))
                    .forEach(function -> text.append(row(function)));
            if (group == Group.LOGIC) {
                forms(text, SpecialForms.all().subList(0, 2));
            } else if (group == Group.RECORD) {
                forms(text, SpecialForms.all().subList(2, 4));
            }
        }
        return text.toString();
    }

    private static void forms(StringBuilder text, List<SpecialForms> forms) {
        forms.forEach(form ->
                text.append(
                        "| `%s` | | %s%s |\n"
                                .formatted(
                                        form.usage(),
                                        form.description(),
                                        examples(form.examples()))));
    }

    /** One row says for all kinds of value whether it is missing. */
    private static boolean isRepeated(Function function) {
        return function.name().equals("isMissing")
                && function.parameters().getFirst().kind() != Kind.NUMBER;
    }

    private static String row(Function function) {
        String nulls = function.nulls() == Nulls.SKIP ? " Missing ones are left out." : "";
        String memory =
                function.notInSql().map(reason -> " *Not in formulas: " + reason + ".*").orElse("");
        return "| `%s` | %s | %s%s%s%s |\n"
                .formatted(
                        function.usage(),
                        function.result().label(),
                        function.description(),
                        nulls,
                        memory,
                        examples(function.examples()));
    }

    private static String examples(List<Example> examples) {
        StringBuilder text = new StringBuilder();
        examples.forEach(example ->
                text.append(
                        String.format(
                                Locale.ROOT,
                                " `%s` is `%s`.",
                                example.expression(),
                                example.result())));
        return text.toString();
    }
}
