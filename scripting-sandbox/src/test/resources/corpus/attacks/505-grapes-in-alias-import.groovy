// [compile-time] Grape under another name by an aliased import | must be rejected at compile
import groovy.lang.Grab as Note
@Note('org.evil:evil:1.0')
def x = 1
return x
