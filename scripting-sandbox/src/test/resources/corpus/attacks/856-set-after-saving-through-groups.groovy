// [records] a record changed after saving, taken from a map | per batch | after saving | must be rejected at compile
def m = records.groupBy { it.id }
m.each { k, v -> v.each { it.name = "x" } }
