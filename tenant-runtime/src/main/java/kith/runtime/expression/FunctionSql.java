package kith.runtime.expression;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kith.metadata.expression.Function;
import kith.runtime.sql.Sql;

/**
 * The functions of the library as the database computes them, by their signatures. What is longer
 * than a line is a function of the database.
 */
final class FunctionSql {

    private static final Map<String, Form> FORMS = new HashMap<>();

    static {
        TextForms.addTo(FunctionSql::put);
        NumberForms.addTo(FunctionSql::put);
        DateForms.addTo(FunctionSql::put);
    }

    private FunctionSql() {}

    /** Renders a call. */
    @FunctionalInterface
    interface Form {
        Sql of(List<Sql> arguments);
    }

    /** Takes the form of one function. */
    @FunctionalInterface
    interface Forms {
        void put(String signature, Form form);

        /** A form in which each place stands for one argument. */
        default void put(String signature, @CompileTimeConstant final String template) {
            put(signature, arguments -> Sql.of(template, arguments.toArray(Sql[]::new)));
        }
    }

    private static void put(String signature, Form form) {
        if (FORMS.put(signature, form) != null) {
            throw new IllegalStateException(signature + " has two forms");
        }
    }

    /** Whether the database knows the function. */
    static boolean knows(Function function) {
        return FORMS.containsKey(function.signature());
    }

    static Sql of(Function function, List<Sql> arguments) {
        Form form = FORMS.get(function.signature());
        if (form == null) {
            throw new IllegalArgumentException(function.signature() + " is not for the database");
        }
        return form.of(arguments);
    }
}
