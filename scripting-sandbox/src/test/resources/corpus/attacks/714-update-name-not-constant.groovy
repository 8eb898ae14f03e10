// [data] the object of crm.update made at run time | must be rejected at compile
crm.update('Ta' + 'sk', record.id, [name: 'x'])
