// the texts of lists, maps and sets, and what values of different types share | must return [1, 2][a:1][1] 1 [x] true
def mixed = 1
def change = { mixed = ['x'] }
def before = "${mixed}"
change()
return [1, 2].toString() + [a: 1].toString() + ([1] as Set).toString() + " ${before} ${mixed} ${5 !in [1, 2]}"
