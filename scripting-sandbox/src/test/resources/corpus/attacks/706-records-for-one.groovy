// [data] the records of a batch in a rule for one | must be rejected at compile
return records.size()
