// [data] a list in place of a value of a criterion | must be rejected at compile
crm.query('Task', [name: [[a: 1]]])
return 1
