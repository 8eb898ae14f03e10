// [coercion] a text as a class | must be rejected at compile
Class c = 'java.lang.Runtime'
return c
