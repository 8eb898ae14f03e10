// [reflection] a property name that is put together at run time | must fail with an error
def p = 'cla'
return record["${p}ss"]
