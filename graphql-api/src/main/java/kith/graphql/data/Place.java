package kith.graphql.data;

/**
 * Where in the answer a selection stands.
 *
 * @param depth levels of fields above it
 * @param records how many records the answer may hold here, at most
 */
record Place(RequestPath path, int depth, long records) {

    static Place root() {
        return new Place(RequestPath.root(), 0, 1);
    }

    /** One level down. */
    Place into(SelectedField field) {
        return new Place(path.then(field.key()), depth + 1, records);
    }

    /** With so many records for each one here. */
    Place times(int page) {
        return new Place(path, depth, Math.multiplyExact(records, (long) Math.max(page, 1)));
    }
}
