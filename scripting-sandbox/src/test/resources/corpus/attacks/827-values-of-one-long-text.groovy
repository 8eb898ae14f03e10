// [memory] a new record of thousands of fields that all have the same long text | must be stopped at run with a limit error
def big = 'x' * 1000000
Map m = [:]
for (int i = 0; i < 3000; i++) { m['f' + i] = big }
crm.create('Task', m)
