package kith.graphql.reference.isolation;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kith.graphql.reference.Scene;
import kith.graphql.reference.engine.Engine;
import kith.graphql.reference.generate.CatalogGenerator;
import kith.graphql.reference.generate.Dice;
import kith.graphql.reference.world.Model;

/** Two tenants with the same catalog: the one who asks, and the other one. */
record Neighbours(Scene own, Scene other) {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    static Neighbours of(Engine engine, String name, long seed) {
        Dice dice = new Dice(seed);
        Model model = new CatalogGenerator(dice).model();
        return new Neighbours(
                Scene.of(engine, model, name + "-own-" + seed, dice),
                Scene.of(engine, model, name + "-other-" + seed, dice));
    }

    Set<String> idsOfOther() {
        return other.world().rows().stream()
                .map(row -> row.id().toString())
                .collect(Collectors.toSet());
    }

    /** The ids that a text holds. */
    static List<String> ids(String text) {
        return ID.matcher(text).results().map(MatchResult::group).toList();
    }
}
