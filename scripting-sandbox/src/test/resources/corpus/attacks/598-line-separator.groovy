// [unicode] a line separator that ends a comment for some and not for others | must be rejected at compile
// harmless System.exit(1)
return 1
