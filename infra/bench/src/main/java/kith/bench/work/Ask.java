package kith.bench.work;

import java.util.List;
import java.util.UUID;

/** What one request asks for, before it is put into a product's words. */
public sealed interface Ask {

    /** The contact of an id. */
    record OfContact(UUID id) implements Ask {}

    /** Opportunities of a stage. */
    record OfStage(String stage) implements Ask {}

    /** Accounts of an industry. */
    record OfIndustry(String industry) implements Ask {}

    /** Contacts of accounts of an industry above a revenue. */
    record OfRevenue(String industry, long revenue) implements Ask {}

    /** Something that has no variables. */
    record OfAll() implements Ask {}

    /** A new score of a contact. */
    record NewScore(UUID id, int score) implements Ask {}

    /** New contacts; a single one where the operation creates one. */
    record NewContacts(List<NewContact> contacts) implements Ask {
        public NewContacts {
            contacts = List.copyOf(contacts);
        }
    }
}
