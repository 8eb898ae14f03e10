package kith.graphql.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import kith.metadata.RuleDefinition.Moment;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.ObjectType;
import kith.metadata.name.Words;

/**
 * The fields of {@code Query}, {@code Mutation} and {@code Subscription}: their names and what they
 * do.
 *
 * @param subscriptions the names of the objects whose changes they tell
 */
public record RootFields(
        Map<String, RootField.QueryField> queries,
        Map<String, RootField.MutationField> mutations,
        Map<String, String> subscriptions) {

    public RootFields {
        queries = Collections.unmodifiableMap(new LinkedHashMap<>(queries));
        mutations = Collections.unmodifiableMap(new LinkedHashMap<>(mutations));
        subscriptions = Collections.unmodifiableMap(new LinkedHashMap<>(subscriptions));
    }

    /** The root fields of a catalog, object by object. */
    public static RootFields of(Catalog catalog) {
        Map<String, RootField.QueryField> queries = new LinkedHashMap<>();
        Map<String, RootField.MutationField> mutations = new LinkedHashMap<>();
        Map<String, String> subscriptions = new LinkedHashMap<>();
        for (ObjectType object : catalog.objects()) {
            String name = object.name();
            String plural = object.definition().pluralName();
            queries.put(Words.uncapitalized(name), new RootField.ById(name));
            queries.put(plural, new RootField.Listing(name));
            queries.put(plural + "Aggregate", new RootField.Aggregate(name));
            subscriptions.put(Words.uncapitalized(name) + "Changed", name);
            String many = Words.capitalized(plural);
            mutations.put("create" + name, new RootField.Create(name));
            mutations.put("update" + name, new RootField.Update(name));
            mutations.put("delete" + name, new RootField.Delete(name));
            mutations.put("restore" + name, new RootField.Restore(name));
            mutations.put("destroy" + name, new RootField.Destroy(name));
            mutations.put("create" + many, new RootField.CreateMany(name));
            if (!InputFields.unique(object).isEmpty()) {
                mutations.put("upsert" + many, new RootField.Upsert(name));
            }
            mutations.put("update" + many, new RootField.UpdateWhere(name));
            mutations.put("delete" + many, new RootField.DeleteWhere(name));
            mutations.put("restore" + many, new RootField.RestoreWhere(name));
            mutations.put("destroy" + many, new RootField.DestroyWhere(name));
            if (object.rulesAt(Moment.BUTTON).findAny().isPresent()) {
                mutations.put("run" + name + "Rule", new RootField.RunRule(name));
            }
        }
        queries.put("node", new RootField.AnyById());
        queries.put(SearchTypes.FIELD, new RootField.Search());
        queries.put("changes", new RootField.Changes());
        queries.put("me", new RootField.Me());
        return new RootFields(queries, mutations, subscriptions);
    }
}
