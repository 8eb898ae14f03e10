// [data] crm.update of the record that the rule runs for | after saving | must be rejected at compile
crm.update(record)
