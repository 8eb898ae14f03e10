// [data] crm.update of a field that is not there | must be rejected at compile
crm.update('Task', record.id, [tenant: 2])
