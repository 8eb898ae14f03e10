// [memory] new records without end | must be stopped at run with a limit error
while (true) { crm.create('Task', [name: 'x']) }
