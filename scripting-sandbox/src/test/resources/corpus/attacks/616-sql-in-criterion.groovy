// [data] a value that is meant to end a statement | must be stopped at run with a limit error
while (true) { crm.query('Task', [name: "x' or '1'='1"]) }
