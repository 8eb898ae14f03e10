// a text with values as a key | must return 12
def totals = ["${record.country}-${1}": 5]
totals["${record.country}-${2}"] = 7
return totals['DE-1'] + totals["DE-${2}"]
