// [unicode] a form feed that hides lines in some editors | must be rejected at compile
def a = 1return a
