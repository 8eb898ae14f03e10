package kith.runtime.read;

import java.time.Duration;
import java.util.stream.Stream;

/** What a read may take: a screen waits for a record for less time than for a report. */
enum ReadEffort {
    /** Records by their ids, and what these point to. */
    POINT(Duration.ofSeconds(5)),
    /** Pages of lists. */
    LIST(Duration.ofSeconds(15)),
    /** All records of a list: exact counts and groups. */
    AGGREGATE(Duration.ofSeconds(30));

    private final Duration longest;

    ReadEffort(Duration longest) {
        this.longest = longest;
    }

    /** After which the statement is stopped. */
    Duration longest() {
        return longest;
    }

    static ReadEffort of(ReadRequest request) {
        return most(request.roots().stream().map(ReadEffort::of));
    }

    private static ReadEffort of(ReadRequest.Root root) {
        return switch (root) {
            case ReadRequest.ById(var _, var _, var _, var selection) -> of(selection);
            case ReadRequest.ByIds(var _, var _, var _, var _, var selection) -> of(selection);
            case ReadRequest.Search _ -> LIST;
            case ReadRequest.AnyById(var _, var _, var selections) ->
                    most(selections.stream().map(each -> of(each.selection())));
            case ReadRequest.Changes _ -> LIST;
            case ReadRequest.Listing(var _, var _, var _, var selection) -> of(selection);
            case ReadRequest.Deleted(var _, var _, var _, var selection) -> of(selection);
            case ReadRequest.Aggregated _ -> AGGREGATE;
        };
    }

    private static ReadEffort of(RecordSelection selection) {
        return most(selection.items().stream().map(ReadEffort::of));
    }

    private static ReadEffort of(RecordSelection.Selected item) {
        return switch (item) {
            case RecordSelection.Value _,
                    RecordSelection.Constant _,
                    RecordSelection.ConstantBeside _ ->
                    POINT;
            case RecordSelection.ToOne(var _, var _, var selection) -> of(selection);
            case RecordSelection.ToAny(var _, var _, var _, var selections) ->
                    most(selections.stream().map(each -> of(each.selection())));
            case RecordSelection.History _ -> LIST;
            case RecordSelection.ToMany(var _, var _, var _, var selection) -> of(selection);
        };
    }

    private static ReadEffort of(ConnectionSelection selection) {
        return most(Stream.concat(Stream.of(LIST), selection.parts().stream().map(ReadEffort::of)));
    }

    private static ReadEffort of(ConnectionSelection.Part part) {
        return switch (part) {
            case ConnectionSelection.TotalCount _, ConnectionSelection.Aggregate _ -> AGGREGATE;
            case ConnectionSelection.CappedCount _,
                    ConnectionSelection.PageInfo _,
                    ConnectionSelection.Text _ ->
                    LIST;
            case ConnectionSelection.Nodes(var _, var selection) -> of(selection);
            case ConnectionSelection.Edges(var _, var items) ->
                    most(items.stream().map(ReadEffort::of));
        };
    }

    private static ReadEffort of(ConnectionSelection.EdgeItem item) {
        return switch (item) {
            case ConnectionSelection.Cursor _, ConnectionSelection.EdgeText _ -> LIST;
            case ConnectionSelection.Node(var _, var selection) -> of(selection);
        };
    }

    private static ReadEffort most(Stream<ReadEffort> efforts) {
        return efforts.max(ReadEffort::compareTo).orElse(POINT);
    }
}
