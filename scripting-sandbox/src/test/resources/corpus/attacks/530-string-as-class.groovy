// [coercion] a text as a class by as | must be rejected at compile
def c = 'java.lang.Runtime' as Class
return c
