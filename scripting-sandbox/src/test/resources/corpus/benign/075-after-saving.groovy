// other records made and changed after saving | after saving | must return Call Acme renewal BEFORE_UPDATE
def task = crm.create('Task', [subject: "Call ${record.name}", amount: record.amount, dueDate: today()])
crm.update('Account', record.accountId, [rating: 5])
def other = crm.get('Opportunity', 'op-9')
other.stage = moment
crm.update(other)
crm.delete('Task', 'old')
return task.subject + ' ' + other.stage
