// [error] a huge range emptied | must fail with an error
def r = 1..2000000000
r.clear()
return r.size()
