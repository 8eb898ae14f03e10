// [error] a range that is added to | must fail with an error
def r = 1..3
r << 4
return r
