package kith.runtime.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kith.runtime.sql.Sql;

/** The name of an object from the key that stands for it. */
final class TargetNames {

    private TargetNames() {}

    static Sql of(Sql key, Map<Integer, String> names) {
        List<Sql> cases = new ArrayList<>();
        names.forEach((object, name) ->
                cases.add(Sql.of("when {} then {}", Sql.number(object), Sql.constant(name))));
        return Sql.of("((case {} {} end) collate \"C\")", key, Sql.join(" ", cases));
    }
}
