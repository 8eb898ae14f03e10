// [memory] changes by id without end | must be stopped at run with a limit error
int i = 0
while (true) { crm.update('Task', 'id-' + i++, [name: 'x']) }
