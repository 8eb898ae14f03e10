// names that only rules of the other kind are given | must return 3
def records = [1, 2]
return records.sum()
