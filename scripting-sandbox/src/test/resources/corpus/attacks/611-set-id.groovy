// [data] the id of the record is changed | must be rejected at compile
record.id = 'other'
