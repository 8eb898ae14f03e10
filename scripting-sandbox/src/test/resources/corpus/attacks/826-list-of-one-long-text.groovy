// [memory] a field of many texts that are all the same long one | must be stopped at run with a limit error
def big = 'x' * 1000000
List<String> l = []
for (int i = 0; i < 3000; i++) { l << big }
record.tags = l
return 1
