// [memory] new records with long texts | must be stopped at run with a limit error
def text = 'x' * 900000
while (true) { crm.create('Task', [subject: text + crm.create('Task', [name: 'y']).id]) }
