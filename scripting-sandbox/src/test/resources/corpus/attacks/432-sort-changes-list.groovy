// [exceptions] a comparison that empties the list being sorted | must fail with an error
def list = (1..1000).toList()
list.sort { a, b -> list.clear(); a <=> b }
