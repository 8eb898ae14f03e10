// [unicode] a byte order mark within the text | must be rejected at compile
def a = 1﻿
return a
