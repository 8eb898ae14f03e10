package kith.metadata.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kith.metadata.expression.Function.Body;
import kith.metadata.expression.Function.Example;
import kith.metadata.expression.Function.Group;
import kith.metadata.expression.Function.Nulls;
import kith.metadata.expression.Function.Parameter;

/** A function in the making, for the lists of the library. */
final class FunctionDraft {

    private final Group group;
    private final String name;
    private final String description;
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<Example> examples = new ArrayList<>();
    private boolean isVariadic;
    private boolean isVolatile;
    private Nulls nulls = Nulls.PASS;
    private Optional<String> notInSql = Optional.empty();

    private FunctionDraft(Group group, String name, String description) {
        this.group = group;
        this.name = name;
        this.description = description;
    }

    static FunctionDraft of(Group group, String name, String description) {
        return new FunctionDraft(group, name, description);
    }

    FunctionDraft text(String parameter) {
        return with(parameter, Kind.TEXT);
    }

    FunctionDraft number(String parameter) {
        return with(parameter, Kind.NUMBER);
    }

    FunctionDraft date(String parameter) {
        return with(parameter, Kind.DATE);
    }

    FunctionDraft moment(String parameter) {
        return with(parameter, Kind.DATE_TIME);
    }

    FunctionDraft zone() {
        parameters.add(new Parameter("zone", Kind.TEXT, true));
        return this;
    }

    FunctionDraft with(String parameter, Kind kind) {
        parameters.add(new Parameter(parameter, kind, false));
        return this;
    }

    /** The last parameter may be given again. */
    FunctionDraft andMore() {
        isVariadic = true;
        return this;
    }

    FunctionDraft nulls(Nulls rule) {
        nulls = rule;
        return this;
    }

    FunctionDraft notInSql(String reason) {
        notInSql = Optional.of(reason);
        return this;
    }

    FunctionDraft changesWithTime() {
        isVolatile = true;
        return this;
    }

    FunctionDraft example(String expression, String result) {
        examples.add(new Example(expression, result));
        return this;
    }

    Function gives(Kind result, Body body) {
        return new Function(
                group,
                name,
                parameters,
                isVariadic,
                result,
                description,
                nulls,
                notInSql,
                isVolatile,
                examples,
                body);
    }
}
