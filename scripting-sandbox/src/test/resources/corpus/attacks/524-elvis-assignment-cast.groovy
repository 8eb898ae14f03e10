// [coercion] a cast hidden in an elvis assignment | must be rejected at compile
File f = null
f ?= ['/etc/passwd']
return f
