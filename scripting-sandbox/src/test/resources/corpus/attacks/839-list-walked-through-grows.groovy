// [error] a list walked through that grows | must fail with an error
def l = [1]
for (x in l) { l << x }
return l
