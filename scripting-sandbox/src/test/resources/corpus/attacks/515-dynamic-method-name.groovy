// [reflection] a method name that is put together at run time | must be rejected at compile
def m = 'getCl'
return record."${m}ass"()
