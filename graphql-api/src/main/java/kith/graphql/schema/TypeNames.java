package kith.graphql.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;

/**
 * The names of the types that belong to an object. A derived name that is already the name of an
 * object, or of the platform, gets an underscore, which no object's name has.
 */
public final class TypeNames {

    public static final String NODE = "Node";
    public static final String QUERY = "Query";
    public static final String MUTATION = "Mutation";
    public static final String PAGE_INFO = "PageInfo";
    public static final String ME = "Me";
    public static final String CURRENT_TENANT = "CurrentTenant";
    public static final String ORDER_DIRECTION = "OrderDirection";
    public static final String GROUP_BY = "GroupBy";
    public static final String DATE_UNIT = "DateUnit";
    public static final String AGGREGATE_FUNCTION = "AggregateFunction";
    public static final String GROUP_CONDITION = "GroupCondition";
    public static final String GROUP_ORDER = "GroupOrder";
    public static final String HISTORY_CONNECTION = "HistoryConnection";
    public static final String HISTORY_EDGE = "HistoryEdge";
    public static final String HISTORY_ENTRY = "HistoryEntry";
    public static final String FIELD_CHANGE = "FieldChange";
    public static final String CURRENCY_FILTER = "CurrencyFilter";
    public static final String SEARCH_CONNECTION = "SearchConnection";
    public static final String SEARCH_EDGE = "SearchEdge";
    public static final String SEARCH_MATCH = "SearchMatch";
    public static final String SNIPPET_PIECE = "SnippetPiece";
    public static final String SUBSCRIPTION = "Subscription";
    public static final String CHANGE = "Change";
    public static final String CHANGE_CONNECTION = "ChangeConnection";
    public static final String CHANGE_KIND = "ChangeKind";
    public static final String CHANGED_VALUE = "ChangedValue";
    public static final String WRITE_COUNT = "WriteCount";
    public static final String DESTROYED_RECORD = "DestroyedRecord";

    private static final Set<String> PLATFORM =
            Set.of(
                    NODE,
                    QUERY,
                    MUTATION,
                    SUBSCRIPTION,
                    CHANGE,
                    CHANGE_CONNECTION,
                    CHANGE_KIND,
                    CHANGED_VALUE,
                    PAGE_INFO,
                    ME,
                    CURRENT_TENANT,
                    ORDER_DIRECTION,
                    GROUP_BY,
                    DATE_UNIT,
                    AGGREGATE_FUNCTION,
                    GROUP_CONDITION,
                    GROUP_ORDER,
                    HISTORY_CONNECTION,
                    HISTORY_EDGE,
                    HISTORY_ENTRY,
                    FIELD_CHANGE,
                    CURRENCY_FILTER,
                    SEARCH_CONNECTION,
                    SEARCH_EDGE,
                    SEARCH_MATCH,
                    SNIPPET_PIECE,
                    WRITE_COUNT,
                    DESTROYED_RECORD,
                    "ID",
                    "String",
                    "Int",
                    "Float",
                    "Boolean",
                    "Decimal",
                    "Date",
                    "DateTime",
                    "Time",
                    "JSON",
                    "IDFilter",
                    "StringFilter",
                    "MultiPicklistFilter",
                    "IntFilter",
                    "DecimalFilter",
                    "DateFilter",
                    "DateTimeFilter",
                    "LookupTypeFilter",
                    "BooleanFilter");

    private final Set<String> objects;

    /**
     * @param others names of further objects that types may not have
     */
    TypeNames(List<ObjectType> objects, Set<String> others) {
        this.objects = new HashSet<>(others);
        objects.forEach(object -> this.objects.add(object.name()));
    }

    /** The type of the object's records. */
    public static String record(String object) {
        return PLATFORM.contains(object) ? object + "_" : object;
    }

    /** The type of filters on the object's records, in the schema of its tenant. */
    public static String filter(Catalog catalog, ObjectType object) {
        return new TypeNames(catalog.objects(), Set.of()).filter(object.name());
    }

    String connection(String object) {
        return derived(object, "Connection");
    }

    String edge(String object) {
        return derived(object, "Edge");
    }

    String aggregate(String object) {
        return derived(object, "Aggregate");
    }

    String group(String object) {
        return derived(object, "Group");
    }

    String numbers(String object) {
        return derived(object, "Numbers");
    }

    String extremes(String object) {
        return derived(object, "Extremes");
    }

    String counts(String object) {
        return derived(object, "Counts");
    }

    String shares(String object) {
        return derived(object, "Shares");
    }

    String event(String object) {
        return derived(object, "Change");
    }

    String filter(String object) {
        return derived(object, "Filter");
    }

    String related(String object) {
        return derived(object, "Related");
    }

    String orderBy(String object) {
        return derived(object, "OrderBy");
    }

    String createInput(String object) {
        return derived(object, "CreateInput");
    }

    String updateInput(String object) {
        return derived(object, "UpdateInput");
    }

    String reference(String object) {
        return derived(object, "Reference");
    }

    String links(String object) {
        return derived(object, "Links");
    }

    String upsert(String object) {
        return derived(object, "Upsert");
    }

    /** The union of the records that a polymorphic lookup can point to: {@code Visit_about}. */
    static String anyOf(Field lookup) {
        return lookup.object() + "_" + lookup.name();
    }

    /** The filter of the records that a polymorphic lookup points to. */
    static String filterOf(Field lookup) {
        return anyOf(lookup) + "_Filter";
    }

    static String orderByOf(Field lookup) {
        return anyOf(lookup) + "_OrderBy";
    }

    static String referenceOf(Field lookup) {
        return anyOf(lookup) + "_Reference";
    }

    private String derived(String object, String suffix) {
        String name = object + suffix;
        return PLATFORM.contains(name) || objects.contains(name) ? object + "_" + suffix : name;
    }
}
