// [memory] lists within a map that all grow | must be stopped at run with a limit error
Map<Integer, List<Integer>> m = [:]
int i = 0
while (true) { i = i + 1; m[i % 100] = (m[i % 100] ?: [0]) + [i, i, i, i] }
