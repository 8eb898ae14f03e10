// [data] a criterion that is no field of the object | must be rejected at compile
return crm.query('Task', [salary: 1])
