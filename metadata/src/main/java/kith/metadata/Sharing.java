package kith.metadata;

/**
 * Who may see and change the records of an object beside their owners.
 *
 * @param everyone what all members may do
 * @param isUpwards whether those whose role is above the owner's may do what the owner may
 */
public record Sharing(Everyone everyone, boolean isUpwards) {

    /** All members see and change all records. */
    public static final Sharing OPEN = new Sharing(Everyone.READ_WRITE, true);

    /** What all members of a tenant may do with the records of an object. */
    public enum Everyone {
        NOTHING("private"),
        READ("read"),
        READ_WRITE("readWrite");

        private final String word;

        Everyone(String word) {
            this.word = word;
        }

        /** As documents say it. */
        public String word() {
            return word;
        }
    }
}
