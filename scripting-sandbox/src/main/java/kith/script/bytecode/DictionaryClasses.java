package kith.script.bytecode;

/**
 * The names of the classes that stand for the dictionary's objects while a rule is compiled. They
 * have fields and no code, exist for the compiler only, and are gone from its output after {@code
 * Retargeting}.
 */
public final class DictionaryClasses {

    /** The class of the rule itself; its closures add a suffix. */
    public static final String RULE = "script.Rule";

    static final String RULE_INTERNAL = "script/Rule";

    private static final String VIEW_PREFIX = "dictionary.view.";
    private static final String RECORD_PREFIX = "dictionary.record.";
    private static final String MEMBER_PREFIX = "dictionary.member.";

    /** The property of a member of a batch that gives the record as it was. */
    public static final String FORMER = "old";

    private DictionaryClasses() {}

    /** The class of records that a rule may only read. */
    public static String viewOf(String objectType) {
        return VIEW_PREFIX + objectType;
    }

    /** The class of records that a rule may write. */
    public static String recordOf(String objectType) {
        return RECORD_PREFIX + objectType;
    }

    /** The class of the records of a batch. */
    public static String memberOf(String objectType) {
        return MEMBER_PREFIX + objectType;
    }

    static boolean isFormer(String internalName, String property) {
        return property.equals(FORMER) && internalName.startsWith(MEMBER_PREFIX.replace('.', '/'));
    }

    static boolean isDictionaryClass(String internalName) {
        return internalName.startsWith("dictionary/");
    }

    static String objectType(String internalName) {
        return internalName.substring(internalName.lastIndexOf('/') + 1);
    }
}
