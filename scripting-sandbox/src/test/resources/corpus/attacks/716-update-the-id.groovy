// [data] the id of another record changed | must be rejected at compile
crm.update('Task', record.id, [id: record.id])
