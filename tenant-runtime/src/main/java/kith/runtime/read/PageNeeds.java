package kith.runtime.read;

import kith.runtime.read.ConnectionSelection.PageInfoItem;

/**
 * What must be known of the rows of a page for what is selected of it.
 *
 * @param rows any of them at all
 * @param more whether one more follows than the page holds
 * @param first which is the first that was fetched
 * @param last which is the last
 */
record PageNeeds(boolean rows, boolean more, boolean first, boolean last) {

    private static final PageNeeds NOTHING = new PageNeeds(false, false, false, false);

    static PageNeeds of(ListPlan list) {
        PageNeeds needs = NOTHING;
        for (ListPlan.Part part : list.parts()) {
            needs = needs.and(of(part, list.page().isBackward()));
        }
        return needs;
    }

    private static PageNeeds of(ListPlan.Part part, boolean isBackward) {
        return switch (part) {
            case ListPlan.TotalCount _,
                    ListPlan.CappedCount _,
                    ListPlan.Aggregate _,
                    ListPlan.Text _ ->
                    NOTHING;
            case ListPlan.Nodes _, ListPlan.Edges _ -> new PageNeeds(true, false, false, false);
            case ListPlan.PageInfo(var _, var items) -> {
                PageNeeds needs = NOTHING;
                for (PageInfoItem item : items) {
                    needs = needs.and(of(item.fact(), isBackward));
                }
                yield needs;
            }
        };
    }

    private static PageNeeds of(PageInfoItem.Fact fact, boolean isBackward) {
        PageNeeds more = new PageNeeds(true, true, false, false);
        PageNeeds first = new PageNeeds(true, false, true, false);
        PageNeeds last = new PageNeeds(true, false, false, true);
        return switch (fact) {
            case HAS_NEXT_PAGE -> isBackward ? NOTHING : more;
            case HAS_PREVIOUS_PAGE -> isBackward ? more : NOTHING;
            case START_CURSOR -> isBackward ? last : first;
            case END_CURSOR -> isBackward ? first : last;
            case TEXT -> NOTHING;
        };
    }

    private PageNeeds and(PageNeeds other) {
        return new PageNeeds(
                rows || other.rows, more || other.more, first || other.first, last || other.last);
    }
}
