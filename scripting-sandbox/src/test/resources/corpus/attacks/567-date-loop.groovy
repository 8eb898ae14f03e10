// [cpu] dates that move one day at a time | must be stopped at run with a limit error
def d = record.closeDate
while (true) { d = d.plusDays(1).minusDays(1) }
