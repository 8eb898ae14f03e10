// [data] a list in place of a value of a criterion | must fail with an error
crm.query('Task', [name: [[a: 1]]])
return 1
