// [cpu] writes that go on after the limit | must be stopped at run with a limit error
try { while (true) { crm.update('Task', 'a', [name: 'x']) } } finally { crm.delete('Task', 'a') }
