package kith.crm.sample;

import java.util.Map;

/**
 * How the rows of one file become records of one object.
 *
 * @param object name of the object
 * @param file resource with comma-separated values, the first line naming the columns
 * @param key name of the unique field by which a repeated load finds the records of the first
 * @param fields for each field of the record where its value comes from
 */
record SampleTable(String object, String file, String key, Map<String, SampleValue> fields) {

    SampleTable {
        fields = Map.copyOf(fields);
    }
}
