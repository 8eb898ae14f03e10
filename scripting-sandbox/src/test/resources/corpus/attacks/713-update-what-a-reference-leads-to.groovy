// [data] crm.update of what a reference leads to | must be rejected at compile
crm.update(record.account)
