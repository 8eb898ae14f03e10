// [cpu] a list of sixteen lists within each other as the key | must be stopped at run with a limit error
def l = [1]
for (int i = 0; i < 14; i++) { l = [l, l] }
def m = [:]
while (true) { m[l] = 1 }
