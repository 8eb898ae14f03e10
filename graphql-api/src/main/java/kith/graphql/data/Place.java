package kith.graphql.data;

/**
 * Where in the answer a selection stands.
 *
 * @param depth levels of fields above it
 * @param lists how many lists the answer may hold here, at most
 * @param records how many records it may hold here, at most
 */
record Place(RequestPath path, int depth, long lists, long records) {

    static Place root() {
        return new Place(RequestPath.root(), 0, 1, 1);
    }

    /** One level down. */
    Place into(SelectedField field) {
        return new Place(path.then(field.key()), depth + 1, lists, records);
    }

    /** In a list of so many records for each one here. */
    Place times(int page) {
        return new Place(
                path, depth, records, Math.multiplyExact(records, (long) Math.max(page, 1)));
    }
}
