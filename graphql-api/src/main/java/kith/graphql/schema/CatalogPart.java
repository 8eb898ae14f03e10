package kith.graphql.schema;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kith.graphql.document.DocumentWords;
import kith.metadata.RuleDefinition.Moment;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.Relation;
import kith.metadata.catalog.SystemObjects;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a catalog that a request can touch, with the references and lists among them. What
 * is valid under the schema of a part is valid under that of the whole and means the same there;
 * what is refused under it has to be asked of the whole.
 *
 * @param objects as they are in the catalog, by name
 * @param leftOut the names of references and lists of these objects that lead out of the part
 * @param otherNames of the catalog's objects that begin with the name of one of the part, for the
 *     names of types avoid them
 * @param mutates whether the request may write; if not, the part has nothing that only writes need
 */
public record CatalogPart(
        List<ObjectType> objects, Set<String> leftOut, Set<String> otherNames, boolean mutates) {

    public CatalogPart {
        objects = List.copyOf(objects);
        leftOut = Set.copyOf(leftOut);
        otherNames = Set.copyOf(otherNames);
    }

    /** The part that a request can touch; empty where it may touch all of the catalog. */
    public static Optional<CatalogPart> of(Catalog catalog, DocumentWords said) {
        if (said.subscribes()) {
            return Optional.empty();
        }
        return begin(catalog, said)
                .map(first -> closure(catalog, said.words(), first))
                .filter(objects -> objects.size() < catalog.objects().size())
                .map(objects -> of(catalog, objects, said.mutates()));
    }

    /** Users, and the objects of the root fields and of the types that the document names. */
    private static Optional<Set<ObjectType>> begin(Catalog catalog, DocumentWords said) {
        RootFields roots = RootFields.of(catalog);
        Set<ObjectType> objects = new HashSet<>();
        // The platform's own types tell of users.
        catalog.object(SystemObjects.USER).ifPresent(objects::add);
        for (String root : said.roots()) {
            Optional<String> object = object(roots, root);
            if (object.isEmpty()) {
                return Optional.empty();
            }
            objects.add(catalog.require(object.get()));
        }
        for (ObjectType object : catalog.objects()) {
            if (said.words().stream().anyMatch(word -> word.startsWith(object.name()))) {
                objects.add(object);
            }
        }
        return Optional.of(objects);
    }

    /** The object that a root field is about; empty where it is about none or all. */
    private static Optional<String> object(RootFields roots, String name) {
        RootField.MutationField mutation = roots.mutations().get(name);
        if (mutation != null) {
            return Optional.of(mutation.object());
        }
        return switch (roots.queries().get(name)) {
            case RootField.ById(String object) -> Optional.of(object);
            case RootField.Listing(String object) -> Optional.of(object);
            case RootField.Aggregate(String object) -> Optional.of(object);
            case RootField.AnyById _, RootField.Search _, RootField.Changes _, RootField.Me _ ->
                    Optional.empty();
            case null -> Optional.empty();
        };
    }

    /** With all that references and lists of these names lead to. */
    private static Set<ObjectType> closure(
            Catalog catalog, Set<String> words, Set<ObjectType> first) {
        Set<ObjectType> found = new HashSet<>(first);
        Deque<ObjectType> pending = new ArrayDeque<>(first);
        while (!pending.isEmpty()) {
            ObjectType object = pending.pop();
            for (String name : waysOut(object, words)) {
                ObjectType target = catalog.require(name);
                if (found.add(target)) {
                    pending.push(target);
                }
            }
        }
        return found;
    }

    /** The targets of the references and lists that are needed. */
    private static Set<String> waysOut(ObjectType object, Set<String> words) {
        Set<String> ways = new HashSet<>();
        for (Field field : object.fields()) {
            if (words.contains(field.name()) || field.definition().isRequired()) {
                ways.addAll(targets(field));
            }
        }
        for (Relation relation : object.relations()) {
            if (words.contains(relation.name())) {
                ways.add(relation.target());
            }
        }
        return ways;
    }

    /** The names of all objects that a field may refer to. */
    private static Set<String> targets(Field field) {
        return Set.copyOf(field.targets());
    }

    private static CatalogPart of(Catalog catalog, Set<ObjectType> objects, boolean mutates) {
        List<ObjectType> ordered = catalog.objects().stream().filter(objects::contains).toList();
        Set<String> inside = new HashSet<>();
        ordered.forEach(object -> inside.add(object.name()));
        Set<String> leftOut = new HashSet<>();
        for (ObjectType object : ordered) {
            object.fields().stream()
                    .filter(field -> !isInside(field, inside))
                    .forEach(field -> leftOut.add(field.name()));
            object.relations().stream()
                    .filter(relation -> !inside.contains(relation.target()))
                    .forEach(relation -> leftOut.add(relation.name()));
        }
        Set<String> others = new HashSet<>();
        for (ObjectType other : catalog.objects()) {
            if (!inside.contains(other.name())
                    && inside.stream().anyMatch(other.name()::startsWith)) {
                others.add(other.name());
            }
        }
        return new CatalogPart(ordered, leftOut, others, mutates);
    }

    private static boolean isInside(Field field, Set<String> inside) {
        return inside.containsAll(targets(field));
    }

    /** Whether values of variables lead out of the part. */
    public boolean isLeftBy(Map<String, @Nullable Object> variables) {
        return DocumentWords.isNamed(variables, leftOut);
    }

    /** A catalog of these objects alone, with the rules that a request can name. */
    Catalog catalog() {
        Set<String> inside = new HashSet<>();
        objects.forEach(object -> inside.add(object.name()));
        List<ObjectType> alone = new ArrayList<>(objects.size());
        for (ObjectType object : objects) {
            alone.add(
                    new ObjectType(
                            object.definition(),
                            object.key(),
                            object.fields().stream()
                                    .filter(field -> isInside(field, inside))
                                    .toList(),
                            object.relations().stream()
                                    .filter(relation -> inside.contains(relation.target()))
                                    .toList(),
                            object.rulesAt(Moment.BUTTON).toList()));
        }
        return new Catalog(0, "", List.of(), alone);
    }
}
