// [data] the only record of a rule that has many | per batch | must be rejected at compile
return record.name
