// [data] the object of crm.delete made at run time | must be rejected at compile
def name = 'Task'
crm.delete(name, record.id)
