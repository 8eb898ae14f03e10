// [data] a criterion named at run time | must be rejected at compile
def k = 'tenant'
return crm.query('Task', [(k): 1])
