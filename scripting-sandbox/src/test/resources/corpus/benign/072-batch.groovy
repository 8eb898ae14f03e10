// all records of a batch at once | per batch | must return 3 ac-1 1 3000
def ids = records*.accountId.unique()
records.each { r ->
  if (r.old == null || r.amount != r.old.amount || r.isChanged('stage')) {
    r.description = "${r.name}: ${r.old?.stage ?: 'new'}"
  }
}
return "${records.size()} ${ids.join(',')} ${records.findAll { it.description != null }.size()} ${records.collect { it.amount }.sum()}"
