package kith.graphql.data;

/**
 * How much one operation may ask for; checked before anything is carried out.
 *
 * @param depth levels of fields
 * @param roots fields of {@code Query} or {@code Mutation}
 * @param fields fields in all, fragments spread out
 * @param cost see {@link Budget}
 * @param page records of one page
 * @param count the most that a capped count may count to
 * @param conditions conditions of all filters together
 * @param filterDepth levels of one filter
 * @param values values of one condition
 * @param batch records of one write
 */
public record Limits(
        int depth,
        int roots,
        int fields,
        int cost,
        int page,
        int count,
        int conditions,
        int filterDepth,
        int values,
        int batch) {

    /** The limits of an installation that sets none. */
    public static final Limits STANDARD =
            new Limits(15, 50, 2_000, 250_000, 1_000, 10_000, 500, 15, 5_000, 10_000);

    /** The size of a page where the caller names none. */
    static final int DEFAULT_PAGE = 50;
}
