package kith.runtime.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.Relation;
import kith.runtime.testing.SampleRecords;
import tools.jackson.databind.JsonNode;

/**
 * Requests as read cases write them: a map of response keys to roots.
 *
 * <pre>
 * acme: { of: Account, id: 11, select: [id, name, { owner: [name] }] }
 * some: { of: Account, ids: [12, 11], select: [id] }
 * node: { any: 11, on: { Account: [id, name] } }
 * groups: { of: Account, groupBy: [industry, founded YEAR], compute: [SUM revenue] }
 * accounts: { of: Account, filter: …, order: [name desc], first: 2, after: …, page: { nodes: [id] } }
 * </pre>
 */
record RequestYaml(Catalog catalog) {

    ReadRequest request(JsonNode document) {
        List<ReadRequest.Root> roots = new ArrayList<>();
        document.properties().forEach(entry -> roots.add(root(entry.getKey(), entry.getValue())));
        return new ReadRequest(roots);
    }

    private ReadRequest.Root root(String key, JsonNode root) {
        if (root.has("any")) {
            List<ReadRequest.PerObject> each = new ArrayList<>();
            for (Map.Entry<String, JsonNode> on : root.get("on").properties()) {
                ObjectType object = catalog.require(on.getKey());
                each.add(new ReadRequest.PerObject(object, record(object, on.getValue())));
            }
            return new ReadRequest.AnyById(key, id(root.get("any")), each);
        }
        ObjectType object = catalog.require(root.get("of").stringValue());
        if (root.has("id")) {
            return new ReadRequest.ById(
                    key, object, id(root.get("id")), record(object, root.get("select")));
        }
        if (root.has("ids")) {
            List<UUID> ids = new ArrayList<>();
            root.get("ids").forEach(each -> ids.add(id(each)));
            return new ReadRequest.ByIds(
                    key,
                    object,
                    ids,
                    root.path("withDeleted").asBoolean(false),
                    record(object, root.get("select")));
        }
        if (root.has("groupBy")) {
            return new AggregateYaml(catalog).root(key, object, root);
        }
        ListArguments arguments = arguments(object, root);
        ConnectionSelection page = page(object, root.get("page"));
        return root.path("deleted").asBoolean(false)
                ? new ReadRequest.Deleted(key, object, arguments, page)
                : new ReadRequest.Listing(key, object, arguments, page);
    }

    private static UUID id(JsonNode number) {
        return SampleRecords.id(number.intValue());
    }

    private RecordSelection record(ObjectType object, JsonNode items) {
        List<RecordSelection.Selected> selected = new ArrayList<>();
        for (JsonNode item : items) {
            if (item.isString()) {
                selected.add(value(item.stringValue(), object, item.stringValue()));
            } else {
                item.properties()
                        .forEach(entry ->
                                selected.add(item(object, entry.getKey(), entry.getValue())));
            }
        }
        return new RecordSelection(selected);
    }

    private RecordSelection.Selected item(ObjectType object, String key, JsonNode item) {
        if (item.isArray()) {
            Field reference = field(object, key);
            ObjectType target = catalog.require(reference.target().orElseThrow());
            return new RecordSelection.ToOne(key, reference, record(target, item));
        }
        if (item.has("value")) {
            return value(key, object, item.get("value").stringValue());
        }
        if (item.has("text")) {
            String text = item.get("text").stringValue();
            return item.has("beside")
                    ? new RecordSelection.ConstantBeside(
                            key, field(object, item.get("beside").stringValue()), text)
                    : new RecordSelection.Constant(key, text);
        }
        Relation relation = object.relation(item.path("list").asString(key)).orElseThrow();
        ObjectType target = catalog.require(relation.target());
        return new RecordSelection.ToMany(
                key, relation, arguments(target, item), page(target, item.get("page")));
    }

    private static RecordSelection.Selected value(String key, ObjectType object, String field) {
        return new RecordSelection.Value(key, field(object, field));
    }

    private ListArguments arguments(ObjectType object, JsonNode list) {
        List<OrderTerm> order = new ArrayList<>();
        list.path("order").forEach(term -> order.add(term(object, term.stringValue())));
        boolean isBackward = list.has("last");
        Page page =
                new Page(
                        list.path(isBackward ? "last" : "first").asInt(50),
                        isBackward ? Page.Direction.BACKWARD : Page.Direction.FORWARD,
                        Optional.ofNullable(list.get(isBackward ? "before" : "after"))
                                .map(JsonNode::stringValue));
        Predicate filter =
                list.has("filter")
                        ? new FilterYaml(catalog).filter(object, list.get("filter"))
                        : Predicate.ALWAYS;
        return new ListArguments(filter, order, page);
    }

    /** {@code owner.name desc nulls first}. */
    OrderTerm term(ObjectType object, String text) {
        String[] words = text.split(" ", 2);
        String direction = words.length > 1 ? words[1] : "";
        String[] names = words[0].split("\\.", -1);
        List<Field> through = new ArrayList<>();
        ObjectType at = object;
        for (int index = 0; index < names.length - 1; index++) {
            Field reference = field(at, names[index]);
            through.add(reference);
            at = catalog.require(reference.target().orElseThrow());
        }
        boolean isDescending = direction.contains("desc");
        boolean isNullsLast =
                direction.contains("nulls") ? direction.contains("last") : !isDescending;
        return new OrderTerm(
                through, field(at, names[names.length - 1]), isDescending, isNullsLast);
    }

    private ConnectionSelection page(ObjectType object, JsonNode parts) {
        List<ConnectionSelection.Part> selected = new ArrayList<>();
        parts.properties()
                .forEach(entry -> selected.add(part(object, entry.getKey(), entry.getValue())));
        return new ConnectionSelection(selected);
    }

    private ConnectionSelection.Part part(ObjectType object, String key, JsonNode part) {
        return switch (key) {
            case "totalCount" -> new ConnectionSelection.TotalCount(key);
            case "cappedCount" -> new ConnectionSelection.CappedCount(key, part.intValue());
            case "nodes" -> new ConnectionSelection.Nodes(key, record(object, part));
            case "edges" -> new ConnectionSelection.Edges(key, edge(object, part));
            case "pageInfo" -> new ConnectionSelection.PageInfo(key, pageInfo(part));
            default -> new ConnectionSelection.Text(key, part.stringValue());
        };
    }

    private List<ConnectionSelection.EdgeItem> edge(ObjectType object, JsonNode items) {
        List<ConnectionSelection.EdgeItem> edge = new ArrayList<>();
        for (JsonNode item : items) {
            if (item.isString()) {
                edge.add(new ConnectionSelection.Cursor(item.stringValue()));
            } else if (item.has("node")) {
                edge.add(new ConnectionSelection.Node("node", record(object, item.get("node"))));
            } else {
                edge.add(
                        new ConnectionSelection.EdgeText(
                                "__typename", item.get("text").stringValue()));
            }
        }
        return edge;
    }

    private static List<ConnectionSelection.PageInfoItem> pageInfo(JsonNode items) {
        List<ConnectionSelection.PageInfoItem> facts = new ArrayList<>();
        for (JsonNode item : items) {
            String name = item.stringValue();
            facts.add(
                    new ConnectionSelection.PageInfoItem(
                            name,
                            switch (name) {
                                case "hasNextPage" ->
                                        ConnectionSelection.PageInfoItem.Fact.HAS_NEXT_PAGE;
                                case "hasPreviousPage" ->
                                        ConnectionSelection.PageInfoItem.Fact.HAS_PREVIOUS_PAGE;
                                case "startCursor" ->
                                        ConnectionSelection.PageInfoItem.Fact.START_CURSOR;
                                case "endCursor" ->
                                        ConnectionSelection.PageInfoItem.Fact.END_CURSOR;
                                default -> ConnectionSelection.PageInfoItem.Fact.TEXT;
                            },
                            "PageInfo"));
        }
        return facts;
    }

    private static Field field(ObjectType object, String name) {
        return object.field(name)
                .orElseThrow(() -> new IllegalArgumentException("No field " + name));
    }
}
