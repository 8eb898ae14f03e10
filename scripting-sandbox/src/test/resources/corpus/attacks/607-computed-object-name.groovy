// [data] the name of an object put together at run time | must be rejected at compile
def o = 'Ta'
return crm.query(o + 'sk')*.name
