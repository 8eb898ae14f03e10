// [data] a name that the rule is given, taken for another thing | per batch | must be rejected at compile
def records = []
return records
