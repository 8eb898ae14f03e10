// [data] the former state of a record that the rule is not called for | per batch | must be rejected at compile
return records[0].account.old.name
