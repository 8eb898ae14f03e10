// [classes] a field by the modifiers of a declaration | must be rejected at compile
private final List kept = []
kept << 1
return kept
