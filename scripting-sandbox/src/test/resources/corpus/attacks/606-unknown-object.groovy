// [data] an object that is not in the metadata | must be rejected at compile
return crm.query('Salary')
