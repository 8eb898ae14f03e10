// [unicode] invisible tag characters in a text | must be rejected at compile
def s = 'a󠁁󠁂'
return s
